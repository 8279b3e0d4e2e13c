/** Reads one token of JSON text after another, also of broken text; never recurses. */

export interface Token {
  readonly kind: "{" | "}" | "[" | "]" | "," | ":" | "string" | "word" | "comment";
  readonly start: number;
  readonly end: number;
  /** True for a string without its closing quote, a word, and a line comment: more may be typed at its end. */
  readonly open: boolean;
}

const BLANKS = /[\s\ufeff]*/y;
const STRING_RUN = /[^"\\\n\r]*/y;
const WORD = /[^\s{}[\],:"/]+/y;
const LINE_COMMENT = /[^\n\r]*/y;

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The next token at or after `at`; null at the text's end. Characters that begin no token count as words. */
export function readToken(text: string, at: number): Token | null {
  const start = endOf(BLANKS, text, at);
  const first = text[start];
  if (first === undefined) return null;
  switch (first) {
    case "{":
    case "}":
    case "[":
    case "]":
    case ",":
    case ":":
      return { kind: first, start, end: start + 1, open: false };
    case '"': {
      const end = endOfString(text, start + 1);
      return text[end] === '"'
        ? { kind: "string", start, end: end + 1, open: false }
        : { kind: "string", start, end, open: true };
    }
    case "/":
      return readComment(text, start);
    default:
      return { kind: "word", start, end: Math.max(start + 1, endOf(WORD, text, start)), open: true };
  }
}

/** The closing quote, or the line's end where there is none; in runs, since one pattern for it all needs a stack. */
function endOfString(text: string, from: number): number {
  let at = endOf(STRING_RUN, text, from);
  while (text[at] === "\\") {
    const next = text[at + 1];
    if (next === undefined || next === "\n" || next === "\r") return at + 1;
    at = endOf(STRING_RUN, text, at + 2);
  }
  return at;
}

function readComment(text: string, start: number): Token {
  if (text[start + 1] === "*") {
    const close = text.indexOf("*/", start + 2);
    return close < 0
      ? { kind: "comment", start, end: text.length, open: true }
      : { kind: "comment", start, end: close + 2, open: false };
  }
  return { kind: "comment", start, end: endOf(LINE_COMMENT, text, start), open: true };
}

/** The string a token holds, its escapes undone; the bare word of a word. */
export function tokenText(text: string, token: Token): string {
  const written = text.slice(token.start, token.end);
  if (token.kind !== "string") return written;
  try {
    const value: unknown = JSON.parse(token.open ? `${written}"` : written);
    return typeof value === "string" ? value : "";
  } catch {
    return written.slice(1, token.open ? undefined : -1);
  }
}
