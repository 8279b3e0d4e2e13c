/** The first difference down to the character, and where it lies. */
import type { TurnComparison } from "../../lib/pipeline/compare-turns";
import { namePlace } from "./name-place";
import { WordsSnippet } from "./words-snippet";

/** What a template writes to open a turn says nothing to a reader, neither does the end of it where the excerpt begins. */
const withoutOpening = (text: string): string =>
  text.replace(/^(?:[\s\S]*<\|im_start\|>|[a-z_|]{0,9}\|>)[^\n]*\n/, "");

export function DifferenceSnippet({ comparison }: { comparison: TurnComparison }) {
  const { first, strip, other, turn } = comparison;
  if (!first) return null;
  return (
    <div>
      <p>
        In {namePlace(strip, first)}, line {first.line}, column {first.column}
      </p>
      <WordsSnippet
        words={{ ...first, shared: withoutOpening(first.shared) }}
        names={[`request ${other + 1}, before`, `request ${turn + 1}, now`]}
        none="ends here"
      />
      <p className="mt-1 text-[11px] text-mute">↵ is a new line, · a space at the edge of a line.</p>
    </div>
  );
}
