/** The first difference down to the character: what both share, how the other request goes on, and how this one does. */
import type { TurnComparison } from "../../lib/pipeline/compare-turns";
import { namePlace } from "./name-place";
import { showWhitespace } from "./show-whitespace";
import { splitSnippet } from "./split-snippet";

const ENDS = "ends here";

/** What a template writes to open a turn says nothing to a reader. */
const withoutOpening = (text: string): string => text.replace(/^[\s\S]*<\|im_start\|>[^\n]*\n/, "");

export function DifferenceSnippet({ comparison }: { comparison: TurnComparison }) {
  const { first, strip, other } = comparison;
  if (!first) return null;
  const { before, after, rest } = splitSnippet(first.before, first.after);
  const shared = showWhitespace(withoutOpening(first.shared));
  const piece = "whitespace-pre-wrap break-words font-mono text-[12px] leading-5";
  return (
    <div>
      <p>
        In {namePlace(strip, first)}, line {first.line}, column {first.column}
      </p>
      <dl className="mt-1.5 overflow-hidden rounded-md border border-line">
        <dt className="bg-raised px-2 pt-1 text-[11px] text-mute">request {other + 1}, before</dt>
        <dd className={`bg-raised px-2 pb-1.5 ${piece}`}>
          <span className="text-mute">{shared}</span>
          <del className="rounded-sm bg-line-soft text-mute" data-difference="before">
            {showWhitespace(before) || ENDS}
          </del>
          <span className="text-mute">{showWhitespace(rest)}</span>
        </dd>
        <dt className="border-t border-line bg-panel px-2 pt-1 text-[11px] text-mute">
          request {comparison.turn + 1}, now
        </dt>
        <dd className={`bg-panel px-2 pb-1.5 ${piece}`}>
          <span className="text-mute">{shared}</span>
          <ins className="rounded-sm bg-bad-wash font-semibold text-bad no-underline" data-difference="now">
            {showWhitespace(after) || ENDS}
          </ins>
          <span className="text-mute">{showWhitespace(rest)}</span>
        </dd>
      </dl>
      <p className="mt-1 text-[11px] text-mute">↵ is a new line, · a space at the edge of a line.</p>
    </div>
  );
}
