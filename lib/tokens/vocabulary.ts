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
  /** Tokens that are split off only after normalising what those of `added` left over. */
  readonly addedAfter: ReadonlyMap<string, number>;
  readonly normalizer: "NFC" | "none";
}

type AddedList = readonly (readonly [number, string])[];

/** First line of a vocabulary file. What format 1 lacks is left out of it. */
export interface VocabularyHead {
  readonly format: number;
  readonly name: string;
  readonly merges: number;
  readonly added: AddedList;
  readonly addedAfter?: AddedList;
  readonly normalizer?: "NFC" | "none";
}

export const BYTES = 256;
/** An id takes three bytes. */
export const PLANES = 3;

/** Joins the three byte planes that hold `count` ids. */
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

function isHead(value: unknown): value is VocabularyHead {
  if (typeof value !== "object" || value === null) return false;
  const { format, name, merges, added, addedAfter = [] } = value as Partial<VocabularyHead>;
  const isNamed = typeof name === "string" && Array.isArray(added) && Array.isArray(addedAfter);
  return isNamed && typeof format === "number" && Number.isInteger(merges) && (merges as number) >= 0;
}

/** The first line of a vocabulary file and where the ids begin; null where there is no such line. */
export function readHead(
  bytes: Uint8Array,
): { readonly head: VocabularyHead; readonly start: number } | null {
  const lineEnd = bytes.indexOf(10);
  if (lineEnd < 0) return null;
  try {
    const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(0, lineEnd)));
    return isHead(head) ? { head, start: lineEnd + 1 } : null;
  } catch {
    return null;
  }
}

const toMap = (added: AddedList): ReadonlyMap<string, number> =>
  new Map(added.map(([id, content]) => [content, id]));

/**
 * Reads an unpacked vocabulary file: one line of JSON, then ids.
 * Format 1: one byte for the id of each of the 256 bytes, then the merges' left and right ids as byte planes; a merge of
 * rank r gives the token 256 + r. Format 2: the 256 bytes' ids, left, right and merged ids, all as byte planes.
 * Throws a `RangeError` on anything else.
 */
export function readVocabulary(bytes: Uint8Array): Vocabulary {
  const read = readHead(bytes);
  const count = read?.head.merges ?? -1;
  const sizes: Readonly<Record<number, number>> = {
    1: BYTES + 2 * PLANES * count,
    2: PLANES * (BYTES + 3 * count),
  };
  if (!read || bytes.length !== read.start + (sizes[read.head.format] ?? Number.NaN)) {
    throw new RangeError("The vocabulary file is of another version or cut off.");
  }
  const { head, start } = read;
  const isFirst = head.format === 1;
  const mergesAt = start + (isFirst ? BYTES : PLANES * BYTES);
  return {
    name: head.name,
    byteIds: isFirst ? Int32Array.from(bytes.subarray(start, mergesAt)) : joinPlanes(bytes, start, BYTES),
    left: joinPlanes(bytes, mergesAt, count),
    right: joinPlanes(bytes, mergesAt + PLANES * count, count),
    merged: isFirst
      ? Int32Array.from({ length: count }, (_, rank) => BYTES + rank)
      : joinPlanes(bytes, mergesAt + 2 * PLANES * count, count),
    added: toMap(head.added),
    addedAfter: toMap(head.addedAfter ?? []),
    normalizer: head.normalizer ?? "NFC",
  };
}
