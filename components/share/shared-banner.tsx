"use client";
/** What a layout that somebody shared says of itself: the author's note, and that its words were left out. */
import type { ReactNode } from "react";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { type Drawers, useWords } from "../words/use-words";

const mute = (pieces: ReactNode) => <span className="text-mute">{pieces}</span>;

const DRAWERS: Drawers = {
  label: mute,
  means: mute,
  b: (pieces) => <span className="font-medium">{pieces}</span>,
};

export function SharedBanner() {
  const { t, rich } = useWords();
  const shared = usePlayground((state) => state.shared);
  const actions = useActions();
  if (shared === null) return null;
  const { note, isShapeOnly } = shared;
  return (
    <section
      aria-label={t("share.sharedLayout")}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-raised px-3.5 py-1.5"
    >
      <div className="min-w-0 grow basis-72">
        {note !== null && <p className="break-words">{rich("share.noteByAuthor", DRAWERS, { note })}</p>}
        {isShapeOnly && <p>{rich("share.isShape", DRAWERS)}</p>}
      </div>
      <Button className="text-xs" onClick={actions.closeNotice}>
        {t("share.close")}
      </Button>
    </section>
  );
}
