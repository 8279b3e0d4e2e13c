"use client";
/** The conversation of a lesson: the map, over time or the table, or the tool that a step opens. */
import { type ReactNode, useRef } from "react";
import { ConversationPicture, ViewSwitch } from "../map/conversation-picture";
import { MapControls } from "../map/map-controls";
import { useMap } from "../map/map-store";
import { isWholeSheet, OpenSheet } from "../map/open-sheet";
import { PlayedBanner } from "../map/played-banner";
import { useActions, usePlayground } from "../playground-context";
import { Legend } from "../timeline/legend";
import { PlacementPicker } from "../timeline/placement-picker";
import { useCurrency } from "../timeline/use-currency";
import { useWords } from "../words/use-words";

/** What a fix may need besides the map: the turns, and where markers go in the requests that follow. */
function MendTools() {
  const { t } = useWords();
  const sheet = usePlayground((state) => state.sheet);
  const actions = useActions();
  return (
    <>
      <PlacementPicker />
      <button
        type="button"
        aria-pressed={sheet === "edit"}
        data-sheet-button="edit"
        onClick={() => actions.openSheet(sheet === "edit" ? null : "edit")}
        className="rounded-md border border-line px-2 py-0.5 whitespace-nowrap hover:bg-hover aria-pressed:bg-selected"
      >
        {t("map.sheetEdit")}
      </button>
    </>
  );
}

interface LessonMapProps {
  /** Whether the conversation is to be changed here. */
  readonly isMending?: boolean;
  /** What opens the panels beside it. */
  readonly switches: ReactNode;
  /** Without any control: in front of a class. */
  readonly isBare?: boolean;
}

export function LessonMap({ switches, isMending = false, isBare = false }: LessonMapProps) {
  const { t } = useWords();
  const timeline = usePlayground((state) => state.good?.timeline);
  const stale = usePlayground((state) => state.stale);
  const asked = usePlayground((state) => state.view);
  const sheet = usePlayground((state) => state.sheet);
  const isCovered = useMap((state) => state.coverFrom !== null);
  const actions = useActions();
  const currency = useCurrency();
  const drawing = useRef<SVGSVGElement>(null);
  // Only the map knows how to cover what is to be guessed.
  const view = isCovered ? "map" : asked;
  return (
    <section
      aria-label={t("map.conversation")}
      className="@container flex h-full min-h-0 min-w-0 flex-col bg-panel"
    >
      {!isBare && (switches !== null || !isCovered) && (
        <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line-soft px-3 py-1 text-xs text-mute">
          {switches}
          {!isCovered && <ViewSwitch view={view} onChange={actions.setView} />}
          {isMending && <MendTools />}
          {stale && <span className="shrink-0 text-warn">{t("map.lastGoodText")}</span>}
          {timeline && !isCovered && view === "map" && (
            <span className="ml-auto">
              <MapControls timeline={timeline} />
            </span>
          )}
        </div>
      )}
      <div className="flex min-h-7 shrink-0 flex-wrap items-center gap-x-2.5 px-3 text-xs text-mute max-sm:hidden">
        <Legend />
      </div>
      <PlayedBanner />
      {!timeline ? (
        <p role="status" className="p-4 text-mute">
          {t("learn.loading")}
        </p>
      ) : (
        <div
          className={
            isWholeSheet(sheet) ? "hidden" : `flex min-h-0 flex-1 flex-col ${stale ? "opacity-50" : ""}`
          }
        >
          <ConversationPicture view={view} timeline={timeline} currency={currency} drawing={drawing} />
        </div>
      )}
      {timeline && sheet && !isCovered && (
        <div className="contents" data-spot="sheet">
          <OpenSheet sheet={sheet} playedBy={timeline.playedBy} />
        </div>
      )}
    </section>
  );
}
