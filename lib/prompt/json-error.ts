/** A syntax error in one clear sentence: where, what, and the mend. */

import { type Message, type Said, tell } from "../words/message";
import type { JsonSyntaxError } from "./json-tree";
import { LIMITS } from "./limits";
import type { PromptError } from "./prompt";

/** Words of other languages and typographic signs that people paste, with what JSON writes instead. */
const MENDS: Readonly<Record<string, string>> = {
  None: "null",
  undefined: "null",
  NaN: "null",
  Infinity: "null",
  True: "true",
  False: "false",
};

/** The error as a `PromptError`, `Line 12, column 5: …`. Never throws. */
export function describeJsonError(text: string, error: JsonSyntaxError): PromptError {
  const place = preciseOffset(text, error);
  const { line, column } = positionAt(text, place.start);
  return {
    code: "json-invalid",
    message: tell("prompt.jsonAt", { line, column, problem: explain(text, error, place.start) }),
    pointer: "",
    range: place,
  };
}

/** The reader names the whole string for a fault inside it; the fault itself is what one wants to see. */
function preciseOffset(text: string, error: JsonSyntaxError): { start: number; end: number } {
  const whole = { start: error.offset, end: Math.min(text.length, error.offset + error.length) };
  const token = text.slice(whole.start, whole.end);
  if (error.code === 16) return narrow(whole, controlIndex(token), 1);
  if (error.code === 15) return narrow(whole, badEscape(token, /\\(?!["\\/bfnrtu])/y), 2);
  if (error.code === 14) return narrow(whole, badEscape(token, /\\u(?![0-9a-fA-F]{4})/y), 2);
  return whole;
}

function narrow(whole: { start: number; end: number }, at: number, length: number) {
  if (at < 0) return whole;
  const start = whole.start + at;
  return { start, end: Math.min(whole.end, start + length) };
}

/** Index of the first control character. */
function controlIndex(token: string): number {
  for (let index = 0; index < token.length; index++) {
    if (token.charCodeAt(index) < 0x20) return index;
  }
  return -1;
}

/** Index of the first escape that matches, stepping over sound ones (`\\` before `x` is no escape of `x`). */
function badEscape(token: string, bad: RegExp): number {
  for (let index = token.indexOf("\\"); index >= 0; index = token.indexOf("\\", index + 2)) {
    bad.lastIndex = index;
    if (bad.test(token)) return index;
  }
  return -1;
}

function explain(text: string, error: JsonSyntaxError, offset: number): Message {
  const found = tokenAt(text, offset);
  switch (error.code) {
    case 1:
      return explainSymbol(text, error);
    case 3:
      return tell("prompt.nameBefore", { found });
    case 4:
      if (text.trim() === "") return tell("prompt.textEmpty");
      return tell("prompt.valueBefore", { found });
    case 5:
      return tell("prompt.colonBefore", { found });
    case 6:
      return explainComma(text, error, found);
    case 7:
    case 8:
      return tell("prompt.endsEarly", { unclosed: unclosed(text, error) });
    case 9:
      return tell("prompt.afterEnd", { found });
    case 11:
      return tell("prompt.commentOpen");
    case 12:
      return tell("prompt.stringOpen");
    case 13:
    case 2:
      return tell("prompt.numberCut");
    case 14:
      return tell("prompt.unicodeCut");
    case 15:
      return tell("prompt.escapeUnknown");
    case 16:
      return tell("prompt.controlInside");
    case "too-deep":
      return tell("prompt.tooDeep", { most: LIMITS.depth });
    default:
      return tell("prompt.jsonWrong", { found });
  }
}

function explainSymbol(text: string, error: JsonSyntaxError): Message {
  const word = text.slice(error.offset, error.offset + error.length);
  const mend = Object.hasOwn(MENDS, word) ? MENDS[word] : undefined;
  if (mend) return tell("prompt.wordUnknown", { word, mend });
  if (/^['`\u2018\u2019\u201c\u201d\u00ab\u00bb]/.test(word)) {
    return tell("prompt.quoteWrong", { sign: quote(word[0] ?? "") });
  }
  if (/^[\p{L}_$]/u.test(word)) return tell("prompt.wordBare", { word: quote(word) });
  return tell("prompt.wordMisplaced", { word: quote(word) });
}

function explainComma(text: string, error: JsonSyntaxError, found: Said): Message {
  const closes = text[error.offset];
  if (closes === "}" || closes === "]")
    return tell("prompt.bracketWrong", { bracket: quote(closes), unclosed: unclosed(text, error) });
  const before = text.slice(0, error.offset).trimEnd();
  const previous = before.endsWith('"')
    ? tell("prompt.theString")
    : /[\]}]$/.test(before)
      ? `"${before.at(-1)}"`
      : tell("prompt.theValue");
  return tell("prompt.commaBetween", { previous, found });
}

function unclosed(text: string, error: JsonSyntaxError): Message {
  if (!error.opener) return tell("prompt.bracketOpen");
  const { line, column } = positionAt(text, error.opener.offset);
  const [opens, closes] = error.opener.type === "object" ? ['"{"', '"}"'] : ['"["', '"]"'];
  return tell("prompt.bracketOpenAt", { opens, line, column, closes });
}

/** What stands at an offset, short enough for a sentence. */
function tokenAt(text: string, offset: number): Said {
  const rest = text.slice(offset, offset + 40);
  if (rest === "") return tell("prompt.endOfText");
  const string = /^"((?:[^"\\\n]|\\.)*)"/.exec(rest);
  if (string) return quote(string[1] ?? "");
  if (rest.startsWith('"')) return tell("prompt.aString");
  return quote(/^(?:[\p{L}\p{N}_.+-]+|.)/u.exec(rest)?.[0] ?? rest.charAt(0));
}

function quote(part: string): string {
  return `"${part.length > 24 ? `${part.slice(0, 24)}…` : part}"`;
}

export interface TextPosition {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Line and column of a UTF-16 offset. Lines end at LF, CR LF or CR. */
export function positionAt(text: string, offset: number): TextPosition {
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < offset && index < text.length; index++) {
    const code = text.charCodeAt(index);
    const endsLine = code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10);
    if (!endsLine) continue;
    line++;
    lineStart = index + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
