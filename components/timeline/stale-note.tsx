"use client";
/** Says that the figures are older than the text while the text cannot be read, and dims what it holds so long. */
import type { ReactNode } from "react";
import { usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";

export function StaleNote({ children }: { readonly children: ReactNode }) {
  const stale = usePlayground((state) => state.stale);
  const { t } = useWords();
  const isEmpty = usePlayground((state) => state.text.trim() === "");
  return (
    <>
      <p role="status" className={stale ? "shrink-0 bg-hover px-3.5 py-1.5 text-xs text-warn" : "sr-only"}>
        {stale && (isEmpty ? t("timeline.emptyRequest") : t("timeline.unreadable"))}
      </p>
      <div
        data-stale={stale || undefined}
        className={`flex min-h-0 flex-1 flex-col ${stale ? "opacity-45 saturate-50" : ""}`}
      >
        {children}
      </div>
    </>
  );
}
