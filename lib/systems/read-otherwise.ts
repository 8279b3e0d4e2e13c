/** What a request asks of the service, and whether it is taken, where something else was chosen, or observed, than is documented. */
import type { BlockMarker, Blocks } from "../layout/blocks";
import type { Layout } from "../layout/layout";
import type { Model } from "../offers/model";
import { type Readings, readingOf } from "../offers/readings";
import { type Message, tell } from "../words/message";
import { refuseMarkers, refuseSystem, sayRefused } from "./read-marking";

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
  const tooMany = refuseMarkers(slots, most, readings);
  if (tooMany) return tooMany;
  const refusesHour = readingOf(readings, "hour-before-qwen4") === "refused" && isBeforeQwen4(rules);
  if (refusesHour && request.markers.some(asksForHour)) return tell("readings.whyHour");
  return refuseSystem(request, readings);
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
    ...(why === null ? {} : { refused: sayRefused(why) }),
    ...(request.markers.some((marker) => asksAutomatic(marker, rules)) ? { automatic: true } : {}),
  };
}
