/** Quotations of a POSIX shell, and bash's `$'…'`: where one begins and what it says. */

/** Source: https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html (2026-11). */
const ANSI: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  e: "\x1b",
  E: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};
const ANSI_CODE = /\\(?:u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|([\s\S]))/y;
/** Bytes are of UTF-8, and a character may need several. */
const ANSI_BYTES = /(?:\\(?:x[\da-fA-F]{1,2}|[0-7]{1,3}))+/y;
const HIGHEST = 0x10ffff;

/** What a quotation says and the offset after it; null where it does not end. */
type Quoted = readonly [text: string, end: number] | null;

/** A match of a sticky pattern at that offset. */
export function runAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const decodeBytes = (codes: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(codes.split("\\").slice(1), (code) =>
      code.startsWith("x") ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 8),
    ),
  );

function decodeEscape([, short, long, letter = ""]: RegExpExecArray): string {
  const digits = short ?? long;
  if (digits !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(digits, 16), HIGHEST));
  return ANSI[letter] ?? (/['"\\?]/.test(letter) ? letter : `\\${letter}`);
}

/** What stands between the quotes of `$'…'`. */
function readAnsi(text: string, start: number): Quoted {
  let word = "";
  for (let at = start; at < text.length; ) {
    const run = runAt(/[^'\\]+/y, text, at)?.[0];
    const bytes = runAt(ANSI_BYTES, text, at)?.[0];
    const escaped = runAt(ANSI_CODE, text, at);
    if (run !== undefined) word += run;
    else if (text[at] === "'") return [word, at + 1];
    else if (bytes !== undefined) word += decodeBytes(bytes);
    else if (escaped) word += decodeEscape(escaped);
    at += (run ?? bytes ?? escaped?.[0] ?? " ").length;
  }
  return null;
}

function readDouble(text: string, start: number): Quoted {
  let word = "";
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') return [word, at + 1];
    const next = text[at + 1] ?? "";
    if (character === "\\" && /[$`"\\\n]/.test(next)) {
      if (next !== "\n") word += next;
      at++;
    } else word += character;
  }
  return null;
}

function readSingle(text: string, start: number): Quoted {
  const end = text.indexOf("'", start);
  return end < 0 ? null : [text.slice(start, end), end + 1];
}

/** The quotation that begins at `at`: how it is read, and where its text begins; null where none begins. */
export function quotationAt(text: string, at: number) {
  if (text[at] === "'") return { read: readSingle, from: at + 1 };
  if (text[at] === '"') return { read: readDouble, from: at + 1 };
  if (text.startsWith("$'", at)) return { read: readAnsi, from: at + 2 };
  return text.startsWith('$"', at) ? { read: readDouble, from: at + 2 } : null;
}
