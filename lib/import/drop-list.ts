/** Collects sentences about what was left out: the first few are kept, the others counted. */
import { formatNumber } from "../values/figures";
import { type Said, tell } from "../words/message";

/** More sentences than these help nobody. */
const MAX_NAMED = 8;

export interface DropList {
  add(sentence: Said): void;
  /** The first sentences, and one that counts the others. */
  sentences(): readonly Said[];
}

export function createDropList(): DropList {
  const named: Said[] = [];
  let more = 0;
  return {
    add(sentence) {
      if (named.length < MAX_NAMED) named.push(sentence);
      else more++;
    },
    sentences: () =>
      more === 0 ? [...named] : [...named, tell("importing.moreLeftOut", { count: formatNumber(more) })],
  };
}

/** A list that a source has made, no longer than one collected here. */
export function shortenDrops(sentences: readonly Said[]): readonly Said[] {
  if (sentences.length <= MAX_NAMED + 1) return sentences;
  const drops = createDropList();
  for (const sentence of sentences) drops.add(sentence);
  return drops.sentences();
}
