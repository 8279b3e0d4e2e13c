/** Text edits of a JSON document as a JSON Patch (RFC 6902), for programs that hold the value and not the text. */
import { applyEdits } from "../prompt/apply-edits";
import { type JsonNode, plainValue } from "../prompt/json-node";
import { childPointer } from "../prompt/json-pointer";
import { parseJson } from "../prompt/json-tree";
import type { TextEdit } from "../prompt/prompt";
import { isObject } from "../values/json";

export type PatchOperation =
  | { readonly op: "add" | "replace"; readonly path: string; readonly value: unknown }
  | { readonly op: "remove"; readonly path: string };

interface Child {
  readonly pointer: string;
  readonly node: JsonNode;
}

/**
 * The patch that does to the value what the edits do to its text: at the innermost values that hold the edits, by
 * property where an object stays one, else by a replacement. Null where either text is not strict JSON.
 */
export function writeJsonPatch(text: string, edits: readonly TextEdit[]): PatchOperation[] | null {
  const { root } = parseJson(text);
  return root && patchNode(text, edits, { pointer: "", node: root });
}

/** Null where what stands in place of the node after the edits is not one value, so that its parent must change. */
function patchNode(
  text: string,
  edits: readonly TextEdit[],
  { pointer, node }: Child,
): PatchOperation[] | null {
  const patches = groupByChild(edits, childrenOf(node, pointer))?.map(([child, inside]) =>
    patchNode(text, inside, child),
  );
  if (patches?.every((patch) => patch !== null)) return patches.flat();
  const moved = edits.map(({ range, text: put }) => ({
    range: { start: range.start - node.start, end: range.end - node.start },
    text: put,
  }));
  try {
    const value: unknown = JSON.parse(applyEdits(text.slice(node.start, node.end), moved));
    return patchProperties(pointer, plainValue(node), value) ?? [{ op: "replace", path: pointer, value }];
  } catch {
    return null;
  }
}

function childrenOf(node: JsonNode, pointer: string): Child[] {
  if (node.type === "array") {
    return node.items.map((item, index) => ({ pointer: childPointer(pointer, index), node: item }));
  }
  if (node.type === "scalar") return [];
  return node.properties.map(({ key, value }) => ({ pointer: childPointer(pointer, key), node: value }));
}

/** Every child with the edits inside it; null where an edit is in none. */
function groupByChild(edits: readonly TextEdit[], children: readonly Child[]): [Child, TextEdit[]][] | null {
  const groups = new Map<Child, TextEdit[]>();
  for (const edit of edits) {
    const holder = children.find(({ node }) => node.start <= edit.range.start && edit.range.end <= node.end);
    if (!holder) return null;
    groups.set(holder, [...(groups.get(holder) ?? []), edit]);
  }
  return [...groups];
}

/** Null where either is no object, or the order of the properties, which a patch cannot say, would be another. */
function patchProperties(pointer: string, before: unknown, after: unknown): PatchOperation[] | null {
  if (!isObject(before) || !isObject(after)) return null;
  const kept = Object.keys(before).filter((key) => Object.hasOwn(after, key));
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  if ([...kept, ...added].some((key, order) => key !== Object.keys(after)[order])) return null;
  return [
    ...Object.keys(before)
      .filter((key) => !Object.hasOwn(after, key))
      .map((key) => ({ op: "remove" as const, path: childPointer(pointer, key) })),
    ...kept
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((key) => ({ op: "replace" as const, path: childPointer(pointer, key), value: after[key] })),
    ...added.map((key) => ({ op: "add" as const, path: childPointer(pointer, key), value: after[key] })),
  ];
}
