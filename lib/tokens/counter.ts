/** Counts and encodes text with a byte-pair vocabulary: added tokens, normalisation, pieces, merges. */
import type { PreTokenizerVariant } from "./character-classes";
import { createMerger } from "./merge-bytes";
import { createPieceMemory, hashPiece, LONGEST_REMEMBERED } from "./piece-memory";
import { createPreTokenizer } from "./pre-tokenizer";
import { createTextMemory } from "./text-memory";
import type { TokenCounter } from "./token-counter";
import type { Vocabulary } from "./vocabulary";

/** Texts below this length are counted faster than looked up. */
const WORTH_REMEMBERING = 24;

/** Below U+0300 there is nothing to compose: such text is in NFC as it is. */
function normalize(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) >= 0x300) return text.normalize("NFC");
  }
  return text;
}

/** A pattern that finds added tokens, the longest first where one begins another. */
function findAdded(added: Vocabulary["added"]): RegExp | null {
  if (added.size === 0) return null;
  const words = [...added.keys()].toSorted((a, b) => b.length - a.length);
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|"), "g");
}

/** Writes UTF-16 as UTF-8 into `bytes`, lone surrogates as U+FFFD; gives the number of bytes. */
function writeUtf8(text: string, from: number, to: number, bytes: Uint8Array): number {
  let length = 0;
  for (let at = from; at < to; at++) {
    let code = text.charCodeAt(at);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    if ((code & 0xf800) === 0xd800) {
      const low = (code & 0xfc00) === 0xd800 && at + 1 < to ? text.charCodeAt(at + 1) : 0;
      if ((low & 0xfc00) === 0xdc00) {
        code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
        at++;
      } else code = 0xfffd;
    }
    if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[length++] = 0xe0 | (code >> 12);
      else {
        bytes[length++] = 0xf0 | (code >> 18);
        bytes[length++] = 0x80 | ((code >> 12) & 63);
      }
      bytes[length++] = 0x80 | ((code >> 6) & 63);
    }
    bytes[length++] = 0x80 | (code & 63);
  }
  return length;
}

/**
 * A counter over one vocabulary. Counts equal those of the reference tokenizers: added tokens are split off first,
 * what lies between is normalised to NFC, cut into pieces and merged.
 */
export function createCounter(vocabulary: Vocabulary, variant: PreTokenizerVariant): TokenCounter {
  const { added, name } = vocabulary;
  const addedPattern = findAdded(added);
  const { findEnd } = createPreTokenizer(variant);
  const merger = createMerger(vocabulary);
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

  /** Walks the pieces between added tokens, and the added tokens. */
  function walk(text: string, onPlain: (plain: string) => void, onAdded: (id: number) => void): void {
    let from = 0;
    if (addedPattern) {
      addedPattern.lastIndex = 0;
      for (let match = addedPattern.exec(text); match; match = addedPattern.exec(text)) {
        if (match.index > from) onPlain(normalize(text.slice(from, match.index)));
        onAdded(added.get(match[0]) ?? 0);
        from = match.index + match[0].length;
      }
    }
    if (from < text.length) onPlain(normalize(from === 0 ? text : text.slice(from)));
  }

  function countAnew(text: string): number {
    let total = 0;
    walk(
      text,
      (plain) => {
        for (let at = 0; at < plain.length; ) {
          const end = findEnd(plain, at, plain.length);
          total += countPiece(plain, at, end);
          at = end;
        }
      },
      () => {
        total++;
      },
    );
    return total;
  }

  return {
    name,
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
      walk(
        text,
        (plain) => {
          for (let at = 0; at < plain.length; ) {
            const end = findEnd(plain, at, plain.length);
            const count = mergePiece(plain, at, end);
            const merged = merger.ids();
            for (let index = 0; index < count; index++) ids.push(merged[index] as number);
            at = end;
          }
        },
        (id) => ids.push(id),
      );
      return ids;
    },
  };
}
