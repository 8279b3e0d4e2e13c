/** Finds JSON and Python's dicts within other text, such as the lines of a log. */
import { parseValue } from "./parse-value";
import { openProgram } from "./read-code-value";
import { writeKnown } from "./write-known";

export interface FoundValue {
  readonly value: unknown;
  /** UTF-16 offset at which it begins, and behind its end. */
  readonly start: number;
  readonly end: number;
}

const QUOTE = 34;
const BACKSLASH = 92;
const LINE_END = 10;
/** Brackets without a value behind them that are looked at in all, each up to its end: prose may have very many. */
const PATIENCE = 20_000_000;
/** The same for values as Python writes them, which take longer to read. */
const CODE_PATIENCE = 2_000_000;
const MOST_VALUES = 5_000_000;

/** Offset behind the bracket that closes the one at `start`, strings of JSON passed over; null where none does. */
function closingOf(text: string, start: number, end: number): number | null {
  let depth = 0;
  let isInside = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isInside) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) isInside = false;
      else if (code === LINE_END) return null;
    } else if (code === QUOTE) isInside = true;
    else if (code === 123 || code === 91) depth++;
    else if ((code === 125 || code === 93) && --depth === 0) return at + 1;
  }
  return null;
}

/** JSON within a string, whose quotes are escaped, as loggers write a body that they were given as text. */
const ESCAPED = /^[[{](?:\\[nrt]|[ \t])*\\+"/;

/** The value in a string up to the quote that ends it, or the line's end; null where there is none. */
function readEscaped(text: string, start: number, lineEnd: number): FoundValue | null {
  let end = start;
  while (end < lineEnd && text.charCodeAt(end) !== QUOTE) end += text.charCodeAt(end) === BACKSLASH ? 2 : 1;
  let inner: unknown = `"${text.slice(start, end)}"`;
  // A string may stand in a string.
  for (let depth = 0; depth < 4 && typeof inner === "string"; depth++) {
    const parsed = parseValue(inner);
    if (!parsed.ok) return null;
    inner = parsed.value;
  }
  return typeof inner === "string" ? null : { value: inner, start, end };
}

const LINE_START = /\n\s*(?:Out\[\d+\]:\s*)?$/;
/** An object by its first name, or a list of objects; levels, times and the like in brackets are neither. */
const BEGINS = /^(?:\{\s*(?:["'}]|[\w$]+\s*:|\.\.\.)|\[\s*(?:[[{]|[A-Z]\w*\())/;

/**
 * A value goes on over lines only where it begins one, or its first line ends behind a bracket, as printers of JSON and dicts
 * write it.
 */
const BREAKS_LINE = /^[[{][ \t]*\r?\n/;

/** Whether a text is one value in brackets, sound or not: what stands in it is no value of its own. */
export function isOneBracket(text: string): boolean {
  const bare = text.trim();
  const end = /^[[{]/.test(bare) ? closingOf(bare, 0, bare.length) : bare.length - 1;
  return end === null || end >= bare.replace(/[;,]$/, "").length;
}

/**
 * Values in the order of the text, none within another.
 * @param isWanted whether a value is looked for: what stands within one that is not is looked at, too
 */
export function findValues(text: string, isWanted: (value: unknown) => boolean): readonly FoundValue[] {
  const found: FoundValue[] = [];
  const open = openProgram(text, { hasClasses: true, hasNames: false });
  const left = { count: MOST_VALUES };
  let patience = PATIENCE;
  let codePatience = CODE_PATIENCE;

  function readAt(start: number, lineEnd: number): FoundValue | null {
    const head = text.slice(start, start + 80);
    if (ESCAPED.test(head)) {
      const escaped = readEscaped(text, start, lineEnd);
      patience -= escaped ? 0 : lineEnd - start;
      return escaped;
    }
    if (/^[A-Z]/.test(head)) return readCode(start, lineEnd, false);
    return BEGINS.test(head) ? readBracket(start, lineEnd) : null;
  }

  /** Whether only blanks, or a console's name of what it gives, stand before it on its line. */
  const beginsLine = (start: number): boolean => {
    const before = text.slice(Math.max(0, start - 40), start);
    return LINE_START.test(start > 40 ? before : `\n${before}`);
  };

  function readBracket(start: number, lineEnd: number): FoundValue | null {
    const mayGoOn = BREAKS_LINE.test(text.slice(start, start + 40)) || beginsLine(start);
    const end = closingOf(text, start, mayGoOn ? text.length : lineEnd);
    const parsed = end === null ? null : parseValue(text.slice(start, end));
    if (end !== null && parsed?.ok) return { value: parsed.value, start, end };
    patience -= (end ?? (mayGoOn ? text.length : lineEnd)) - start;
    return readCode(start, lineEnd, mayGoOn);
  }

  /** A value as Python or JavaScript writes it. */
  function readCode(start: number, lineEnd: number, mayGoOn: boolean): FoundValue | null {
    if (codePatience <= 0) return null;
    const reader = open(start);
    const value = writeKnown(reader.readValue(), left);
    const isValue = reader.wrongAt() === null && (reader.at <= lineEnd || mayGoOn);
    if (!isValue) codePatience -= reader.at - start;
    return isValue ? { value, start, end: reader.at } : null;
  }

  // A class that was printed begins with its name.
  const bracket = /[[{]|\b[A-Z]\w*\((?=\w+=)/g;
  let lineEnd = -1;
  for (let next = bracket.exec(text); next && patience > 0; next = bracket.exec(text)) {
    const start = next.index;
    if (start > lineEnd) {
      const at = text.indexOf("\n", start);
      lineEnd = at < 0 ? text.length : at;
    }
    const value = readAt(start, lineEnd);
    if (!value || !isWanted(value.value)) {
      patience -= value ? value.end - start : 0;
      continue;
    }
    found.push(value);
    bracket.lastIndex = value.end;
  }
  return found;
}
