/** Of a JSON file that was cut off: where it ends, and what is whole before that. */

import { LIMITS } from "../prompt/limits";

/** Signs of a string in JSON, and in Python or JavaScript. */
const JSON_QUOTES = '"';
const CODE_QUOTES = "\"'`";
const BACKSLASH = 92;
const LINE_END = 10;
const COMMA = 44;

/** An object or array that is open at the end. */
interface Open {
  readonly isList: boolean;
  /** Offset behind its last item that is whole; null where none is. */
  lastEnd: number | null;
}

export interface CutText {
  /** As JSON; null where no item of any list is whole. */
  readonly whole: string | null;
  /** From 1, of the last line of the text. */
  readonly line: number;
  readonly column: number;
}

/** Offset behind the string that begins at `start`; null where the text ends first, undefined where it is no JSON string. */
function skipString(text: string, start: number): number | null | undefined {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === quote) return at + 1;
    // A line's end stands in no string, but the file's last line may end within one.
    else if (code === LINE_END && text[start] !== "`") return text.slice(at).trim() === "" ? null : undefined;
  }
  return null;
}

/** The brackets that are open at the end, outermost first; null where the text is no cut JSON. */
function listOpen(text: string, quotes: string): readonly Open[] | null {
  const open: Open[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (quotes.includes(text[at] ?? " ")) {
      const end = skipString(text, at);
      if (end === undefined) return null;
      if (end === null) return open;
      at = end;
      continue;
    }
    const sign = text[at];
    if (sign === "{" || sign === "[") open.push({ isList: sign === "[", lastEnd: null });
    else if (sign === "}" || sign === "]") {
      if (open.pop()?.isList !== (sign === "]")) return null;
      const around = open.at(-1);
      // A value that is closed leaves nothing to be cut off.
      if (!around) return null;
      around.lastEnd = at + 1;
    } else if (code === COMMA) {
      const last = open.at(-1);
      if (last) last.lastEnd = at;
    }
    at++;
  }
  return open;
}

/**
 * Reads a text that begins as JSON and ends before its brackets close; null for any other. Kept are the items of the
 * outermost list of which one is whole: an item that ends in the middle is none.
 * @param isCode whether it is a value of Python or JavaScript
 */
export function keepWhole(text: string, isCode = false): CutText | null {
  if (!/^\s*[{[]/.test(text)) return null;
  const open = listOpen(text, isCode ? CODE_QUOTES : JSON_QUOTES);
  if (!open || open.length === 0 || open.length > LIMITS.depth) return null;
  const bare = text.trimEnd();
  const lineStart = bare.lastIndexOf("\n") + 1;
  const place = { line: bare.slice(0, lineStart).split("\n").length, column: bare.length - lineStart + 1 };
  const depth = open.findIndex(({ isList, lastEnd }) => isList && lastEnd !== null);
  const list = open[depth];
  if (!list || list.lastEnd === null) return { whole: null, ...place };
  const closing = open
    .slice(0, depth + 1)
    .map(({ isList }) => (isList ? "]" : "}"))
    .reverse();
  return { whole: text.slice(0, list.lastEnd) + closing.join(""), ...place };
}
