/** A node of a JSON tree, and reading it: properties, pointers and plain values. */

import type { JsonValue } from "../values/json";
import { pointerSteps } from "./json-pointer";
import type { TextRange } from "./prompt";

export interface JsonProperty extends TextRange {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: JsonNode;
}

/** `start` and `end` are UTF-16 offsets, half-open. */
export type JsonNode =
  | (TextRange & { readonly type: "object"; readonly properties: readonly JsonProperty[] })
  | (TextRange & { readonly type: "array"; readonly items: readonly JsonNode[] })
  | (TextRange & { readonly type: "scalar"; readonly value: string | number | boolean | null });

/** The property of that name; the last one where the name is written twice, as JSON readers do. */
export function propertyOf(node: JsonNode | null | undefined, key: string): JsonProperty | null {
  if (node?.type !== "object") return null;
  for (let index = node.properties.length - 1; index >= 0; index--) {
    const property = node.properties[index];
    if (property?.key === key) return property;
  }
  return null;
}

/** The value of the property of that name, or null where there is none. */
export function memberOf(node: JsonNode | null | undefined, key: string): JsonNode | null {
  return propertyOf(node, key)?.value ?? null;
}

/** The string a node holds; null for anything else. */
export function stringOf(node: JsonNode | null | undefined): string | null {
  return node?.type === "scalar" && typeof node.value === "string" ? node.value : null;
}

/** The boolean a node holds; null for anything else. */
export function booleanOf(node: JsonNode | null | undefined): boolean | null {
  return node?.type === "scalar" && typeof node.value === "boolean" ? node.value : null;
}

/** True for a missing node and for `null`. */
export function isNothing(node: JsonNode | null | undefined): boolean {
  return !node || (node.type === "scalar" && node.value === null);
}

/** The node at a JSON Pointer; null where it leads nowhere. */
export function nodeAt(root: JsonNode | null, pointer: string): JsonNode | null {
  let node: JsonNode | null = root;
  for (const step of pointerSteps(pointer)) {
    if (!node) return null;
    if (node.type === "array") node = /^(0|[1-9]\d*)$/.test(step) ? (node.items[Number(step)] ?? null) : null;
    else node = memberOf(node, step);
  }
  return node;
}

/**
 * The plain value of a node, without the named keys at its top level.
 * Keys keep the order they are written in, with two limits of JavaScript objects: keys that look like array
 * indices ("0", "17") come first, and a key written twice keeps its first place and its last value (Python does
 * the latter too).
 */
export function plainValue(node: JsonNode, without: readonly string[] = []): JsonValue {
  if (node.type === "scalar") return node.value;
  if (node.type === "array") return node.items.map((item) => plainValue(item));
  const value: Record<string, JsonValue> = {};
  for (const property of node.properties) {
    if (without.includes(property.key)) continue;
    const plain = plainValue(property.value);
    // `value.__proto__ = x` would set the prototype, where JSON means a key like any other.
    if (property.key !== "__proto__") value[property.key] = plain;
    else
      Object.defineProperty(value, "__proto__", {
        value: plain,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return value;
}

/** Start and end only. */
export function rangeOf(node: TextRange): TextRange {
  return { start: node.start, end: node.end };
}
