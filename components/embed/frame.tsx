"use client";
/** A layout in a frame of somebody's page: as many panels as there is room for, and nothing is stored. */
import { useEffect, useState } from "react";
import { presets } from "../../lib/timeline/presets/presets";
import { EditorPanel } from "../editor/editor-panel";
import { LiveRegion } from "../live-region";
import { PageModeContext } from "../page-mode";
import { PlaygroundContext } from "../playground-context";
import { PrefixPanel } from "../segments/prefix-panel";
import { openLink } from "../share/open-link";
import { RulesNotice } from "../share/rules-notice";
import { startPlayground } from "../start-playground";
import { BillBar } from "../timeline/bill-bar";
import { useMedia } from "../ui/use-media";
import { FrameFoot } from "./frame-foot";
import { type FramePanel, readFrameSettings } from "./frame-settings";
import { FrameTimeline } from "./frame-timeline";

const [first] = presets;

const start = () =>
  startPlayground({
    text: first.text,
    presetId: first.id,
    settings: { model: first.model, region: "intl", scenario: first.scenario },
  });

function choosePanels(asked: readonly FramePanel[] | null, width: { mid: boolean; wide: boolean }) {
  if (asked) return asked;
  if (width.wide) return ["request", "prefix", "timeline"] as const;
  return width.mid ? (["prefix", "timeline"] as const) : (["prefix"] as const);
}

const cell = "min-h-0 min-w-0 overflow-hidden";

export function Frame() {
  const [playground] = useState(start);
  const [{ mode, panels }] = useState(() => readFrameSettings(window.location.search));
  const mid = useMedia("(min-width: 480px)");
  const wide = useMedia("(min-width: 900px)");
  const shown: readonly FramePanel[] = choosePanels(panels, { mid, wide });
  const beside = wide && shown.includes("request") && shown.includes("prefix");

  useEffect(() => {
    const open = (): void => void openLink(playground);
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
