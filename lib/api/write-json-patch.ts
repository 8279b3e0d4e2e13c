/** Text edits of a JSON document as a JSON Patch (RFC 6902), for programs that hold the value and not the text. */
import { applyEdits, sortEdits } from "../prompt/apply-edits";
import { type JsonNode, plainValue } from "../prompt/json-node";
import { childPointer } from "../prompt/json-pointer";
import { parseJson } from "../prompt/json-tree";
import type { TextEdit } from "../prompt/prompt";
import { isObject } from "../values/json";

export type PatchOperation =
  | { readonly op: "add" | "replace"; readonly path: string; readonly value: unknown }
  | { readonly op: "remove"; readonly path: string };

/**
 * The patch that does to the value what the edits do to the text: at the innermost values that hold the edits, by
 * property where an object stays one, by item where a list does, else by a replacement. Null where either text is not strict
 * JSON. Only what the edits touch is read again.
 */
export function writeJsonPatch(text: string, edits: readonly TextEdit[]): PatchOperation[] | null {
  const { root } = parseJson(text);
  return root && patchNode(text, sortEdits(edits), "", root);
}

/** Null where what stands in place of the node after the edits is not one value, so that its parent must change. */
function patchNode(
  text: string,
  edits: readonly TextEdit[],
  pointer: string,
  node: JsonNode,
): PatchOperation[] | null {
  const children = node.type === "array" ? node.items : node.type === "object" ? node.properties : [];
  const patches = groupByChild(edits, node)?.map(({ at, inside }) => {
    const child = children[at];
    if (!child) return null;
    const step = "key" in child ? child.key : at;
    return patchNode(text, inside, childPointer(pointer, step), "key" in child ? child.value : child);
  });
  if (patches?.every((patch) => patch !== null)) return patches.flat();
  try {
    const [from, to] = [edits[0]?.range.start ?? 0, edits.at(-1)?.range.end ?? 0];
    if (node.type === "array" && node.start < from && to < node.end)
      return patchItems(text, edits, pointer, node, from, to);
    const value: unknown = JSON.parse(cutOut(text, node.start, node.end, edits));
    return patchProperties(pointer, plainValue(node), value) ?? [{ op: "replace", path: pointer, value }];
  } catch {
    return null;
  }
}

/** A stretch of the text as it is after the edits, all of which lie within it. */
const cutOut = (text: string, start: number, end: number, edits: readonly TextEdit[]): string =>
  applyEdits(
    text.slice(start, end),
    edits.map(({ range, text: put }) => ({
      range: { start: range.start - start, end: range.end - start },
      text: put,
    })),
  );

/** Index of the first for which it holds, as it then does for all behind; the number of them where it holds for none. */
function firstOf<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(list[middle] as T)) to = middle;
    else from = middle + 1;
  }
  return from;
}

interface Group {
  /** Index of the child. */
  readonly at: number;
  readonly inside: TextEdit[];
}

/** The values of the node that hold edits, each with those in it; null where an edit is in none. */
function groupByChild(edits: readonly TextEdit[], node: JsonNode): Group[] | null {
  if (node.type === "scalar") return null;
  const values = node.type === "array" ? node.items : node.properties.map(({ value }) => value);
  const groups: Group[] = [];
  for (const edit of edits) {
    const at = firstOf(values, ({ end }) => edit.range.end <= end);
    const holder = values[at];
    if (!holder || holder.start > edit.range.start) return null;
    const last = groups.at(-1);
    if (last?.at === at) last.inside.push(edit);
    else groups.push({ at, inside: [edit] });
  }
  return groups;
}

/**
 * One operation an item: what the edits touch, and an item before and behind, is read again; what is the same at either end
 * of that stays. Throws where it is no list of values any more.
 * @param from where the first edit begins, inside the brackets
 * @param to where the last one ends
 */
function patchItems(
  text: string,
  edits: readonly TextEdit[],
  pointer: string,
  { items, start, end }: JsonNode & { type: "array" },
  from: number,
  to: number,
): PatchOperation[] {
  const first = Math.max(0, firstOf(items, (item) => item.end > from) - 1);
  const last = firstOf(items, (item) => item.start >= to);
  const left = first === 0 ? start + 1 : (items[first]?.start ?? start + 1);
  const right = items[last]?.end ?? end - 1;
  const after = JSON.parse(`[${cutOut(text, left, right, edits)}]`) as unknown[];
  const before = items.slice(first, last + 1).map((item) => plainValue(item));
  const [were, are] = [before, after].map((list) => list.map((item) => JSON.stringify(item)));
  if (!were || !are) return [];
  const shorter = Math.min(were.length, are.length);
  let head = 0;
  while (head < shorter && were[head] === are[head]) head++;
  let tail = 0;
  while (tail < shorter - head && were.at(-1 - tail) === are.at(-1 - tail)) tail++;
  const path = (index: number): string => childPointer(pointer, first + index);
  const gone = before.length - tail;
  const come = after.length - tail;
  const operations: PatchOperation[] = [];
  for (let index = head; index < Math.min(gone, come); index++) {
    operations.push({ op: "replace", path: path(index), value: after[index] });
  }
  for (let index = gone - 1; index >= come; index--) operations.push({ op: "remove", path: path(index) });
  for (let index = gone; index < come; index++) {
    operations.push({ op: "add", path: path(index), value: after[index] });
  }
  return operations;
}

/** Null where either is no object, or the order of the properties, which a patch cannot say, would be another. */
function patchProperties(pointer: string, before: unknown, after: unknown): PatchOperation[] | null {
  if (!isObject(before) || !isObject(after)) return null;
  const kept = Object.keys(before).filter((key) => Object.hasOwn(after, key));
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  const order = Object.keys(after);
  if ([...kept, ...added].some((key, at) => key !== order[at])) return null;
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
