"use client";
/** The first difference down to the character, and where it lies. */
import type { TurnComparison } from "../../lib/pipeline/compare-turns";
import { useWords } from "../words/use-words";
import { namePlace } from "./name-place";
import { WordsSnippet } from "./words-snippet";

/** What a template writes to open a turn says nothing to a reader, neither does the end of it where the excerpt begins. */
const withoutOpening = (text: string): string =>
  text.replace(/^(?:[\s\S]*<\|im_start\|>|[a-z_|]{0,9}\|>)[^\n]*\n/, "");

export function DifferenceSnippet({ comparison }: { comparison: TurnComparison }) {
  const { t } = useWords();
  const { first, strip, other, turn } = comparison;
  if (!first) return null;
  return (
    <div>
      <p>
        {t("why.differenceAt", {
          place: namePlace(strip, first),
          line: first.line,
          column: first.column,
        })}
      </p>
      <WordsSnippet
        words={{ ...first, shared: withoutOpening(first.shared) }}
        names={[t("why.snippetBefore", { request: other + 1 }), t("why.snippetNow", { request: turn + 1 })]}
        none={t("why.endsHere")}
      />
      <p className="mt-1 text-[11px] text-mute">{t("why.whitespace")}</p>
    </div>
  );
}
