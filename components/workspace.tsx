"use client";
/** The arrangement of the panels: side by side and resizable, or tabs where there is little room. */
import { useState } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { EditorPanel } from "./editor/editor-panel";
import { MapPanel } from "./map/map-panel";
import { usePlayground } from "./playground-context";
import { SidePanel } from "./problems/side-panel";
import { Tabs } from "./ui/tabs";
import { useMedia } from "./ui/use-media";
import { useWords } from "./words/use-words";

const separator =
  "relative bg-line transition-colors hover:bg-accent focus-visible:bg-accent data-[separator=active]:bg-accent";

function WideWorkspace() {
  const { t } = useWords();
  const columns = useDefaultLayout({ id: "map-columns", storage: localStorage });
  return (
    <Group orientation="horizontal" className="min-h-0 flex-1" {...columns}>
      <Panel id="editor" minSize="15rem" defaultSize="25%">
        <EditorPanel />
      </Panel>
      <Separator className={`w-px ${separator}`} aria-label={t("ui.resizeEditor")} />
      <Panel id="map" minSize="24rem" defaultSize="54%">
        <MapPanel />
      </Panel>
      <Separator className={`w-px ${separator}`} aria-label={t("ui.resizeProblems")} />
      <Panel id="side" minSize="17rem" defaultSize="21%">
        <SidePanel />
      </Panel>
    </Group>
  );
}

function NarrowWorkspace() {
  const { t } = useWords();
  const [tab, setTab] = useState("map");
  const revealed = usePlayground((state) => state.revealed);
  const [seen, setSeen] = useState(revealed);
  const asked = usePlayground((state) => state.sideAsked);
  const [answered, setAnswered] = useState(asked);
  // Who goes to a place of the document wants to see it.
  if (revealed !== seen) {
    setSeen(revealed);
    setTab("request");
  }
  if (asked !== answered) {
    setAnswered(asked);
    setTab("problems");
  }
  return (
    <Tabs
      label={t("ui.panels")}
      className="bg-panel"
      active={tab}
      onChange={setTab}
      tabs={[
        { id: "request", label: t("ui.panelRequest"), content: <EditorPanel />, keep: true },
        { id: "map", label: t("ui.panelMap"), content: <MapPanel /> },
        { id: "problems", label: t("ui.panelWhy"), content: <SidePanel /> },
      ]}
    />
  );
}

export function Workspace() {
  return useMedia("(min-width: 900px)") ? <WideWorkspace /> : <NarrowWorkspace />;
}
