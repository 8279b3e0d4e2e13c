/** A syntax error in one clear sentence: where, what, and the mend. */
import { type JsonSyntaxError, MAX_DEPTH } from "./json-tree";
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
    message: `Line ${line}, column ${column}: ${explain(text, error, place.start)}.`,
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

function explain(text: string, error: JsonSyntaxError, offset: number): string {
  const found = tokenAt(text, offset);
  switch (error.code) {
    case 1:
      return explainSymbol(text, error);
    case 3:
      return `a property name in double quotes belongs before ${found}`;
    case 4:
      if (text.trim() === "") return "the text is empty; paste a request body or an array of messages";
      return `a value is missing before ${found}; add one, or remove the comma or colon in front`;
    case 5:
      return `a colon is missing after a property name, before ${found}; add ":"`;
    case 6:
      return explainComma(text, error, found);
    case 7:
    case 8:
      return `the text ends too early; ${unclosed(text, error)}`;
    case 9:
      return `${found} follows the end of the JSON value; remove it, or enclose everything in one array or object`;
    case 11:
      return 'a comment is not closed; end it with "*/"';
    case 12:
      return "a string is not closed on its line; end it with a double quote, and write line breaks inside it as \\n";
    case 13:
    case 2:
      return "a number is cut short; write digits after the point or the exponent";
    case 14:
      return "\\u needs four hexadecimal digits; complete them, or write \\\\u for a backslash and a u";
    case 15:
      return "JSON does not know this escape; write \\\\ for a backslash itself";
    case 16:
      return "a control character stands inside a string; write a tab as \\t and others as \\u00XX";
    case "too-deep":
      return `the text is nested deeper than ${MAX_DEPTH} levels; no request needs that`;
    default:
      return `the JSON is not valid at ${found}`;
  }
}

function explainSymbol(text: string, error: JsonSyntaxError): string {
  const word = text.slice(error.offset, error.offset + error.length);
  const mend = Object.hasOwn(MENDS, word) ? MENDS[word] : undefined;
  if (mend) return `JSON does not know ${word}; write ${mend}`;
  if (/^['`\u2018\u2019\u201c\u201d\u00ab\u00bb]/.test(word)) {
    return `${quote(word[0] ?? "")} is no quotation mark in JSON; write plain double quotes`;
  }
  if (/^[\p{L}_$]/u.test(word))
    return `${quote(word)} is not a JSON value; put names and texts in double quotes`;
  return `${quote(word)} does not belong here; remove it, or put it in double quotes`;
}

function explainComma(text: string, error: JsonSyntaxError, found: string): string {
  const closes = text[error.offset];
  if (closes === "}" || closes === "]") return `${quote(closes)} does not fit here; ${unclosed(text, error)}`;
  const before = text.slice(0, error.offset).trimEnd();
  const previous = before.endsWith('"')
    ? "the string"
    : /[\]}]$/.test(before)
      ? `"${before.at(-1)}"`
      : "the value";
  return `a comma is missing between ${previous} before it and ${found}; add ","`;
}

function unclosed(text: string, error: JsonSyntaxError): string {
  if (!error.opener) return "a bracket is not closed";
  const { line, column } = positionAt(text, error.opener.offset);
  const [opens, closes] = error.opener.type === "object" ? ["{", "}"] : ["[", "]"];
  return `the "${opens}" of line ${line}, column ${column} is not closed; add "${closes}"`;
}

/** What stands at an offset, short enough for a sentence. */
function tokenAt(text: string, offset: number): string {
  const rest = text.slice(offset, offset + 40);
  if (rest === "") return "the end of the text";
  const string = /^"((?:[^"\\\n]|\\.)*)"/.exec(rest);
  if (string) return quote(string[1] ?? "");
  if (rest.startsWith('"')) return "a string";
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
