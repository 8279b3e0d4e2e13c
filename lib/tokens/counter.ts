/** Counts and encodes text with a byte-pair vocabulary: added tokens, normalisation, pieces, merges. */
import type { PreTokenizerVariant } from "./character-classes";
import { type Counted, createCountEnds } from "./count-added-ends";
import { createEndCounter } from "./count-ends";
import { countByBlanks } from "./count-prefixes";
import { createMerger } from "./merge-bytes";
import { createPieceMemory } from "./piece-memory";
import { createPreTokenizer, type PreTokenizer } from "./pre-tokenizer";
import { createSplitText, normalizeNfc } from "./split-added";
import { createTextMemory } from "./text-memory";
import type { TokenCounter } from "./token-counter";
import { createTokenList } from "./token-list";
import { createTokenTexts } from "./token-texts";
import type { Vocabulary } from "./vocabulary";

/** Texts below this length are counted faster than looked up. */
const WORTH_REMEMBERING = 24;
/** Scratch memory of this many bytes is kept for the next text. */
const KEPT = 1 << 20;

/** UTF-16 units of well-formed UTF-8: one for each character, two for one of four bytes. */
function utf16Length(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if ((byte & 0xc0) !== 0x80) units += byte < 0xf0 ? 1 : 2;
  }
  return units;
}

/**
 * A counter over one vocabulary. Counts equal those of the reference tokenizers: added tokens are split off first,
 * what lies between is normalised as the vocabulary asks, cut into pieces and merged.
 * @param splitter what cuts into pieces; one of Qwen's by its name
 */
export function createCounter(
  vocabulary: Vocabulary,
  splitter: PreTokenizerVariant | PreTokenizer,
  { origin, name }: Pick<TokenCounter, "origin" | "name"> = { origin: "built-in", name: vocabulary.name },
): TokenCounter {
  const splitText = createSplitText(vocabulary);
  const { findEnd } = typeof splitter === "string" ? createPreTokenizer(splitter) : splitter;
  const bytesOf = createTokenTexts(vocabulary);
  const merger = createMerger(vocabulary, bytesOf);
  const pieces = createPieceMemory(merger.merge);
  const texts = createTextMemory<number>();
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(1024);

  /** Writes plain text into `bytes`, lone surrogates as U+FFFD, and returns its length in UTF-8. */
  function write(plain: string, from: number, to: number): number {
    const room = (to - from) * 3;
    if (bytes.length < room) bytes = new Uint8Array(room);
    else if (bytes.length > KEPT && room <= KEPT) bytes = new Uint8Array(KEPT);
    const whole = from === 0 && to === plain.length;
    return encoder.encodeInto(whole ? plain : plain.slice(from, to), bytes).written;
  }

  function countPlain(plain: string, from: number, to: number): number {
    const length = write(plain, from, to);
    let total = 0;
    for (let at = 0; at < length; ) {
      const end = findEnd(bytes, at, length);
      total += end - at === 1 ? 1 : pieces.count(bytes, at, end);
      at = end;
    }
    return total;
  }

  function countAnew(text: string): number {
    let total = 0;
    splitText(
      text,
      (plain, from, to) => {
        total += countPlain(plain, from, to);
        return true;
      },
      () => {
        total++;
        return true;
      },
    );
    return total;
  }

  const countText = (text: string): number => {
    if (text.length < WORTH_REMEMBERING) return countAnew(text);
    const known = texts.get(text);
    if (known !== undefined) return known;
    const count = countAnew(text);
    texts.set(text, count);
    return count;
  };

  // Others than Qwen's may look further than to what comes next; of tokens found in normalised text the places are not known.
  const hasEnds = typeof splitter === "string" && vocabulary.addedAfter.size === 0;
  const endCounter = createEndCounter(findEnd, merger, pieces, (id) => bytesOf(id).length);

  function countEndsOfPlain(plain: string, ends: readonly number[]): Counted {
    if (vocabulary.normalizer === "NFC" && normalizeNfc(plain) !== plain) {
      return { counts: countByBlanks(countText, plain, ends) ?? [], total: countText(plain) };
    }
    const length = write(plain, 0, plain.length);
    const { counts, total } = endCounter.count(plain, bytes, length, ends);
    return {
      counts: counts.map((count, order) => count ?? countAnew(plain.slice(0, ends[order]))),
      total,
    };
  }

  return {
    name,
    origin,
    ...(hasEnds ? { countEnds: createCountEnds(vocabulary, countText, countEndsOfPlain) } : {}),
    count: countText,
    encode(text) {
      const ids: number[] = [];
      splitText(
        text,
        (plain, from, to) => {
          const length = write(plain, from, to);
          for (let at = 0; at < length; ) {
            const end = findEnd(bytes, at, length);
            const count = merger.merge(bytes, at, end);
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
          const length = write(plain, from, to);
          let unit = from;
          for (let at = 0; at < length; ) {
            if (list.isFull()) return false;
            const end = findEnd(bytes, at, length);
            const count = merger.merge(bytes, at, end);
            const unitEnd = unit + utf16Length(bytes, at, end);
            if (!list.addPiece(plain, unit, unitEnd, merger.ids(), count)) return false;
            at = end;
            unit = unitEnd;
          }
          return true;
        },
        list.addAdded,
      );
      return list.finish(text);
    },
  };
}
