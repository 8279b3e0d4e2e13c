/** Reads plain, correct JSON fast; everything else is left to the tolerant reader. */
import type { JsonNode, JsonProperty } from "./json-node";

/** Stops the scan at the first thing that is not plain JSON; never leaves this file. */
const GIVE_UP = Symbol("give up");

const BLANKS = /[ \t\n\r]*/y;
/** Up to a quote, a backslash or a control character, which JSON does not allow in a string. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these
const STRING_RUN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = [
  ["true", true],
  ["false", false],
  ["null", null],
] as const;

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * The tree of a text in strict JSON, the same that the tolerant reader gives; null where it is anything else: an error,
 * a comment, a trailing comma, or deeper than `maxDepth`. Strings are slices of the text, so that reading a megabyte
 * of them copies nothing.
 */
export function scanJson(text: string, maxDepth: number): JsonNode | null {
  const root = scanValue(text, maxDepth);
  BLANKS.lastIndex = root?.end ?? 0;
  return root && BLANKS.test(text) && BLANKS.lastIndex === text.length ? root : null;
}

/** The tree of the value that a text begins with, whatever stands behind it; null as with `scanJson`. */
function scanValue(text: string, maxDepth: number): JsonNode | null {
  let at = 0;

  function run(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  }

  function expectCharacter(character: string): void {
    if (text[at] !== character) throw GIVE_UP;
    at++;
  }

  /** Reads the string that begins at `at`. */
  function readString(): string {
    const start = at++;
    let plain = true;
    for (;;) {
      run(STRING_RUN);
      const code = text.charCodeAt(at);
      if (code === QUOTE) break;
      if (code !== BACKSLASH || !run(ESCAPE)) throw GIVE_UP;
      plain = false;
    }
    at++;
    return plain ? text.slice(start + 1, at - 1) : (JSON.parse(text.slice(start, at)) as string);
  }

  function readItems(depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    run(BLANKS);
    if (text[at] === "]") return items;
    for (;;) {
      items.push(readValue(depth));
      run(BLANKS);
      if (text[at] !== ",") return items;
      at++;
    }
  }

  function readProperties(depth: number): JsonProperty[] {
    const properties: JsonProperty[] = [];
    run(BLANKS);
    if (text[at] === "}") return properties;
    for (;;) {
      run(BLANKS);
      const start = at;
      if (text.charCodeAt(at) !== QUOTE) throw GIVE_UP;
      const key = readString();
      const keyRange = { start, end: at };
      run(BLANKS);
      expectCharacter(":");
      const value = readValue(depth);
      properties.push({ key, keyRange, start, end: value.end, value });
      run(BLANKS);
      if (text[at] !== ",") return properties;
      at++;
    }
  }

  function readScalar(start: number): JsonNode {
    if (text.charCodeAt(at) === QUOTE) return { type: "scalar", value: readString(), start, end: at };
    for (const [word, value] of WORDS) {
      if (!text.startsWith(word, at)) continue;
      at += word.length;
      return { type: "scalar", value, start, end: at };
    }
    if (!run(NUMBER)) throw GIVE_UP;
    return { type: "scalar", value: Number(text.slice(start, at)), start, end: at };
  }

  function readValue(depth: number): JsonNode {
    run(BLANKS);
    const start = at;
    const character = text[at];
    if (character !== "{" && character !== "[") return readScalar(start);
    if (depth >= maxDepth) throw GIVE_UP;
    at++;
    if (character === "[") {
      const items = readItems(depth + 1);
      expectCharacter("]");
      return { type: "array", start, end: at, items };
    }
    const properties = readProperties(depth + 1);
    expectCharacter("}");
    return { type: "object", start, end: at, properties };
  }

  try {
    return readValue(0);
  } catch (reason) {
    if (reason === GIVE_UP) return null;
    throw reason;
  }
}
