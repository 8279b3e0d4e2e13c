/** Finds words in a text that change between requests: clocks, ids, folders and the like. */
import type { TextRange } from "../prompt/prompt";
import { rememberTexts } from "../tokens/text-memory";
import { append } from "../values/long-lists";
import { listVolatilePatterns, type VolatileKind } from "./volatile-patterns";

export interface VolatileWords extends TextRange {
  readonly kind: VolatileKind;
}

/** So many unnamed UUIDs in one text are its data, not the id of a request. */
const DATA_UUIDS = 3;

/** So many of one kind in one text are enough to know. */
const MOST = 20;

/** What tells an example, before the words: in their line, in their sentence, or as a label above them. */
const EXAMPLES = [
  /(?:\be\.g\.|\bi\.e\.|\bexamples?\b|\bfor instance\b|例如|比如|示例)[^\n]*$/i,
  /\b(?:such as|format(?:ted)?|like)\b[^\n.!?]*$/i,
  /\bexamples?\b[^\n]{0,40}:\s*\n(?:[^\n]+\n)*[^\n]*$/i,
];
/** "If the current time is 08:00" states a rule, not the time. */
const CONDITION =
  /(?:^|\W)(?:if|when|whenever|unless|until|once|suppose|assume|imagine)(?:\W[^.\n]{0,40})?$|(?:如果|假设)[^。\n]{0,20}$/i;

/** Characters before the words that are looked at. */
const REACH = 300;

function isExample(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  if (EXAMPLES.some((pattern) => pattern.test(before)) || CONDITION.test(before)) return true;
  const above = text.slice(Math.max(0, at - 4000), at);
  const heading = above.slice(above.lastIndexOf("\n#") + 1).split("\n", 1)[0] ?? "";
  if (/^#+ .*(?:\bexamples?\b|示例)/i.test(heading)) return true;
  return above.lastIndexOf("<example") > above.lastIndexOf("</example");
}

/** Fenced blocks are samples of code or data; one whose fence is never closed is none. */
function listFenced(text: string): TextRange[] {
  const fences = [...text.matchAll(/^[ \t]*(?:```|~~~)/gm)].map(({ index }) => index);
  const blocks: TextRange[] = [];
  for (let at = 0; at + 1 < fences.length; at += 2) {
    blocks.push({ start: fences[at] ?? 0, end: fences[at + 1] ?? 0 });
  }
  return blocks;
}

/** Volatile words of a text, ascending, none overlapping; offsets into the text given. */
export const findVolatile = rememberTexts(search);

function search(text: string): VolatileWords[] {
  const found: VolatileWords[] = [];
  const fenced = listFenced(text);
  for (const { kind, pattern, isMeant } of listVolatilePatterns()) {
    const words: VolatileWords[] = [];
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.words ?? [match.index, match.index + match[0].length];
      if (fenced.some((block) => block.start <= start && start < block.end)) continue;
      if (kind !== "git" && kind !== "billing" && isExample(text, match.index)) continue;
      if (isMeant && !isMeant(text.slice(start, end))) continue;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      if (words.length === MOST) break;
      words.push({ kind, start, end });
    }
    if (kind !== "uuid" || words.length < DATA_UUIDS) append(found, words);
  }
  return found.sort((a, b) => a.start - b.start);
}
