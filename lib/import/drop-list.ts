/** Collects sentences about what was left out: the first few are kept, the others counted. */
import { formatNumber } from "../values/figures";

/** More sentences than these help nobody. */
const MAX_NAMED = 8;

export interface DropList {
  add(sentence: string): void;
  /** The first sentences, and one that counts the others. */
  sentences(): readonly string[];
}

export function createDropList(): DropList {
  const named: string[] = [];
  let more = 0;
  return {
    add(sentence) {
      if (named.length < MAX_NAMED) named.push(sentence);
      else more++;
    },
    sentences: () => (more === 0 ? [...named] : [...named, `${formatNumber(more)} more were left out.`]),
  };
}

/** A list that a source has made, no longer than one collected here. */
export function shortenDrops(sentences: readonly string[]): readonly string[] {
  if (sentences.length <= MAX_NAMED + 1) return sentences;
  const drops = createDropList();
  for (const sentence of sentences) drops.add(sentence);
  return drops.sentences();
}
