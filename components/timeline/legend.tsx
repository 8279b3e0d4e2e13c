"use client";
/** What the four colours mean. */
import { Term } from "../terms/term";
import { useWords } from "../words/use-words";

const kinds = ["read", "written", "uncached", "completion"] as const;
const fills = {
  read: "fill-read",
  written: "fill-written",
  uncached: "fill-uncached",
  completion: "fill-completion",
} as const;

export function Legend() {
  const { t } = useWords();
  return (
    <ul aria-label={t("timeline.legend")} className="hidden gap-3 sm:flex">
      {kinds.map((kind) => (
        <li key={kind} className="inline-flex items-center gap-1.5">
          <span aria-hidden className={`size-2.5 rounded-xs ${fills[kind]}`} />
          <Term id={kind} />
        </li>
      ))}
    </ul>
  );
}
