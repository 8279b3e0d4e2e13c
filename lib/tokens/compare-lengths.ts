/** By how many tokens a prompt was longer before words of it were taken out, part by part. */
import type { Model } from "../offers/model";
import type { Prompt } from "../prompt/prompt";
import { renderPrompt } from "./render";
import type { RenderedSegment } from "./render-turn";
import type { LengthChange } from "./restore-lengths";
import type { TokenCounter } from "./token-counter";

/** Characters on either side of a difference that are counted with it: words at its edge may join with it. */
const AROUND = 64;

/** The part in which two texts differ, with what stands around it. */
function cutDifference(sent: string, kept: string): readonly [string, string] {
  const most = Math.min(sent.length, kept.length);
  let start = 0;
  while (start < most && sent.charCodeAt(start) === kept.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && sent.at(-1 - end) === kept.at(-1 - end)) end++;
  const from = Math.max(0, start - AROUND);
  const rest = Math.max(0, end - AROUND);
  return [sent.slice(from, sent.length - rest), kept.slice(from, kept.length - rest)];
}

/** A stretch of a text, from a part's end to the next one's. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function listStretches({ content: { text, ends } }: RenderedSegment): Stretch[] {
  let from = 0;
  const inner = ends.slice(0, -1).map(({ end }): Stretch => {
    const start = from;
    from = Math.max(from, end);
    return { from: start, to: from };
  });
  return [...inner, { from, to: text.length }];
}

/** Line by line where both have as many, so that what stands between two differences is not counted. */
function compareStretch(sent: string, text: string, { from, to }: Stretch, counter: TokenCounter): number {
  const kept = text.slice(from, to);
  if (sent === kept) return 0;
  const [had, has] = [sent.split("\n"), kept.split("\n")];
  const isByLine = had.length === has.length;
  let at = from;
  let tokens = 0;
  for (const [index, line] of (isByLine ? has : [kept]).entries()) {
    const before = isByLine ? (had[index] ?? "") : sent;
    if (before !== line) {
      // What stands around is the same for both: a difference next to this one counts for itself.
      const [left, right] = [
        text.slice(Math.max(0, at - AROUND), at),
        text.slice(at + line.length, at + line.length + AROUND),
      ];
      const [one, other] = cutDifference(left + before + right, left + line + right);
      tokens += counter.count(one) - counter.count(other);
    }
    at += line.length + 1;
  }
  return tokens;
}

/**
 * The parts that count otherwise as they were sent; null where the two prompts are not built alike. Only the differences
 * are counted, with a few words around each.
 * @param kept the same prompt with words taken out
 */
export function compareLengths(
  sent: Prompt,
  kept: Prompt,
  model: Model | null,
  counter: TokenCounter,
): readonly LengthChange[] | null {
  const [had, has] = [renderPrompt(sent, model).segments, renderPrompt(kept, model).segments];
  if (had.length !== has.length) return null;
  const changes: LengthChange[] = [];
  for (const [segment, one] of had.entries()) {
    const other = has[segment];
    if (!other || one.content.ends.length !== other.content.ends.length) return null;
    const after = listStretches(other);
    for (const [cut, { from, to }] of listStretches(one).entries()) {
      const stretch = after[cut];
      const before = one.content.text.slice(from, to);
      const tokens = stretch ? compareStretch(before, other.content.text, stretch, counter) : 0;
      if (tokens !== 0) changes.push({ segment, cut, tokens });
    }
  }
  return changes;
}
