"use client";
/** A layout in a frame of somebody's page: as many panels as there is room for, and nothing is stored. */
import { useEffect, useMemo, useState } from "react";
import { noteEdition } from "../../lib/share/note-edition";
import { layoutOf } from "../../lib/store/layout-of";
import { presets } from "../../lib/timeline/presets/presets";
import { ownField } from "../../lib/values/json";
import { tell } from "../../lib/words/message";
import { openAddress } from "../address/open-address";
import { EditorPanel } from "../editor/editor-panel";
import { Logo } from "../header/logo";
import { LiveRegion } from "../live-region";
import { createMapStore, MapContext } from "../map/map-store";
import { PageModeContext } from "../page-mode";
import { PlaygroundContext, usePlayground } from "../playground-context";
import { ReadingsNotice } from "../share/readings-notice";
import { RulesNotice } from "../share/rules-notice";
import { SharedBanner } from "../share/shared-banner";
import { useFragment } from "../share/use-fragment";
import { startPlayground } from "../start-playground";
import { BillBar } from "../timeline/bill-bar";
import { useMedia } from "../ui/use-media";
import { useUndoKeys } from "../undo/use-undo-keys";
import { Sentence } from "../words/sentence";
import { FrameMap } from "./frame-map";

const FRAME_PANELS = ["request", "map"] as const;
type FramePanel = (typeof FRAME_PANELS)[number];

interface FrameSettings {
  readonly mode: "read" | "interactive";
  /** Null = as many as there is room for. */
  readonly panels: readonly FramePanel[] | null;
}

/** What the panels were called before the map joined them: addresses that name them are in people's pages. */
const FORMER: Readonly<Record<string, FramePanel>> = { prefix: "map", timeline: "map" };

/** What makes no sense is left out. @param search the query, e.g. `?mode=interactive&panels=request,map` */
function readFrameSettings(search: string): FrameSettings {
  const query = new URLSearchParams(search);
  const named = (query.get("panels") ?? "").split(",").map((name) => ownField(FORMER, name) ?? name);
  const panels = FRAME_PANELS.filter((panel) => named.includes(panel));
  return {
    mode: query.get("mode") === "interactive" ? "interactive" : "read",
    panels: panels.length > 0 ? panels : null,
  };
}

/** The last line: the way into the playground, with the layout as it stands here. */
function FrameFoot() {
  const text = usePlayground((state) => state.text);
  const settings = usePlayground((state) => state.settings);
  const layout = useMemo(() => noteEdition(layoutOf({ text, settings }), settings), [text, settings]);
  const fragment = useFragment(layout);
  return (
    <footer className="flex h-8 shrink-0 items-center gap-2 border-t border-line-soft bg-panel px-3.5 text-xs">
      <Logo />
      <span className="min-w-0 truncate text-mute">Prompt Cache Playground</span>
      <a
        href={`/#${fragment.text}`}
        target="_blank"
        rel="noopener"
        className="ml-auto font-medium whitespace-nowrap text-accent hover:underline"
      >
        <Sentence said={tell("embed.open")} />
      </a>
    </footer>
  );
}

const [first] = presets;

const start = () =>
  startPlayground({
    text: first.text,
    presetId: first.id,
    settings: { model: first.model, region: "intl", isRegionAssumed: true, scenario: first.scenario },
  });

/** The map comes first: where there is no room for both it stands alone. */
const choosePanels = (asked: readonly FramePanel[] | null, isWide: boolean): readonly FramePanel[] =>
  asked ?? (isWide ? FRAME_PANELS : ["map"]);

const cell = "min-h-0 min-w-0 overflow-hidden";

export function Frame() {
  const [playground] = useState(start);
  useUndoKeys(playground.actions);
  const [{ mode, panels }] = useState(() => readFrameSettings(window.location.search));
  const [map] = useState(createMapStore);
  const isWide = useMedia("(min-width: 900px)");
  const shown = choosePanels(panels, isWide);
  const isBeside = isWide && shown.length > 1;

  useEffect(() => {
    const open = (): void => void openAddress(playground);
    open();
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, [playground]);

  return (
    <PlaygroundContext value={playground}>
      <MapContext value={map}>
        <PageModeContext value={mode}>
          <div className="flex h-dvh flex-col" data-frame={mode}>
            <h1 className="sr-only">Prompt Cache Playground</h1>
            <LiveRegion />
            <SharedBanner />
            <RulesNotice />
            <ReadingsNotice hasRules={false} />
            <main
              className={`grid min-h-0 flex-1 auto-rows-fr ${isBeside ? "grid-cols-[2fr_3fr]" : "grid-cols-1"}`}
            >
              {shown.includes("request") && (
                <div className={`${cell} border-r border-line`}>
                  <EditorPanel />
                </div>
              )}
              {shown.includes("map") && (
                <div className={cell}>
                  <FrameMap />
                </div>
              )}
            </main>
            <BillBar />
            <FrameFoot />
          </div>
        </PageModeContext>
      </MapContext>
    </PlaygroundContext>
  );
}
