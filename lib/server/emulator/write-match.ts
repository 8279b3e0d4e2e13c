/** A short text that a regular expression matches: patterns of schemas, as far as they are simple. */

interface Reader {
  readonly source: string;
  at: number;
}

/** What cannot be written for: look-arounds, references back, classes of Unicode. */
class TooHard extends Error {}

const CLASSES: Readonly<Record<string, string>> = { d: "1", w: "a", s: " ", D: "a", W: "-", S: "a" };
const CONTROLS: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", f: "\f", v: "\v" };
/** Characters that are tried for a class that says what it is not. */
const COMMON = "a1A-_ .x0";
const MOST = 200;

function readEscape(reader: Reader): string {
  const letter = reader.source[reader.at++] ?? "";
  if (letter === "b" || letter === "B") return "";
  const found = CLASSES[letter] ?? CONTROLS[letter];
  if (found !== undefined) return found;
  if (/[a-zA-Z0-9]/.test(letter)) throw new TooHard();
  return letter;
}

/** The class from `[` on: the first character of it that fits, tried by the expression itself. */
function readClass(reader: Reader): string {
  const from = reader.at - 1;
  for (; reader.source[reader.at] !== "]"; reader.at++) {
    if (reader.at >= reader.source.length) throw new TooHard();
    if (reader.source[reader.at] === "\\") reader.at++;
  }
  reader.at++;
  const written = reader.source.slice(from, reader.at);
  const fits = new RegExp(`^${written}$`);
  const own = written.replace(/\\[dws]/g, (name) => CLASSES[name[1] ?? ""] ?? "");
  const found = [...COMMON, ...own].find((character) => fits.test(character));
  if (found === undefined) throw new TooHard();
  return found;
}

function readGroup(reader: Reader): string {
  const head = /^\?(?::|<[A-Za-z]\w*>)/.exec(reader.source.slice(reader.at));
  if (head) reader.at += head[0].length;
  else if (reader.source[reader.at] === "?") throw new TooHard();
  const text = readChoices(reader);
  if (reader.source[reader.at++] !== ")") throw new TooHard();
  return text;
}

/** How often the thing before is written: as seldom as it may be, though once where it may be left out. */
function readCount(reader: Reader): number {
  const found = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at));
  if (!found) return 1;
  reader.at += found[0].length;
  const count = found[1] === undefined ? 1 : Number(found[1]);
  if (count > MOST) throw new TooHard();
  return found[0].startsWith("*") || found[0].startsWith("?") ? 0 : count;
}

function readOne(reader: Reader): string {
  const character = reader.source[reader.at++] ?? "";
  if (character === "^" || character === "$") return "";
  if (character === ".") return "a";
  if (character === "\\") return readEscape(reader);
  if (character === "[") return readClass(reader);
  return character === "(" ? readGroup(reader) : character;
}

function readSequence(reader: Reader): string {
  let text = "";
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source[reader.at] ?? "")) {
    const piece = readOne(reader);
    text += piece.repeat(readCount(reader));
    if (text.length > 10 * MOST) throw new TooHard();
  }
  return text;
}

function readChoices(reader: Reader): string {
  const first = readSequence(reader);
  while (reader.source[reader.at] === "|") {
    reader.at++;
    readSequence(reader);
  }
  return first;
}

/** A text that should match the pattern, untried; null where the pattern is too hard to write for. Never throws. */
export function writeMatch(pattern: string): string | null {
  try {
    const reader = { source: pattern, at: 0 };
    const text = readChoices(reader);
    return reader.at === pattern.length ? text : null;
  } catch {
    return null;
  }
}
