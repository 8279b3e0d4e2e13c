/** Reads the merges of a tokenizer.json, written as "a b" or as ["a", "b"], into ids by rank. */
import { tell } from "../words/message";
import { quote, refuse } from "./tokenizer-refusal";

export const MAX_MERGES = 1_000_000;

export interface Merges {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly merged: Int32Array;
}

/** The two parts of a merge; null for anything else. Spelled tokens hold no space, so one space divides them. */
function partsOf(merge: unknown): readonly [string, string] | null {
  const parts: unknown = typeof merge === "string" ? merge.split(" ") : merge;
  if (!Array.isArray(parts) || parts.length !== 2) return null;
  const [left, right] = parts as unknown[];
  if (typeof left !== "string" || typeof right !== "string" || left === "" || right === "") return null;
  return [left, right];
}

/** Two merges of one pair: readers disagree on which of them counts. */
function hasTwice({ left, right }: Merges): boolean {
  const pairs = Float64Array.from(left, (id, rank) => id * 2 ** 24 + (right[rank] as number)).sort();
  return pairs.some((pair, index) => index > 0 && pair === pairs[index - 1]);
}

export function readMerges(value: unknown, ids: ReadonlyMap<string, number>): Merges {
  if (!Array.isArray(value)) {
    return refuse(tell("tokenizer.mergesNoList"));
  }
  const list: readonly unknown[] = value;
  if (list.length > MAX_MERGES) {
    refuse(tell("tokenizer.tooManyMerges", { count: `${list.length}` }));
  }
  const count = list.length;
  const merges = { left: new Int32Array(count), right: new Int32Array(count), merged: new Int32Array(count) };
  for (let rank = 0; rank < count; rank++) {
    const parts = partsOf(list[rank]);
    if (!parts) return refuse(tell("tokenizer.mergeNotTwo", { rank: `${rank}`, merge: quote(list[rank]) }));
    const [left, right] = parts;
    const find = (token: string): number =>
      ids.get(token) ?? refuse(tell("tokenizer.mergeNeeds", { rank: `${rank}`, token: quote(token) }));
    merges.left[rank] = find(left);
    merges.right[rank] = find(right);
    merges.merged[rank] = find(left + right);
  }
  if (hasTwice(merges)) {
    refuse(tell("tokenizer.mergeTwice"));
  }
  return merges;
}
