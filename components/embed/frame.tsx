"use client";
/** A layout in a frame of somebody's page: as many panels as there is room for, and nothing is stored. */
import { useEffect, useMemo, useState } from "react";
import { noteEdition } from "../../lib/share/note-edition";
import { layoutOf } from "../../lib/store/layout-of";
import { presets } from "../../lib/timeline/presets/presets";
import { openAddress } from "../address/open-address";
import { EditorPanel } from "../editor/editor-panel";
import { Logo } from "../header/logo";
import { LiveRegion } from "../live-region";
import { PageModeContext } from "../page-mode";
import { PlaygroundContext, usePlayground } from "../playground-context";
import { PrefixPanel } from "../segments/prefix-panel";
import { RulesNotice } from "../share/rules-notice";
import { SharedBanner } from "../share/shared-banner";
import { useFragment } from "../share/use-fragment";
import { startPlayground } from "../start-playground";
import { BillBar } from "../timeline/bill-bar";
import { useMedia } from "../ui/use-media";
import { useUndoKeys } from "../undo/use-undo-keys";
import { FrameTimeline } from "./frame-timeline";

const FRAME_PANELS = ["request", "prefix", "timeline"] as const;
type FramePanel = (typeof FRAME_PANELS)[number];

interface FrameSettings {
  readonly mode: "read" | "interactive";
  /** Null = as many as there is room for. */
  readonly panels: readonly FramePanel[] | null;
}

/** What makes no sense is left out. @param search the query, e.g. `?mode=interactive&panels=prefix,timeline` */
function readFrameSettings(search: string): FrameSettings {
  const query = new URLSearchParams(search);
  const named = (query.get("panels") ?? "").split(",");
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
        Open in the playground
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

function choosePanels(asked: readonly FramePanel[] | null, width: { mid: boolean; wide: boolean }) {
  if (asked) return asked;
  if (width.wide) return ["request", "prefix", "timeline"] as const;
  return width.mid ? (["prefix", "timeline"] as const) : (["prefix"] as const);
}

const cell = "min-h-0 min-w-0 overflow-hidden";

export function Frame() {
  const [playground] = useState(start);
  useUndoKeys(playground.actions);
  const [{ mode, panels }] = useState(() => readFrameSettings(window.location.search));
  const mid = useMedia("(min-width: 480px)");
  const wide = useMedia("(min-width: 900px)");
  const shown: readonly FramePanel[] = choosePanels(panels, { mid, wide });
  const beside = wide && shown.includes("request") && shown.includes("prefix");

  useEffect(() => {
    const open = (): void => void openAddress(playground);
    open();
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, [playground]);

  return (
    <PlaygroundContext value={playground}>
      <PageModeContext value={mode}>
        <div className="flex h-dvh flex-col" data-frame={mode}>
          <h1 className="sr-only">Prompt Cache Playground</h1>
          <LiveRegion />
          <SharedBanner />
          <RulesNotice />
          <main className={`grid min-h-0 flex-1 auto-rows-fr ${beside ? "grid-cols-2" : "grid-cols-1"}`}>
            {shown.includes("request") && (
              <div className={`${cell} border-r border-line`}>
                <EditorPanel />
              </div>
            )}
            {shown.includes("prefix") && (
              <div className={cell}>
                <PrefixPanel />
              </div>
            )}
            {shown.includes("timeline") && (
              <div className={`${cell} border-t border-line ${beside ? "col-span-2" : ""}`}>
                <FrameTimeline />
              </div>
            )}
          </main>
          <BillBar />
          <FrameFoot />
        </div>
      </PageModeContext>
    </PlaygroundContext>
  );
}
