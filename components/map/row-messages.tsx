"use client";
/** The messages of an opened row: text, tokens, markers; those of the document's own request can be moved, added, removed. */
import { useDeferredValue } from "react";
import type { RequestView, ShownTurn } from "../../lib/pipeline/analysis";
import { PrefixRows } from "../segments/prefix-rows";
import { useWords } from "../words/use-words";

interface RowMessagesProps {
  readonly place: { readonly top: number; readonly height: number };
  readonly index: number;
  /** Null while it is on its way. */
  readonly shown: ShownTurn | null;
  readonly left: number;
  readonly isEditable: boolean;
  readonly onClose: () => void;
}

/** Pixels of an opened row while its messages are on their way. */
export const WAITING = 160;

/** Pixels: a row of a message, one of a marker, and what stands around them. */
const ROW = { message: 28, marker: 24, around: 92 };
const MOST = 380;

/** A long list scrolls in its place. */
export const countRowsHeight = ({ segments, markers, tail }: RequestView): number =>
  Math.min(
    MOST,
    ROW.around + (segments.length + (tail > 0 ? 1 : 0)) * ROW.message + markers.length * ROW.marker,
  );

export function RowMessages({ place, index, shown, left, isEditable, onClose }: RowMessagesProps) {
  const { t } = useWords();
  const deferred = useDeferredValue(shown);
  return (
    <section
      aria-label={t("map.messagesOf", { number: index + 1 })}
      className="absolute right-3 flex flex-col overflow-hidden rounded-lg border border-line bg-panel shadow-raised"
      style={{ top: place.top, height: place.height, left }}
      onKeyDown={(event) => {
        // Escape may be meant for what is dragged over the list.
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <div className="flex h-7 shrink-0 items-center gap-2 border-b border-line-soft px-3 text-xs text-mute">
        <span className="font-semibold text-ink">{t("map.messagesOf", { number: index + 1 })}</span>
        {index > 0 && <span>{t("map.followFrom")}</span>}
        <button type="button" className="ml-auto rounded px-1.5 hover:bg-hover" onClick={onClose}>
          {t("map.close")}
        </button>
      </div>
      {deferred ? (
        <PrefixRows shown={deferred} editable={isEditable && index === 0} />
      ) : (
        <p className="p-3 text-mute">{t("map.counting")}</p>
      )}
    </section>
  );
}
