"use client";
/** The arrangement of the panels: side by side and resizable, or tabs where there is little room. */
import { useState } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { EditorPanel } from "./editor/editor-panel";
import { SidePanel } from "./problems/side-panel";
import { PrefixPanel } from "./segments/prefix-panel";
import { TimelinePanel } from "./timeline/timeline-panel";
import { Tabs } from "./ui/tabs";
import { useMedia } from "./ui/use-media";

const separator =
  "relative bg-line transition-colors hover:bg-accent focus-visible:bg-accent data-[separator=active]:bg-accent";

function WideWorkspace() {
  const rows = useDefaultLayout({ id: "rows", storage: localStorage });
  const columns = useDefaultLayout({ id: "columns", storage: localStorage });
  return (
    <Group orientation="vertical" className="min-h-0 flex-1" {...rows}>
      <Panel id="top" minSize="25%" defaultSize="62%">
        <Group orientation="horizontal" className="h-full" {...columns}>
          <Panel id="editor" minSize="15%" defaultSize="36%">
            <EditorPanel />
          </Panel>
          <Separator className={`w-px ${separator}`} aria-label="Resize the editor" />
          <Panel id="prefix" minSize="20%" defaultSize="36%">
            <PrefixPanel />
          </Panel>
          <Separator className={`w-px ${separator}`} aria-label="Resize the problems" />
          <Panel id="side" minSize="18rem" defaultSize="28%">
            <SidePanel />
          </Panel>
        </Group>
      </Panel>
      <Separator className={`h-px ${separator}`} aria-label="Resize the timeline" />
      <Panel id="timeline" minSize="15%" defaultSize="38%">
        <TimelinePanel />
      </Panel>
    </Group>
  );
}

/** Prefix and timeline belong together: a newcomer on a phone sees the hit without finding a tab. */
function CacheColumn() {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-44 flex-1 overflow-hidden">
        <PrefixPanel />
      </div>
      <div className="h-[22rem] max-h-[60%] shrink-0 border-t border-line">
        <TimelinePanel />
      </div>
    </div>
  );
}

function NarrowWorkspace() {
  const [tab, setTab] = useState("cache");
  return (
    <Tabs
      label="Panels"
      className="bg-panel"
      active={tab}
      onChange={setTab}
      tabs={[
        { id: "request", label: "Request", content: <EditorPanel />, keep: true },
        { id: "cache", label: "Cache", content: <CacheColumn /> },
        { id: "problems", label: "Problems", content: <SidePanel /> },
      ]}
    />
  );
}

export function Workspace() {
  return useMedia("(min-width: 900px)") ? <WideWorkspace /> : <NarrowWorkspace />;
}
