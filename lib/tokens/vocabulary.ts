/** A byte-pair vocabulary in memory, and how it is read from its compact file. */

export interface Vocabulary {
  readonly name: string;
  /** Token id of each of the 256 bytes. */
  readonly byteIds: Int32Array;
  /** By rank: the two ids a merge joins and the id it gives. A lower rank is merged first. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly merged: Int32Array;
  /** Tokens that are split off before anything else, with their ids. */
  readonly added: ReadonlyMap<string, number>;
}

interface Head {
  readonly format: number;
  readonly name: string;
  readonly merges: number;
  readonly added: readonly (readonly [number, string])[];
}

const BYTES = 256;
const PLANES = 3;

/** Joins the three byte planes that hold one side of the merges. */
function joinPlanes(bytes: Uint8Array, at: number, count: number): Int32Array {
  const ids = new Int32Array(count);
  for (let rank = 0; rank < count; rank++) {
    ids[rank] =
      (bytes[at + rank] ?? 0) |
      ((bytes[at + count + rank] ?? 0) << 8) |
      ((bytes[at + 2 * count + rank] ?? 0) << 16);
  }
  return ids;
}

/**
 * Reads an unpacked vocabulary file: one line of JSON, the ids of the 256 bytes, then the merges' left and right ids
 * as byte planes. A merge of rank r gives the token 256 + r. Throws a `RangeError` on a file of another form.
 */
export function readVocabulary(bytes: Uint8Array): Vocabulary {
  const lineEnd = bytes.indexOf(10);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, Math.max(0, lineEnd)))) as Head;
  const start = lineEnd + 1;
  const count = head.merges;
  if (head.format !== 1 || bytes.length !== start + BYTES + 2 * PLANES * count) {
    throw new RangeError("The vocabulary file is of another version or cut off.");
  }
  const mergesAt = start + BYTES;
  return {
    name: head.name,
    byteIds: Int32Array.from(bytes.subarray(start, mergesAt)),
    left: joinPlanes(bytes, mergesAt, count),
    right: joinPlanes(bytes, mergesAt + PLANES * count, count),
    merged: Int32Array.from({ length: count }, (_, rank) => BYTES + rank),
    added: new Map(head.added.map(([id, content]) => [content, id])),
  };
}
