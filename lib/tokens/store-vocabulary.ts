/** A vocabulary in a compact binary form, so that a browser can keep it and read it back fast. */
import type { PreTokenizerVariant } from "./character-classes";
import { BYTES, PLANES, readHead, readVocabulary, type Vocabulary } from "./vocabulary";

/** What a loaded tokenizer is, beside its vocabulary. */
export interface TokenizerInfo {
  readonly name: string;
  /** Tokens of the vocabulary proper, and those added to it. */
  readonly baseTokens: number;
  readonly addedTokens: number;
  readonly preTokenizer: PreTokenizerVariant;
  /** Whether the file asks for texts to be normalised. */
  readonly normalizer: "NFC" | "none";
}

/** Splits ids into their three bytes, a plane for each, from `at` on; gives where they end. */
function writePlanes(ids: Int32Array, bytes: Uint8Array, at: number): number {
  const count = ids.length;
  for (let index = 0; index < count; index++) {
    const id = ids[index] as number;
    bytes[at + index] = id & 255;
    bytes[at + count + index] = (id >> 8) & 255;
    bytes[at + 2 * count + index] = (id >> 16) & 255;
  }
  return at + PLANES * count;
}

const toList = (added: ReadonlyMap<string, number>): [number, string][] =>
  Array.from(added, ([content, id]) => [id, content]);

/** Writes format 2 of `readVocabulary`. Ids are below 2²⁴, as `convertTokenizer` sees to. */
export function writeVocabulary(vocabulary: Vocabulary, info: TokenizerInfo): Uint8Array<ArrayBuffer> {
  const { left, right, merged, byteIds, added, addedAfter, name, normalizer } = vocabulary;
  const head = JSON.stringify({
    format: 2,
    name,
    merges: left.length,
    added: toList(added),
    addedAfter: toList(addedAfter),
    normalizer,
    info,
  });
  const line = new TextEncoder().encode(`${head}\n`);
  const bytes = new Uint8Array(line.length + PLANES * (BYTES + 3 * left.length));
  bytes.set(line);
  let at = line.length;
  for (const ids of [byteIds, left, right, merged]) at = writePlanes(ids, bytes, at);
  return bytes;
}

/** Reads what `writeVocabulary` wrote, its info included. Throws a `RangeError` on anything else. */
export function readStoredVocabulary(bytes: Uint8Array): {
  readonly vocabulary: Vocabulary;
  readonly info: TokenizerInfo;
} {
  const vocabulary = readVocabulary(bytes);
  const { info } = (readHead(bytes)?.head ?? {}) as { readonly info?: TokenizerInfo };
  if (!info) throw new RangeError("The vocabulary file does not say which tokenizer it comes from.");
  return { vocabulary, info };
}
