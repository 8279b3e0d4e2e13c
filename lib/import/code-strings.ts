/** Strings as Python and JavaScript write them: where one begins and ends, and what it says. */

export interface CodeString {
  /** Letters before it, e.g. Python's `f`. */
  readonly prefix: string;
  readonly quote: string;
  /** What stands between the quotes, escapes and all. */
  readonly inside: string;
  /** UTF-16 offset behind it. */
  readonly end: number;
}

const OPENING = /([rRbBuUfF]{0,2})("""|'''|["'`])/y;

/** What readers of one text may still look through for quotes that never close; beyond it a quote opens nothing. */
export interface Patience {
  left: number;
}

export const createPatience = (): Patience => ({ left: 20_000_000 });

const BACKSLASH = 92;
const LINE_END = 10;

/** Offset of the closing quote, or where the search ends without one. A plain quotation ends with its line. */
function findClosing(
  text: string,
  from: number,
  quote: string,
): { readonly at: number; readonly isClosed: boolean } {
  const isPlain = quote === '"' || quote === "'";
  const sign = quote.charCodeAt(0);
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += text.startsWith("\r\n", at + 1) ? 2 : 1;
    else if (code === sign && (quote.length === 1 || text.startsWith(quote, at)))
      return { at, isClosed: true };
    else if (isPlain && code === LINE_END) break;
  }
  return { at, isClosed: false };
}

/** The string that begins at an offset; null where none does, or it does not end. */
export function codeStringAt(text: string, at: number, patience: Patience): CodeString | null {
  OPENING.lastIndex = at;
  const found = patience.left > 0 ? OPENING.exec(text) : null;
  if (!found) return null;
  const [whole, prefix = "", quote = ""] = found;
  const from = at + whole.length;
  const closing = findClosing(text, from, quote);
  if (!closing.isClosed) {
    patience.left -= closing.at - from + 1;
    return null;
  }
  return { prefix, quote, inside: text.slice(from, closing.at), end: closing.at + quote.length };
}

const LETTERS: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
  "0": "\0",
  "\n": "",
};
const ESCAPE =
  /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|\r\n|([\s\S]))/g;
const HIGHEST = 0x10ffff;

/** The text that escapes stand for; Python's and JavaScript's mean the same but for few that nobody writes. */
const readEscapes = (text: string): string =>
  text.replace(ESCAPE, (_, braced, short, long, byte, letter) => {
    const digits = braced ?? long;
    if (digits) return String.fromCodePoint(Math.min(Number.parseInt(digits, 16), HIGHEST));
    if (short ?? byte) return String.fromCharCode(Number.parseInt(short ?? byte, 16));
    return letter === undefined ? "" : (LETTERS[letter] ?? letter);
  });

/** What a string says. */
export const textOfString = ({ prefix, inside }: CodeString): string =>
  /r/i.test(prefix) || !inside.includes("\\") ? inside : readEscapes(inside);

/** Whether a string has places that the program fills. */
export const isFilled = ({ prefix, quote, inside }: CodeString): boolean =>
  quote === "`" ? inside.includes("${") : /f/i.test(prefix) && /\{[^{}]/.test(inside);
