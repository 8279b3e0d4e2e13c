/** Moves what changes between requests to the start of the newest user message: its line, its sentence, or its value alone. */

import type { ChangingSpan } from "../changing/changing-text";
import { nodeAt } from "../prompt/json-node";
import { parseJson } from "../prompt/json-tree";
import type { Message, TextRange } from "../prompt/prompt";
import { limitsOf } from "../systems/mark-model-studio";
import { tell } from "../words/message";
import type { Fix } from "./diagnostic";
import { findStrings, type PlacedString } from "./find-strings";
import type { LintContext } from "./lint-context";
import { offerFix } from "./offer-fix";
import { keptQuestion } from "./opening-texts";
import { sourceRange } from "./source-range";

/** A longer line holds more than a clock or an id, and may be needed where it stands. */
const LONGEST_LINE = 160;

/** A longer sentence says more than a time or an id. */
const LONGEST_SENTENCE = 200;

/** Into the newest user message, into the newest message, or behind the last marker. */
type Target = "user" | "newest" | "marker";

/** How the words are introduced where they move to. */
const NAMES: Readonly<Record<ChangingSpan["kind"], string>> = {
  clock: "Current date and time",
  epoch: "Timestamp",
  id: "Id",
  uuid: "Id",
  counter: "Counter",
  hash: "Hash",
  folder: "Working directory",
  git: "Git status",
  billing: "Header",
  other: "Value",
};

/**
 * Behind the last breakpoint, or into a newest question that later requests keep, where that is safe: the request ends in
 * a user message, and what stays before it is long enough to be cached. A short line of its own goes whole. Of a longer one,
 * or one with other sentences, the sentence goes that says no more than the words; else the words alone, and what stays
 * says where to find them. A header that a client writes by itself cannot be moved.
 */
export function moveLineBehind(
  context: LintContext,
  string: PlacedString,
  words: ChangingSpan,
): { fix?: Fix } {
  if (words.kind === "billing") return {};
  const { layout, model } = context;
  const line = lineAround(string, words);
  const last = layout.cuts[layout.breakpoints.at(-1) ?? -1];
  const gone = line ?? words;
  if (!last || last.prefix - (gone.end - gone.start) < limitsOf(model, layout.readings).minimum) return {};
  // A question that the conversation keeps may hold them too: the next request sends it as it was.
  const kept = keptQuestion(context);
  const behind = kept ? startOf(context, kept) : last.prefix;
  const where = kept && behind < last.prefix ? "newest" : "marker";
  if (behind === 0) return {};
  if (line) return moveLine(context, string, line, behind, where);
  return moveWords(context, string, words, behind, where);
}

/** Tokens before a message; 0 where it is not found. */
function startOf({ measured }: LintContext, { pointer }: Message): number {
  const segment = measured.segments.find(({ members }) => members.includes(pointer));
  return segment ? segment.prefix - segment.tokens : 0;
}

/** Offsets of the sentence that holds the words; null where it says more than they do, or is all of the text. */
function sentenceAround({ value }: PlacedString, words: TextRange): TextRange | null {
  const before = value.slice(0, words.start);
  const opened = [...before.matchAll(/[.!?]\s+|[。！？\n]\s*/g)].at(-1);
  const start = opened ? opened.index + opened[0].length : 0;
  const closed = /^["'*_`)\]]*\s*(?:[.!?](?=\s|$)|[。！？]|(?=\n)|$)/.exec(value.slice(words.end));
  if (!closed) return null;
  const end = words.end + closed[0].length;
  const isWhole = value.slice(0, start).trim() === "" && value.slice(end).trim() === "";
  return isWhole || end - start > LONGEST_SENTENCE ? null : { start, end };
}

/**
 * Moves the sentence of the words, or puts a reference in the place of the words and them into the newest message.
 * @param behind tokens: nothing is offered where that message begins before them
 */
export function moveWords(
  context: LintContext,
  string: PlacedString,
  words: ChangingSpan,
  behind: number,
  where: Target,
): { fix?: Fix } {
  const { text } = context;
  const { value } = string;
  // A text that says nothing else keeps its place: empty or a mere reference it would be no text.
  if (value.trim().length <= LONGEST_SENTENCE && sentenceAround(string, words) === null) return {};
  const isPlain = !value.slice(words.start, words.end).includes("\n");
  const target = isPlain ? newestText(context, behind) : null;
  if (!target) return {};
  const put = (line: string) => ({
    range: { start: target.start + 1, end: target.start + 1 },
    text: `${JSON.stringify(line).slice(1, -1)}\\n\\n`,
  });
  const sentence = sentenceAround(string, words);
  if (sentence) {
    const line = value.slice(sentence.start, sentence.end).trim();
    const spaces = /^[ \t]*/.exec(value.slice(sentence.end))?.[0].length ?? 0;
    const gone = sourceRange(text, string, { start: sentence.start, end: sentence.end + spaces });
    return offerFix(tell("lintFixes.moveSentence", { line, where }), {
      ok: true,
      edits: [{ range: gone, text: "" }, put(line)],
    });
  }
  const line = `${NAMES[words.kind]}: ${value.slice(words.start, words.end)}`;
  const reference = "(given in the newest user message)";
  return offerFix(tell("lintFixes.putReference", { reference, line, where }), {
    ok: true,
    edits: [{ range: sourceRange(text, string, words), text: reference }, put(line)],
  });
}

/** The end of a sentence with another one behind it; a full stop behind a list's number is none. */
const BETWEEN_SENTENCES = /[\p{L}\p{N})\]"'”’`*_][.!?]["'”’)\]]*\s+(?=\S)|[。！？](?=\s*\S)/u;
const LIST_SIGN = /^\s*(?:[-*•>#]+|\d+[.)])\s+/;

/** Whether a line says something else beside the sentence that holds the words. */
function hasOtherSentence({ value }: PlacedString, line: TextRange, words: TextRange): boolean {
  const before = value.slice(line.start, words.start).replace(LIST_SIGN, "");
  return BETWEEN_SENTENCES.test(before) || BETWEEN_SENTENCES.test(value.slice(words.end - 1, line.end));
}

/**
 * Offsets of the short line that holds the words; null where it is long, or all of the text, or holds another sentence:
 * that one stays where it is.
 */
export function lineAround(string: PlacedString, words: TextRange): TextRange | null {
  const { value } = string;
  const start = value.lastIndexOf("\n", words.start - 1) + 1;
  const newline = value.indexOf("\n", words.end);
  const end = newline < 0 ? value.length : newline;
  const isWhole = start === 0 && newline < 0;
  const spansLines = value.slice(words.start, words.end).includes("\n");
  if (isWhole || spansLines || end - start > LONGEST_LINE) return null;
  return hasOtherSentence(string, { start, end }, words) ? null : { start, end };
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
  where: Target,
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
  return offerFix(tell("lintFixes.moveLine", { where }), { ok: true, edits });
}

/** The first text of the last message, where that is a user's and lies behind so many tokens. */
function newestText({ text, prompt, measured }: LintContext, behind: number): PlacedString | null {
  const message = prompt.messages.at(-1);
  const part = message?.parts.find(({ kind }) => kind === "text");
  const segment = measured.segments.at(-1);
  const isBehind =
    segment?.members.includes(message?.pointer ?? "") && segment.prefix - segment.tokens >= behind;
  if (message?.role !== "user" || !part || !isBehind) return null;
  const node = nodeAt(parseJson(text).root, part.pointer);
  const pointer = node?.type === "scalar" ? part.pointer : `${part.pointer}/text`;
  return findStrings(nodeAt(parseJson(text).root, pointer), pointer)[0] ?? null;
}
