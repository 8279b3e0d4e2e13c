/** Counts and encodes text with a byte-pair vocabulary: added tokens, normalisation, pieces, merges. */
import type { PreTokenizerVariant } from "./character-classes";
import { createMerger } from "./merge-bytes";
import { createPieceMemory, hashPiece, LONGEST_REMEMBERED } from "./piece-memory";
import { createPreTokenizer } from "./pre-tokenizer";
import { createSplitText } from "./split-added";
import { createTextMemory } from "./text-memory";
import type { TokenCounter } from "./token-counter";
import { createTokenList } from "./token-list";
import { createTokenTexts } from "./token-texts";
import type { Vocabulary } from "./vocabulary";
import { writeUtf8 } from "./write-utf8";

/** Texts below this length are counted faster than looked up. */
const WORTH_REMEMBERING = 24;

/**
 * A counter over one vocabulary. Counts equal those of the reference tokenizers: added tokens are split off first,
 * what lies between is normalised as the vocabulary asks, cut into pieces and merged.
 */
export function createCounter(
  vocabulary: Vocabulary,
  variant: PreTokenizerVariant,
  { origin, name }: Pick<TokenCounter, "origin" | "name"> = { origin: "built-in", name: vocabulary.name },
): TokenCounter {
  const splitText = createSplitText(vocabulary);
  const { findEnd } = createPreTokenizer(variant);
  const merger = createMerger(vocabulary);
  const bytesOf = createTokenTexts(vocabulary);
  const pieces = createPieceMemory();
  const texts = createTextMemory();
  let bytes = new Uint8Array(1024);

  function mergePiece(text: string, from: number, to: number): number {
    const room = (to - from) * 3;
    if (bytes.length < room) bytes = new Uint8Array(room);
    return merger.merge(bytes, writeUtf8(text, from, to, bytes));
  }

  function countPiece(text: string, from: number, to: number): number {
    const length = to - from;
    if (length === 1 && text.charCodeAt(from) < 0x80) return 1;
    if (length > LONGEST_REMEMBERED) return mergePiece(text, from, to);
    const hash = hashPiece(text, from, to);
    const known = pieces.find(text, from, to, hash);
    if (known >= 0) return known;
    const count = mergePiece(text, from, to);
    pieces.remember(text, from, to, hash, count);
    return count;
  }

  function countAnew(text: string): number {
    let total = 0;
    splitText(
      text,
      (plain, from, to) => {
        for (let at = from; at < to; ) {
          const end = findEnd(plain, at, to);
          total += countPiece(plain, at, end);
          at = end;
        }
        return true;
      },
      () => {
        total++;
        return true;
      },
    );
    return total;
  }

  return {
    name,
    origin,
    count(text) {
      if (text.length < WORTH_REMEMBERING) return countAnew(text);
      const known = texts.get(text);
      if (known !== undefined) return known;
      const count = countAnew(text);
      texts.set(text, count);
      return count;
    },
    encode(text) {
      const ids: number[] = [];
      splitText(
        text,
        (plain, from, to) => {
          for (let at = from; at < to; ) {
            const end = findEnd(plain, at, to);
            const count = mergePiece(plain, at, end);
            const merged = merger.ids();
            for (let index = 0; index < count; index++) ids.push(merged[index] as number);
            at = end;
          }
          return true;
        },
        (id) => {
          ids.push(id);
          return true;
        },
      );
      return ids;
    },
    list(text, limit) {
      const list = createTokenList(limit, bytesOf);
      splitText(
        text,
        (plain, from, to) => {
          for (let at = from; at < to; ) {
            if (list.isFull()) return false;
            const end = findEnd(plain, at, to);
            const count = mergePiece(plain, at, end);
            if (!list.addPiece(plain, at, end, merger.ids(), count)) return false;
            at = end;
          }
          return true;
        },
        list.addAdded,
      );
      return list.finish(text);
    },
  };
}
