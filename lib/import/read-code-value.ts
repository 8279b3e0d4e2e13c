/** Reads values as Python and JavaScript write them, and the names that a program gives them. */

import { isObject } from "../values/json";
import { type Said, tell } from "../words/message";

/** Names of other names are followed so far, and values stand within each other so deep. */
const MAX_DEPTH = 40;

const BLANK = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const STRING =
  /([rRbBuUfF]{0,2})("""(?:[^\\]|\\[\s\S])*?"""|'''(?:[^\\]|\\[\s\S])*?'''|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`)/y;
const NUMBER = /-?\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const NAME = /[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*/y;
/** What may follow a text without changing more than the blanks around it. */
const HARMLESS = /(?:\.(?:strip|trim|dedent)\(\))/y;

const WORDS: Readonly<Record<string, unknown>> = {
  None: null,
  null: null,
  undefined: null,
  True: true,
  true: true,
  False: false,
  false: false,
};

const LETTERS: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\n": "" };

/** Something that only the running program knows. */
export class UnknownValue {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const readEscapes = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (_, long, short, letter) =>
    long || short ? String.fromCharCode(Number.parseInt(long ?? short, 16)) : (LETTERS[letter] ?? letter),
  );

/** Whether a value is an object that the code spells out. */
export const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) && !(value instanceof UnknownValue);

/** Whether a text has places that the program fills. */
const isFilled = (prefix: string, quoted: string): boolean =>
  quoted.startsWith("`") ? quoted.includes("${") : /f/i.test(prefix) && /\{[^{}]/.test(quoted);

export interface CodeReader {
  /** Where it stands, in UTF-16 units of the text. */
  at: number;
  /** Names of what was not in the code, in order. */
  readonly missing: readonly Said[];
  /** Skips blanks and comments; whether this sign comes next. */
  sees(sign: string): boolean;
  /** Takes the sign where it comes next. */
  takes(sign: string): boolean;
  takeName(): string | null;
  /** The next value up to a comma or a closing bracket; never throws. */
  readValue(depth?: number): unknown;
}

/** What one reading of a text knows of its names. */
interface Scope {
  /** Names mean what they were given before this place, in UTF-16 units. */
  readonly before: number;
  /** A name that is being read is unknown to itself. */
  readonly known: Map<string, unknown>;
  readonly missing: Said[];
}

/** Reads `text` from a place on. */
export const createCodeReader = (text: string, from: number): CodeReader =>
  openReader(text, from, { before: from, known: new Map(), missing: [] });

function openReader(text: string, from: number, scope: Scope): CodeReader {
  const { missing } = scope;
  let at = from;

  function match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  }
  function sees(sign: string): boolean {
    match(BLANK);
    return text.startsWith(sign, at);
  }
  function takes(sign: string): boolean {
    if (!sees(sign)) return false;
    at += sign.length;
    return true;
  }
  function unknown(name: string, said: Said = name): UnknownValue {
    missing.push(said);
    return new UnknownValue(name);
  }

  /** The rest of an expression that is no value, up to a comma or a closing bracket. */
  function skipRest(): boolean {
    const start = at;
    let depth = 0;
    while (at < text.length) {
      if (sees(",") && depth === 0) break;
      if (match(STRING)) continue;
      const sign = text[at] ?? "";
      if (/[)\]}]/.test(sign) && depth-- === 0) break;
      if (/[([{]/.test(sign)) depth++;
      at++;
    }
    return text.slice(start, at).trim() !== "";
  }

  function readString([, prefix = "", quoted = ""]: RegExpExecArray): string {
    const length = /^("""|''')/.test(quoted) ? 3 : 1;
    const inside = quoted.slice(length, -length);
    if (isFilled(prefix, quoted)) missing.push(tell("importSources.filledText"));
    return /r/i.test(prefix) ? inside : readEscapes(inside);
  }

  /** What the name was given last before it is used; values that are made by calls are not known. */
  function resolve(name: string, depth: number): unknown {
    if (scope.known.has(name)) return scope.known.get(name);
    const escaped = name.replaceAll("$", "\\$");
    const given = new RegExp(
      `^[ \\t]*(?:(?:export|const|let|var)[ \\t]+)*${escaped}[ \\t]*(?::[^=\\n]+)?=(?!=)`,
      "gm",
    );
    const before = [...text.matchAll(given)].filter(({ index }) => index < scope.before).at(-1);
    scope.known.set(name, new UnknownValue(name));
    if (!before || depth > MAX_DEPTH) return unknown(name);
    const value = openReader(text, before.index + before[0].length, scope).readValue(depth + 1);
    scope.known.set(name, value);
    return value;
  }

  function readName(name: string, depth: number): unknown {
    if (name in WORDS) return WORDS[name];
    if (name === "await" || name === "new") return readValue(depth);
    if (sees("(")) {
      at++;
      const value = name === "dict" ? readPairs(")", depth + 1) : skipCall();
      return value ?? unknown(`${name}()`);
    }
    return name.includes(".") || sees("[") ? unknown(name) : resolve(name, depth);
  }

  function skipCall(): null {
    while (skipRest() || sees(",")) if (!takes(",")) break;
    takes(")");
    return null;
  }

  function readPairs(close: string, depth: number): Record<string, unknown> {
    const pairs: Record<string, unknown> = {};
    while (at < text.length && !takes(close)) {
      if (takes(",")) continue;
      if (takes("...") || takes("**")) {
        const spread = readValue(depth);
        if (isFields(spread)) Object.assign(pairs, spread);
        continue;
      }
      const string = match(STRING);
      const key = string ? readString(string) : (match(NAME)?.[0] ?? match(NUMBER)?.[0]);
      if (key === undefined) {
        if (!skipRest()) at++;
      } else if (takes(":") || takes("=")) pairs[key] = readValue(depth);
      else pairs[key] = resolve(key, depth);
    }
    return pairs;
  }

  function readItems(close: string, depth: number): unknown[] {
    const items: unknown[] = [];
    while (at < text.length && !takes(close)) {
      if (takes(",")) continue;
      const isSpread = takes("...") || takes("*");
      const before = at;
      const value = readValue(depth);
      if (isSpread && Array.isArray(value)) items.push(...value);
      else items.push(value);
      if (at === before) at++;
    }
    return items;
  }

  function readOne(depth: number): unknown {
    match(BLANK);
    if (depth > MAX_DEPTH) return unknown("a deep value", tell("importSources.deepValue"));
    const string = match(STRING);
    if (string) return readString(string);
    const number = match(NUMBER);
    if (number) return Number(number[0].replaceAll("_", ""));
    if (takes("{")) return readPairs("}", depth + 1);
    if (takes("[")) return readItems("]", depth + 1);
    if (takes("(")) {
      const items = readItems(")", depth + 1);
      return items.length === 1 ? items[0] : items;
    }
    const name = match(NAME);
    return name ? readName(name[0], depth) : unknown("an expression", tell("importSources.expression"));
  }

  const writeText = (value: unknown): string =>
    value instanceof UnknownValue ? `[${value.name}]` : String(value ?? "");

  function readValue(depth = 0): unknown {
    let value = readOne(depth);
    // Texts that follow each other, or are added, are one.
    for (;;) {
      match(HARMLESS);
      const isAdded = (typeof value === "string" || value instanceof UnknownValue) && takes("+");
      if (isAdded) {
        value = writeText(value) + writeText(readOne(depth));
        continue;
      }
      const next = typeof value === "string" && match(BLANK) ? match(STRING) : null;
      if (!next) return value;
      value = writeText(value) + readString(next);
    }
  }

  return {
    get at() {
      return at;
    },
    set at(place) {
      at = place;
    },
    missing,
    sees,
    takes,
    takeName: () => match(BLANK) && (match(NAME)?.[0] ?? null),
    readValue,
  };
}
