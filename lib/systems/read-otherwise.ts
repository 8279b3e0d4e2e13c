/** Markers and requests as they are read where something else was chosen, or observed, than the documentation has it. */
import type { BlockMarker, Blocks } from "../layout/blocks";
import type { Layout } from "../layout/layout";
import type { Model } from "../offers/model";
import { type Readings, readingOf } from "../offers/readings";
import { type Message, tell } from "../words/message";

/** End of the last block that a run of tool results takes from `block` on. */
function endOfResults({ blocks }: Blocks, block: number): number {
  let end = block;
  while (blocks[end + 1]?.segment.role === "tool") end++;
  return end;
}

/** The block that a marker marks, -1 where it marks none; `not-the-last` of results that share a turn. */
export function findMarkedBlock(
  marker: BlockMarker,
  request: Blocks,
  readings: Readings | undefined,
): number | "not-the-last" {
  const { blocks } = request;
  if (marker.place === "tool") {
    return blocks.findLastIndex(({ segment: { level } }) => level === "tools" || level === "system");
  }
  const block = marker.block ?? -1;
  const result = readingOf(readings, "result-marker");
  if (result === "own-end" || blocks[block]?.segment.role !== "tool") return block;
  const end = endOfResults(request, block);
  return result === "ignored" && end !== block ? "not-the-last" : end;
}

/** Tokens of `<|im_start|>role` with its newline, and of `<|im_end|>` with the newline before the next turn. */
const OPENING = 3;
const CLOSING = 1;
const BETWEEN = 1;

/** The tokens at a block's end that have to reach the minimum, where those are not the whole prefix. */
export function measureElse(
  block: number,
  { blocks, prompt }: Blocks,
  readings: Readings | undefined,
): { readonly counted?: number } {
  const place = blocks[block];
  switch (readingOf(readings, "minimum-of")) {
    case "prefix":
      return {};
    case "request":
      return { counted: prompt };
    case "marked-words": {
      const before = blocks.slice(0, block).filter(({ isEnd }) => isEnd).length;
      const frame = OPENING + before * (CLOSING + BETWEEN + OPENING) + (place?.isEnd ? CLOSING : 0);
      return { counted: (place?.prefix ?? 0) - frame };
    }
  }
}

interface Rules {
  readonly model: Model | null;
  readonly readings?: Readings | undefined;
}

const isBeforeQwen4 = ({ model }: Rules): boolean => model !== null && model.generation !== "qwen4";

export const asksForHour = ({ form }: Pick<BlockMarker, "form">): boolean =>
  typeof form?.value === "object" && form.value !== null && Reflect.get(form.value, "ttl") === "1h";

/** Why the service answers an error; null where it does not. @param slots markers that want one of the model's */
function whyRefused(
  request: Blocks,
  rules: Rules,
  { slots, most }: { readonly slots: number; readonly most: number },
): Message | null {
  const { readings } = rules;
  if (readingOf(readings, "extra-markers") === "refused" && slots > most) {
    return tell("readings.whyExtraMarkers", { count: slots, most });
  }
  const refusesHour = readingOf(readings, "hour-before-qwen4") === "refused" && isBeforeQwen4(rules);
  if (refusesHour && request.markers.some(asksForHour)) return tell("readings.whyHour");
  const refusesSystem = readingOf(readings, "middle-system") === "refused";
  return refusesSystem && request.hasMiddleSystem === true ? tell("readings.whyMiddleSystem") : null;
}

const AUTOMATIC_KEYS = {
  unknown: null,
  "top-cache-control": "cache_control",
  "top-breakpoint": "prompt_cache_breakpoint",
} as const;

/** Whether a marker asks Qwen4 for a breakpoint of the service's own. */
export function asksAutomatic({ place, form }: BlockMarker, rules: Rules): boolean {
  const key = AUTOMATIC_KEYS[readingOf(rules.readings, "qwen4-automatic-field")];
  return place === "request" && !isBeforeQwen4(rules) && key !== null && form?.key === key;
}

/** What a request asks of the service, and whether the service takes it, besides its breakpoints. */
export function readWishes(
  request: Blocks,
  rules: Rules,
  slots: { readonly slots: number; readonly most: number },
): Pick<Layout, "refused" | "automatic"> {
  const why = whyRefused(request, rules, slots);
  return {
    ...(why === null ? {} : { refused: tell("readings.refusedByReading", { why }) }),
    ...(request.markers.some((marker) => asksAutomatic(marker, rules)) ? { automatic: true } : {}),
  };
}
