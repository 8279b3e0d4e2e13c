/** A text as a tree of JSON nodes that keep their offsets; comments and trailing commas are allowed. */
import { type ParseErrorCode, visit } from "jsonc-parser";
import type { JsonNode, JsonProperty } from "./json-node";
import { LIMITS } from "./limits";
import type { TextRange } from "./prompt";
import { rememberLast } from "./remember-last";
import { type ReadJson, rescanJson } from "./rescan-json";
import { scanJson } from "./scan-json";

/** The first thing wrong with a text; what follows it is often only its echo. */
export interface JsonSyntaxError {
  readonly code: ParseErrorCode | "too-deep";
  readonly offset: number;
  readonly length: number;
  /** Offset and kind of the innermost bracket that is open at the error, or was never closed. */
  readonly opener: { readonly offset: number; readonly type: "object" | "array" } | null;
}

export interface JsonTree {
  /** Null when the text has a syntax error. */
  readonly root: JsonNode | null;
  readonly error: JsonSyntaxError | null;
}

/** Thrown through the reader to stop it at once; never leaves this file. */
const STOP = Symbol("stop");

interface OpenNode {
  readonly type: "object" | "array";
  readonly start: number;
  readonly properties: JsonProperty[];
  readonly items: JsonNode[];
  key: { readonly text: string; readonly range: TextRange } | null;
}

/** The text in strict JSON that was read last: a key changes one value of a long one. */
let before: ReadJson | null = null;

/** Reads a text. Never throws; stops at the first error. A byte order mark at the start is skipped. */
export const parseJson = rememberLast((text): JsonTree => {
  const root = (before && rescanJson(before, text, LIMITS.depth)) ?? scanJson(text, LIMITS.depth);
  if (!root) return readTolerantly(text);
  before = { text, root };
  return { root, error: null };
});

/** The reader for everything that is not plain, correct JSON. */
export function readTolerantly(text: string): JsonTree {
  const source = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  const open: OpenNode[] = [];
  let root: JsonNode | null = null;
  let error: JsonSyntaxError | null = null;
  let lastClosed: OpenNode | null = null;

  const fail = (code: JsonSyntaxError["code"], offset: number, length: number): never => {
    const opener = (atEndOf(code) ? lastClosed : open.at(-1)) ?? null;
    error = { code, offset, length, opener: opener && { offset: opener.start, type: opener.type } };
    throw STOP;
  };
  const add = (node: JsonNode): void => {
    const parent = open.at(-1);
    if (!parent) root ??= node;
    else if (parent.type === "array") parent.items.push(node);
    else if (parent.key) {
      const { text: key, range } = parent.key;
      parent.properties.push({ key, keyRange: range, start: range.start, end: node.end, value: node });
      parent.key = null;
    }
  };
  const begin = (type: OpenNode["type"], offset: number): void => {
    if (open.length >= LIMITS.depth) fail("too-deep", offset, 1);
    open.push({ type, start: offset, properties: [], items: [], key: null });
  };
  const finish = (offset: number, length: number): void => {
    const node = open.pop();
    if (!node) return;
    lastClosed = node;
    const range = { start: node.start, end: offset + length };
    if (node.type === "object") add({ type: "object", ...range, properties: node.properties });
    else add({ type: "array", ...range, items: node.items });
  };

  try {
    visit(
      source,
      {
        onObjectBegin: (offset) => begin("object", offset),
        onArrayBegin: (offset) => begin("array", offset),
        onObjectEnd: finish,
        onArrayEnd: finish,
        onObjectProperty: (key, offset, length) => {
          const parent = open.at(-1);
          if (parent) parent.key = { text: key, range: { start: offset, end: offset + length } };
        },
        onLiteralValue: (value, start, length) => add({ type: "scalar", start, end: start + length, value }),
        onError: fail,
      },
      { allowTrailingComma: true },
    );
  } catch (reason) {
    if (reason !== STOP) throw reason;
  }
  return error ? { root: null, error } : { root, error };
}

/** The reader reports an unclosed bracket after it has closed the node itself. */
function atEndOf(code: JsonSyntaxError["code"]): boolean {
  return code === 7 || code === 8;
}
