/** Reads an object as consoles print it: Python's repr, a console.log, or lines of names and values. */

import { fail } from "../values/failure";
import { NOT_JSON, type ParsedValue } from "./parse-value";

/** Longer texts are files, and those are JSON. */
const MAX_LENGTH = 100_000;
const MAX_DEPTH = 20;

const TOKEN =
  /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(-?\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?)n?(?![\w.])|([A-Za-z_$][\w$.-]*)|([{}[\]():=,]))/y;

type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "sign"; readonly sign: string };

class NoRepr extends Error {}

function readToken([, text, number, name, sign]: RegExpExecArray): Token {
  if (text !== undefined) return { kind: "text", text: text.slice(1, -1).replace(/\\(.)/g, "$1") };
  if (number !== undefined) return { kind: "number", number: Number(number.replaceAll("_", "")) };
  return name !== undefined ? { kind: "name", name } : { kind: "sign", sign: sign ?? "" };
}

function listTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const bare = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < bare.length) {
    const found = TOKEN.exec(bare);
    if (!found) throw new NoRepr();
    tokens.push(readToken(found));
  }
  return tokens;
}

const WORDS: Readonly<Record<string, unknown>> = {
  None: null,
  null: null,
  undefined: null,
  True: true,
  true: true,
  False: false,
  false: false,
};

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "(": ")", "[": "]" };

function createParser(tokens: readonly Token[]) {
  let at = 0;
  const peek = (offset = 0): Token | undefined => tokens[at + offset];
  const isSign = (sign: string, offset = 0): boolean => {
    const token = peek(offset);
    return token?.kind === "sign" && token.sign === sign;
  };
  const isPair = (): boolean =>
    (peek()?.kind === "name" || peek()?.kind === "text") && (isSign(":", 1) || isSign("=", 1));

  function readPair(depth: number): readonly [string, unknown] {
    const key = peek();
    at += 2;
    return [key?.kind === "name" ? key.name : key?.kind === "text" ? key.text : "", readValue(depth)];
  }

  /** Up to the closing sign, or to the end of the text where there is none. Commas may be missing. */
  function readItems(close: string | null, depth: number): unknown {
    const pairs: (readonly [string, unknown])[] = [];
    const items: unknown[] = [];
    while (close === null ? peek() !== undefined : !isSign(close)) {
      if (peek() === undefined) throw new NoRepr();
      if (isSign(",")) at += 1;
      else if (isPair()) pairs.push(readPair(depth));
      else items.push(readValue(depth));
    }
    at += 1;
    if (pairs.length > 0) return Object.fromEntries(pairs);
    return close === ")" ? (items[0] ?? null) : close === "}" ? {} : items;
  }

  function readValue(depth: number): unknown {
    const token = peek();
    if (!token || depth > MAX_DEPTH) throw new NoRepr();
    at += 1;
    if (token.kind === "text") return token.text;
    if (token.kind === "number") return token.number;
    if (token.kind === "name") {
      // A class and what it holds: `CompletionUsage(prompt_tokens=12)`, or in JavaScript `Usage { … }`.
      if (isSign("(") || isSign("{")) return readValue(depth + 1);
      return Object.hasOwn(WORDS, token.name) ? WORDS[token.name] : token.name;
    }
    const close = CLOSING[token.sign];
    if (close === undefined) throw new NoRepr();
    return readItems(close, depth + 1);
  }

  return {
    /** Pairs without brackets around them are an object, too. */
    read(): unknown {
      const value = isPair() ? readItems(null, 0) : readValue(0);
      if (peek() !== undefined) throw new NoRepr();
      return value;
    },
  };
}

/** Never throws. */
export function readRepr(text: string): ParsedValue {
  if (text.length > MAX_LENGTH) return fail(NOT_JSON);
  try {
    return { ok: true, value: createParser(listTokens(text)).read() };
  } catch (error) {
    if (error instanceof NoRepr) return fail(NOT_JSON);
    throw error;
  }
}
