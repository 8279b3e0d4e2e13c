"use client";
/** The conversation of a frame: map, time axis or table, without what changes the scenario. */
import { useRef, useState } from "react";
import { nameExample } from "../../lib/timeline/name-example";
import { ConversationPicture } from "../map/conversation-picture";
import { MapControls } from "../map/map-controls";
import { PlayedBanner } from "../map/played-banner";
import { usePlayground } from "../playground-context";
import { MissButton } from "../timeline/miss-button";
import { useCurrency } from "../timeline/use-currency";
import { PanelHead } from "../ui/panel-head";
import { SegmentedControl } from "../ui/segmented-control";
import { useWords } from "../words/use-words";

const VIEWS = [
  { value: "map", label: "embed.map" },
  { value: "time", label: "embed.overTime" },
  { value: "table", label: "embed.table" },
] as const;

export function FrameMap() {
  const { t, say } = useWords();
  const timeline = usePlayground((state) => state.good?.timeline);
  const name = usePlayground((state) => state.settings.scenario?.name);
  const currency = useCurrency();
  const [view, setView] = useState<(typeof VIEWS)[number]["value"]>("map");
  const drawing = useRef<SVGSVGElement>(null);
  return (
    <section aria-label={t("embed.conversation")} className="flex h-full min-h-0 min-w-0 flex-col bg-panel">
      <PanelHead title={name === undefined ? t("embed.oneRequest") : say(nameExample(name))} scrolls>
        <div className="ml-auto flex items-center gap-2.5">
          <MissButton />
          {view === "map" && timeline && <MapControls timeline={timeline} />}
          <SegmentedControl
            label={t("embed.view")}
            value={view}
            options={VIEWS.map((each) => ({ ...each, label: t(each.label) }))}
            onChange={setView}
          />
        </div>
      </PanelHead>
      <PlayedBanner />
      {!timeline ? (
        <p className="p-4 text-mute">{t("embed.mapAppears")}</p>
      ) : (
        <ConversationPicture view={view} timeline={timeline} currency={currency} drawing={drawing} />
      )}
    </section>
  );
}
