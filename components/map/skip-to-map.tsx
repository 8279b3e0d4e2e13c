"use client";
/** The first thing that Tab reaches: past header and editor, to the selected request on the map. */

import { useWords } from "../words/use-words";

/** A button rather than a link: the fragment of the address is the page's state. */
export function SkipToMap() {
  const { t } = useWords();
  return (
    <button
      type="button"
      className="absolute top-1 left-1 z-50 rounded-md border border-ink bg-panel px-3 py-1.5 font-medium not-focus:sr-only"
      onClick={() => document.querySelector<SVGElement>('[data-row][tabindex="0"]')?.focus()}
    >
      {t("map.skip")}
    </button>
  );
}
