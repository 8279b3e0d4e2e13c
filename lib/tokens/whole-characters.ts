/** Says where merging may begin with whole characters instead of bytes. */
import { NO_MERGE } from "./pair-table";
import type { Vocabulary } from "./vocabulary";

export interface WholeCharacters {
  /** Id of the token that is the character of three bytes whose code point is the index; -1 where there is none. */
  readonly ids: Int32Array;
  /** By byte × 256 + first byte of a character: 1 where a token that ends or begins inside a character holds the two. */
  readonly unsafe: Uint8Array;
}

/** How tokens lie across characters, by id. */
interface Shapes {
  readonly first: Uint8Array;
  /** Bytes; 0 while nothing is known of the token. */
  readonly length: Int32Array;
  /** Bytes missing to complete the last character. */
  readonly missing: Int32Array;
  /** 1 where a character begins inside. */
  readonly inside: Uint8Array;
}

const isInner = (byte: number): boolean => (byte & 0xc0) === 0x80;
const widthOf = (lead: number): number => (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
const greater = (a: number, b: number): number => Math.max(a, b);

function createShapes({ byteIds }: Vocabulary, size: number): Shapes {
  const shapes: Shapes = {
    first: new Uint8Array(size),
    length: new Int32Array(size),
    missing: new Int32Array(size),
    inside: new Uint8Array(size),
  };
  for (const [byte, id] of byteIds.entries()) {
    shapes.first[id] = byte;
    shapes.length[id] = 1;
    shapes.missing[id] = isInner(byte) ? -1 : widthOf(byte) - 1;
  }
  return shapes;
}

/** Notes the shape of the token that a merge of `a` and `b` gives. */
function joinShapes({ first, length, missing, inside }: Shapes, a: number, b: number, id: number): void {
  const begins = !isInner(first[b] as number) || inside[b] === 1;
  first[id] = first[a] as number;
  length[id] = (length[a] as number) + (length[b] as number);
  inside[id] = begins || inside[a] === 1 ? 1 : 0;
  // A right half in which no character begins continues the one that the left half ends in.
  missing[id] = begins ? (missing[b] as number) : (missing[a] as number) + (missing[b] as number);
}

/**
 * A character is merged by itself first, and joined to its neighbours only as a whole, unless some token holds a part of
 * it together with a neighbour. Such tokens are few (314 of Qwen3's), and they can arise only where two bytes meet that
 * meet inside one of them.
 * @param find rank of the merge of two tokens
 */
export function findWholeCharacters(
  vocabulary: Vocabulary,
  find: (left: number, right: number) => number,
): WholeCharacters {
  const { byteIds, left, right, merged } = vocabulary;
  const ids = new Int32Array(0x10000).fill(-1);
  const unsafe = new Uint8Array(0x10000);
  const size = Math.max(byteIds.reduce(greater, 0), merged.reduce(greater, 0)) + 1;
  const shapes = createShapes(vocabulary, size);
  /** A merge that gives the token, plus one; 0 for a byte. */
  const made = new Int32Array(size);

  /** Bytes of the token last spelled. */
  const spelled: number[] = [];
  function spell(id: number): void {
    const rank = (made[id] as number) - 1;
    if (rank < 0) spelled.push(shapes.first[id] as number);
    else {
      spell(left[rank] as number);
      spell(right[rank] as number);
    }
  }

  /** Notes a token that is one character of three bytes, if merging these by themselves does end in it. */
  function noteCharacter(id: number): void {
    spelled.length = 0;
    spell(id);
    const one = spelled[0] as number;
    const two = spelled[1] as number;
    const three = spelled[2] as number;
    const a = byteIds[one] as number;
    const c = byteIds[three] as number;
    const start = find(a, byteIds[two] as number);
    const end = find(byteIds[two] as number, c);
    if (start === NO_MERGE && end === NO_MERGE) return;
    const last = start <= end ? find(merged[start] as number, c) : find(a, merged[end] as number);
    if (last !== NO_MERGE && merged[last] === id) {
      ids[((one & 15) << 12) | ((two & 63) << 6) | (three & 63)] = id;
    }
  }

  for (let rank = 0; rank < left.length; rank++) {
    const a = left[rank] as number;
    const b = right[rank] as number;
    const id = merged[rank] as number;
    // Where a token is used before a merge gives it nothing can be said: all merging then begins with bytes.
    if (shapes.length[a] === 0 || shapes.length[b] === 0) return { ids: ids.fill(-1), unsafe };
    if (shapes.length[id] !== 0) continue;
    joinShapes(shapes, a, b, id);
    made[id] = rank + 1;
    const isWhole = shapes.missing[id] === 0 && !isInner(shapes.first[id] as number);
    const isOne = shapes.inside[id] === 0;
    const bytes = (shapes.length[a] as number) + (shapes.length[b] as number);
    if (isWhole && isOne && bytes === 3) noteCharacter(id);
    if (isWhole || isOne) continue;
    spelled.length = 0;
    spell(id);
    for (let at = 1; at < spelled.length; at++) {
      const byte = spelled[at] as number;
      if (!isInner(byte)) unsafe[(spelled[at - 1] as number) * 256 + byte] = 1;
    }
  }
  return { ids, unsafe };
}
