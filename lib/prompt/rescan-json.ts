/** Reads a text that was read before and has changed in one place: only the value in which it changed is read again. */
import type { JsonNode, JsonProperty } from "./json-node";
import { differenceEdit } from "./merge-edits";
import type { TextEdit, TextRange } from "./prompt";
import { scanJson } from "./scan-json";

/** A text in strict JSON with its tree. */
export interface ReadJson {
  readonly text: string;
  readonly root: JsonNode;
}

const shiftRange = ({ start, end }: TextRange, by: number): TextRange => ({
  start: start + by,
  end: end + by,
});

const shiftProperty = ({ key, keyRange, start, end, value }: JsonProperty, by: number): JsonProperty => ({
  key,
  keyRange: shiftRange(keyRange, by),
  start: start + by,
  end: end + by,
  value: shiftNode(value, by),
});

/** The node as it stands further on. Its strings stay the same ones: what is known of them holds. */
function shiftNode(node: JsonNode, by: number): JsonNode {
  if (by === 0) return node;
  const { type, start, end } = node;
  const range = { start: start + by, end: end + by };
  if (type === "scalar") return { type, ...range, value: node.value };
  if (type === "array") return { type, ...range, items: node.items.map((item) => shiftNode(item, by)) };
  return { type, ...range, properties: node.properties.map((property) => shiftProperty(property, by)) };
}

/** The same with its end further on. */
function withEnd<Node extends JsonNode>(node: Node, by: number): Node {
  return { ...node, end: node.end + by };
}

/** Whether all that changes lies between the value's first and last character. */
const isInside = ({ range }: TextEdit, { start, end }: TextRange): boolean =>
  range.start > start && range.end < end;

/** Texts are held on to behind their pieces: of this one only the piece is. */
const standAlone = (piece: string): string => ` ${piece}`.slice(1);

/**
 * The tree of a text in strict JSON by the tree of the text before it, just as `scanJson` gives it. Null where the change cannot
 * be told to stay within one value: then the whole text is to be read.
 */
export function rescanJson(before: ReadJson, text: string, maxDepth: number): JsonNode | null {
  const [edit] = differenceEdit(before.text, text);
  if (!edit) return before.root;
  const by = edit.text.length - (edit.range.end - edit.range.start);

  /** The value again, as it is after the edit that lies inside it; null where it is no single value any longer. */
  function reread(node: JsonNode, depth: number): JsonNode | null {
    if (node.type === "array") {
      const at = node.items.findIndex((item) => isInside(edit as TextEdit, item));
      const item = node.items[at];
      if (item) {
        const again = reread(item, depth + 1);
        if (!again) return null;
        const rest = node.items.slice(at + 1).map((other) => shiftNode(other, by));
        return withEnd({ ...node, items: [...node.items.slice(0, at), again, ...rest] }, by);
      }
    }
    if (node.type === "object") {
      const at = node.properties.findIndex(({ value }) => isInside(edit as TextEdit, value));
      const property = node.properties[at];
      if (property) {
        const value = reread(property.value, depth + 1);
        if (!value) return null;
        const again = { ...property, value, end: property.end + by };
        const rest = node.properties.slice(at + 1).map((other) => shiftProperty(other, by));
        return withEnd({ ...node, properties: [...node.properties.slice(0, at), again, ...rest] }, by);
      }
    }
    // What stands before and behind it is as it was: if it still is one value, all the rest is what it was read as.
    const again = scanJson(standAlone(text.slice(node.start, node.end + by)), maxDepth - depth);
    return again?.end === node.end + by - node.start ? shiftNode(again, node.start) : null;
  }

  return isInside(edit, before.root) ? reread(before.root, 0) : null;
}
