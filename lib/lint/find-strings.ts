/** Lists the strings of a document, or of a part of it, with their places. */

import type { JsonNode } from "../prompt/json-node";
import { childPointer } from "../prompt/json-pointer";
import type { TextRange } from "../prompt/prompt";

export interface PlacedString extends TextRange {
  readonly value: string;
  readonly pointer: string;
}

/** Every string value below a node, in the order of the text; keys are left out. */
export function findStrings(node: JsonNode | null, pointer: string): PlacedString[] {
  if (!node) return [];
  if (node.type === "array") {
    return node.items.flatMap((item, index) => findStrings(item, childPointer(pointer, index)));
  }
  if (node.type === "object") {
    return node.properties.flatMap(({ key, value }) => findStrings(value, childPointer(pointer, key)));
  }
  const { value, start, end } = node;
  return typeof value === "string" ? [{ value, pointer, start, end }] : [];
}
