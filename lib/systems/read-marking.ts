/** Where markers take effect, and what has to be long enough there, by readings other than the documentation's. */
import type { Blocks } from "../layout/blocks";
import type { Layout, Marking } from "../layout/layout";
import { type Readings, readingOf } from "../offers/readings";
import { type Message, type Said, tell } from "../words/message";

/** Tokens of `<|im_start|>role` with its newline, and of `<|im_end|>` with the newline before the next turn. */
const OPENING = 3;
const CLOSING = 1;
const BETWEEN = 1;

/** By block, the tokens up to its end without those of the chat template. */
function countWords({ blocks }: Blocks): number[] {
  let ended = 0;
  return blocks.map(({ prefix, isEnd }) => {
    const frame = OPENING + ended * (CLOSING + BETWEEN + OPENING) + (isEnd ? CLOSING : 0);
    if (isEnd) ended++;
    return prefix - frame;
  });
}

/** By block, the last one of the run of tool results that it belongs to; itself where it is no result. */
function findRunEnds({ blocks }: Blocks): number[] {
  const ends = blocks.map((_, block) => block);
  for (let block = blocks.length - 2; block >= 0; block--) {
    const isWithin = blocks[block]?.segment.role === "tool" && blocks[block + 1]?.segment.role === "tool";
    if (isWithin) ends[block] = ends[block + 1] ?? block;
  }
  return ends;
}

/** By cut, the cut at which a marker takes effect that stands at it; -1 where it has no effect. */
function findEffects(
  request: Blocks,
  ends: readonly number[],
  cutOf: (block: number) => number,
  readings: Readings,
): number[] {
  const runs = findRunEnds(request);
  const isIgnored = readingOf(readings, "result-marker") === "ignored";
  return ends.map((block, cut) => {
    const last = runs[block] ?? block;
    if (!isIgnored) return cutOf(last);
    return request.blocks[last]?.segment === request.blocks[block]?.segment ? cut : -1;
  });
}

/** Why the service refuses a request for more markers than it takes; null where it does not. */
export const refuseMarkers = (slots: number, most: number, readings: Readings | undefined): Message | null =>
  readingOf(readings, "extra-markers") === "refused" && slots > most
    ? tell("readings.whyExtraMarkers", { count: slots, most })
    : null;

/** Why the service refuses a request whatever its markers; null where it does not. */
export const refuseSystem = (request: Blocks, readings: Readings | undefined): Message | null =>
  readingOf(readings, "middle-system") === "refused" && request.hasMiddleSystem === true
    ? tell("readings.whyMiddleSystem")
    : null;

/** What is said of a request that is refused only because of a reading. */
export const sayRefused = (why: Message): Said => tell("readings.refusedByReading", { why });

/**
 * Null where every marker takes effect at its own cut, whose prefix has to be long enough, and no request is refused.
 * @param cutOf by block, the cut at which it ends
 */
export function readMarking(
  request: Blocks,
  cutOf: (block: number) => number,
  readings: Readings | undefined,
): Marking | null {
  if (!readings) return null;
  const minimumOf = readingOf(readings, "minimum-of");
  const movesResults = readingOf(readings, "result-marker") !== "own-end";
  const refusal = refuseSystem(request, readings);
  if (minimumOf === "prefix" && !movesResults && !refusal) return null;
  /** By cut, the block that ends there. */
  const ends: number[] = [];
  request.blocks.forEach((_, block) => {
    const cut = cutOf(block);
    if (cut >= 0) ends[cut] = block;
  });
  const words = minimumOf === "marked-words" ? countWords(request) : null;
  return {
    ...(movesResults ? { effects: findEffects(request, ends, cutOf, readings) } : {}),
    ...(words ? { counted: ends.map((block) => words[block] ?? 0) } : {}),
    ...(minimumOf === "request" ? { counted: ends.map(() => request.prompt) } : {}),
    ...(refusal ? { refused: sayRefused(refusal) } : {}),
  };
}

/** Tokens that have to reach the minimum at a cut. */
export const countedAt = ({ cuts, marking }: Layout, cut: number): number =>
  marking?.counted?.[cut] ?? cuts[cut]?.prefix ?? 0;
