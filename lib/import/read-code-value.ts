/** Reads values as Python and JavaScript write them, and the names that a program gives them. */

import { append } from "../values/long-lists";
import { type Said, tell } from "../words/message";
import { type CodeNames, lastGiven, listCodeNames } from "./code-names";
import type { CodeOptions, CodeReader } from "./code-reader";
import { CLASS, HARMLESS, NAME, NUMBER, READS_JSON, REPEATED, WORDS, WRITES_JSON } from "./code-signs";
import {
  type CodeString,
  codeStringAt,
  createPatience,
  isFilled,
  type Patience,
  textOfString,
} from "./code-strings";
import { parseValue } from "./parse-value";
import { isFields, setClass, UnknownValue } from "./write-known";

/** Names of other names are followed so far, and values stand within each other so deep. */
const MAX_DEPTH = 40;

/** What one reading of a text knows of its names. */
interface Scope extends CodeOptions {
  /** Names mean what they were given before this place, in UTF-16 units. */
  readonly before: number;
  readonly names: CodeNames;
  /** A name that is being read is unknown to itself. */
  readonly known: Map<string, unknown>;
  readonly missing: Said[];
  readonly patience: Patience;
  wrong: number | null;
}

/** Reads values of one text; the names of the text are looked up once for all of them. */
export function openProgram(text: string, options: CodeOptions = {}): (from: number) => CodeReader {
  const names: CodeNames = options.hasNames === false ? new Map() : listCodeNames(text);
  const patience = createPatience();
  return (from) =>
    openReader(text, from, {
      ...options,
      before: from,
      names,
      known: new Map(),
      missing: [],
      patience,
      wrong: null,
    });
}

function openReader(text: string, from: number, scope: Scope): CodeReader {
  const { missing, patience } = scope;
  let at = from;
  const wrong = (): void => {
    scope.wrong ??= at;
  };

  function match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  }
  function takeString(): CodeString | null {
    const string = codeStringAt(text, at, patience);
    if (string) at = string.end;
    return string;
  }
  /** Blanks and comments. */
  function skipBlanks(): void {
    for (;;) {
      match(/\s+/y);
      const isLine = text[at] === "#" || text.startsWith("//", at);
      if (!isLine && !text.startsWith("/*", at)) return;
      const end = isLine ? text.indexOf("\n", at) : text.indexOf("*/", at + 2) + 1;
      at = end <= 0 ? text.length : end + 1;
    }
  }
  function sees(sign: string): boolean {
    skipBlanks();
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

  /** Whether more comes before a closing bracket, which is taken; the text's end closes nothing. */
  function goesOn(close: string): boolean {
    if (takes(close)) return false;
    if (at < text.length) return true;
    wrong();
    return false;
  }

  /** The rest of an expression that is no value, up to a comma or a closing bracket. */
  function skipRest(): boolean {
    const start = at;
    let depth = 0;
    while (at < text.length) {
      if (sees(",") && depth === 0) break;
      if (takeString()) continue;
      const sign = text[at] ?? "";
      if (/[)\]}]/.test(sign) && depth-- === 0) break;
      if (/[([{]/.test(sign)) depth++;
      at++;
    }
    return text.slice(start, at).trim() !== "";
  }

  function repeat(value: string, times: number): string {
    const most = Math.floor(patience.left / Math.max(1, value.length));
    patience.left -= value.length * Math.min(times, most);
    return value.repeat(Math.max(0, Math.min(times, most)));
  }

  function readString(string: CodeString): string {
    if (isFilled(string)) missing.push(tell("importSources.filledText"));
    return textOfString(string);
  }

  /** What the name was given last before it is used; values that are made by calls are not known. */
  function resolve(name: string, depth: number): unknown {
    if (scope.known.has(name)) return scope.known.get(name);
    const given = lastGiven(scope.names, name, scope.before);
    scope.known.set(name, new UnknownValue(name));
    if (given === null || depth > MAX_DEPTH) return unknown(name);
    const value = openReader(text, given, scope).readValue(depth + 1);
    scope.known.set(name, value);
    if (Array.isArray(value) && growsLater(name)) missing.push(`${name}[…]`);
    return value;
  }

  /** Whether the program adds to a list, which it alone knows with what. */
  function growsLater(name: string): boolean {
    if (patience.left < text.length) return false;
    patience.left -= text.length;
    return ["append", "extend", "push", "insert"].some((call) => text.includes(`${name}.${call}(`));
  }

  function readCall(name: string, depth: number): unknown {
    at++;
    if (name === "dict") return readPairs(")", depth + 1);
    if (scope.hasClasses && CLASS.test(name)) {
      const printed = readPairs(")", depth + 1);
      setClass(printed, name.slice(name.lastIndexOf(".") + 1));
      return printed;
    }
    const isJson = WRITES_JSON.test(name) || READS_JSON.test(name);
    const first = isJson ? readValue(depth + 1) : undefined;
    while (skipRest() || sees(",")) if (!takes(",")) break;
    takes(")");
    if (WRITES_JSON.test(name)) return first;
    const parsed = typeof first === "string" ? parseValue(first) : null;
    return parsed?.ok ? parsed.value : unknown(`${name}()`);
  }

  function readName(name: string, depth: number): unknown {
    if (Object.hasOwn(WORDS, name)) return WORDS[name];
    if (name === "await" || name === "new") return readValue(depth);
    if (sees("(")) return readCall(name, depth);
    if (scope.hasClasses && CLASS.test(name) && takes("{")) return readPairs("}", depth + 1);
    return name.includes(".") || sees("[") ? unknown(name) : resolve(name, depth);
  }

  /** A value with what follows it up to the next comma, which only the program can work out. */
  function readWhole(depth: number, close: string): unknown {
    const value = readValue(depth);
    if (sees(",") || sees(close)) return value;
    if (!(value instanceof UnknownValue)) wrong();
    if (!skipRest()) return value;
    if (typeof value !== "string") return unknown("an expression", tell("importSources.expression"));
    missing.push(tell("importSources.filledText"));
    return value;
  }

  function readPairs(close: string, depth: number): Record<string, unknown> {
    const pairs: [string, unknown][] = [];
    while (goesOn(close)) {
      if (takes(",")) continue;
      if (takes("...") || takes("**")) {
        const spread = readWhole(depth, close);
        if (isFields(spread)) append(pairs, Object.entries(spread));
        continue;
      }
      const string = takeString();
      const key = string ? readString(string) : (match(NAME)?.[0] ?? match(NUMBER)?.[0]);
      if (key === undefined) {
        wrong();
        if (!skipRest()) at++;
      } else if (takes(":") || takes("=")) pairs.push([key, readWhole(depth, close)]);
      else pairs.push([key, resolve(key, depth)]);
    }
    return Object.fromEntries(pairs);
  }

  function readItems(close: string, depth: number): { readonly items: unknown[]; readonly isTuple: boolean } {
    const items: unknown[] = [];
    let isTuple = false;
    while (goesOn(close)) {
      if (takes(",")) {
        isTuple = true;
        continue;
      }
      const isSpread = takes("...") || takes("*");
      const before = at;
      const value = readWhole(depth, close);
      if (isSpread && Array.isArray(value)) for (const each of value) items.push(each);
      else items.push(value);
      if (at === before) {
        wrong();
        at++;
      }
    }
    return { items, isTuple };
  }

  function readOne(depth: number): unknown {
    skipBlanks();
    if (depth > MAX_DEPTH) return unknown("a deep value", tell("importSources.deepValue"));
    const string = takeString();
    if (string) return readString(string);
    const number = match(NUMBER);
    if (number) return Number(number[0].replace(/_|n$/g, ""));
    if (takes("{")) return readPairs("}", depth + 1);
    if (takes("[")) return readItems("]", depth + 1).items;
    if (takes("(")) {
      const { items, isTuple } = readItems(")", depth + 1);
      return isTuple ? items : items[0];
    }
    const name = match(NAME);
    return name ? readName(name[0], depth) : unknown("an expression", tell("importSources.expression"));
  }

  const writeText = (value: unknown): string =>
    value instanceof UnknownValue ? `[${value.name}]` : String(value ?? "");

  function readValue(depth = 0): unknown {
    let value = readOne(depth);
    // Texts that follow each other, or are added, are one.
    const pieces: string[] = [];
    for (;;) {
      while (match(HARMLESS));
      const repeated = typeof value === "string" ? match(REPEATED) : null;
      if (repeated && typeof value === "string")
        value = repeat(value, Number((repeated[1] ?? repeated[2] ?? "").replaceAll("_", "")));
      const isText = typeof value === "string" || value instanceof UnknownValue;
      const isAdded = isText && takes("+");
      if (isAdded) {
        pieces.push(writeText(value));
        value = readOne(depth);
        continue;
      }
      if (typeof value === "string") skipBlanks();
      const next = typeof value === "string" ? takeString() : null;
      if (!next) break;
      pieces.push(writeText(value));
      value = readString(next);
    }
    return pieces.length > 0 ? pieces.join("") + writeText(value) : value;
  }

  return {
    get at() {
      return at;
    },
    set at(place) {
      at = place;
    },
    missing,
    names: scope.names,
    used: () => scope.known.keys(),
    wrongAt: () => scope.wrong,
    sees,
    takes,
    takeName() {
      skipBlanks();
      return match(NAME)?.[0] ?? null;
    },
    readValue,
  };
}
