/** Moves a line that changes between requests behind the last marker, to the start of the newest user message. */
import { limitsOf } from "../cache/lay-out";
import { nodeAt } from "../prompt/json-node";
import { parseJson } from "../prompt/json-tree";
import type { TextRange } from "../prompt/prompt";
import type { Fix } from "./diagnostic";
import { findStrings, type PlacedString } from "./find-strings";
import type { LintContext } from "./lint-context";
import { offerFix } from "./offer-fix";
import { sourceRange } from "./source-range";

/** A longer line holds more than a clock or an id, and may be needed where it stands. */
const LONGEST_LINE = 160;

/**
 * The move, where it is safe: the words stand on a short line of their own among others, the request ends in a user
 * message with a text behind the last breakpoint, and what stays before that is long enough to be cached.
 */
export function moveLineBehind(context: LintContext, string: PlacedString, words: TextRange): { fix?: Fix } {
  const { text, layout, model } = context;
  const { value } = string;
  const start = value.lastIndexOf("\n", words.start - 1) + 1;
  const newline = value.indexOf("\n", words.end);
  const end = newline < 0 ? value.length : newline;
  const isWhole = start === 0 && newline < 0;
  if (isWhole || end - start > LONGEST_LINE || value.slice(words.start, words.end).includes("\n")) return {};
  const last = layout.cuts[layout.breakpoints.at(-1) ?? -1];
  if (!last || last.prefix - (end - start) < limitsOf(model).minimum) return {};
  const target = newestText(context, last.prefix);
  if (!target) return {};
  const line = sourceRange(text, string, { start, end });
  // The last line goes with the newline before it, any other with its own.
  const gone =
    newline < 0
      ? sourceRange(text, string, { start: start - 1, end })
      : sourceRange(text, string, { start, end: end + 1 });
  const edits = [
    { range: gone, text: "" },
    {
      range: { start: target.start + 1, end: target.start + 1 },
      text: `${text.slice(line.start, line.end)}\\n\\n`,
    },
  ];
  return offerFix("Move the line behind the last marker", { ok: true, edits });
}

/** The first text of the last message, where that is a user's and lies behind the last breakpoint. */
function newestText({ text, prompt, measured }: LintContext, prefix: number): PlacedString | null {
  const message = prompt.messages.at(-1);
  const [part] = message?.parts ?? [];
  const segment = measured.segments.at(-1);
  const isBehind =
    segment?.members.includes(message?.pointer ?? "") && segment.prefix - segment.tokens >= prefix;
  if (message?.role !== "user" || part?.kind !== "text" || !isBehind) return null;
  const node = nodeAt(parseJson(text).root, part.pointer);
  const pointer = node?.type === "scalar" ? part.pointer : `${part.pointer}/text`;
  return findStrings(nodeAt(parseJson(text).root, pointer), pointer)[0] ?? null;
}
