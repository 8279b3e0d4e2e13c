/** Moves a line that changes between requests to the start of the newest user message. */

import { nodeAt } from "../prompt/json-node";
import { parseJson } from "../prompt/json-tree";
import type { TextRange } from "../prompt/prompt";
import { limitsOf } from "../systems/mark-model-studio";
import type { Fix } from "./diagnostic";
import { findStrings, type PlacedString } from "./find-strings";
import type { LintContext } from "./lint-context";
import { offerFix } from "./offer-fix";
import { sourceRange } from "./source-range";

/** A longer line holds more than a clock or an id, and may be needed where it stands. */
const LONGEST_LINE = 160;

/**
 * Behind the last breakpoint, where that is safe: the words stand on a short line of their own among others, the
 * request ends in a user message with a text behind that breakpoint, and what stays before it is long enough to be
 * cached.
 */
export function moveLineBehind(context: LintContext, string: PlacedString, words: TextRange): { fix?: Fix } {
  const { layout, model } = context;
  const line = lineAround(string, words);
  const last = layout.cuts[layout.breakpoints.at(-1) ?? -1];
  if (!line || !last || last.prefix - (line.end - line.start) < limitsOf(model).minimum) return {};
  return moveLine(context, string, line, last.prefix, "Move the line behind the last marker");
}

/** Offsets of the short line that holds the words; null where it is long, or all of the text. */
export function lineAround({ value }: PlacedString, words: TextRange): TextRange | null {
  const start = value.lastIndexOf("\n", words.start - 1) + 1;
  const newline = value.indexOf("\n", words.end);
  const end = newline < 0 ? value.length : newline;
  const isWhole = start === 0 && newline < 0;
  const spansLines = value.slice(words.start, words.end).includes("\n");
  return isWhole || spansLines || end - start > LONGEST_LINE ? null : { start, end };
}

/**
 * Moves a line to the first text of the last message, where that is a user's.
 * @param behind tokens: nothing is offered where that message begins before them
 */
export function moveLine(
  context: LintContext,
  string: PlacedString,
  { start, end }: TextRange,
  behind: number,
  title: string,
): { fix?: Fix } {
  const { text } = context;
  const target = newestText(context, behind);
  if (!target) return {};
  const line = sourceRange(text, string, { start, end });
  // The last line goes with the newline before it, any other with its own.
  const gone =
    end === string.value.length
      ? sourceRange(text, string, { start: start - 1, end })
      : sourceRange(text, string, { start, end: end + 1 });
  const edits = [
    { range: gone, text: "" },
    {
      range: { start: target.start + 1, end: target.start + 1 },
      text: `${text.slice(line.start, line.end)}\\n\\n`,
    },
  ];
  return offerFix(title, { ok: true, edits });
}

/** The first text of the last message, where that is a user's and lies behind so many tokens. */
function newestText({ text, prompt, measured }: LintContext, behind: number): PlacedString | null {
  const message = prompt.messages.at(-1);
  const [part] = message?.parts ?? [];
  const segment = measured.segments.at(-1);
  const isBehind =
    segment?.members.includes(message?.pointer ?? "") && segment.prefix - segment.tokens >= behind;
  if (message?.role !== "user" || part?.kind !== "text" || !isBehind) return null;
  const node = nodeAt(parseJson(text).root, part.pointer);
  const pointer = node?.type === "scalar" ? part.pointer : `${part.pointer}/text`;
  return findStrings(nodeAt(parseJson(text).root, pointer), pointer)[0] ?? null;
}
