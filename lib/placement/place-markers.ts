/** Puts a placement's markers into every request of a conversation. */
import { findModel } from "../offers/catalogue";
import { readingsFor, type ToldReadings } from "../offers/readings";
import type { Prompt } from "../prompt/prompt";
import { findSpot, type Spot } from "./find-spot";
import { markPrompt } from "./mark-prompt";
import type { Placement } from "./placement";

/** The parts a placement marks, for each request, earlier anchors first; two anchors may mark one part. */
export function findSpots(
  prompts: readonly Prompt[],
  placement: Placement & { readonly kind: "anchors" },
  fallbackModel: string,
  told: ToldReadings = {},
): Spot[][] {
  const [first] = prompts;
  if (!first) return [];
  return prompts.map((prompt, index) => {
    const previous = prompts[index - 1] ?? null;
    const name = prompt.model ?? fallbackModel;
    const setting = { prompt, previous, first, model: findModel(name), readings: readingsFor(name, told) };
    return placement.anchors.flatMap((anchor) => findSpot(anchor, setting) ?? []);
  });
}

/**
 * The requests of a conversation with the placement's markers instead of their own. Texts never change, and messages
 * that keep their markers stay the same objects.
 * @param prompts in the order they are sent
 * @param fallbackModel used where a request names no model: it tells where boundaries lie
 * @param told what is played where the documentation leaves it open
 */
export function placeMarkers(
  prompts: readonly Prompt[],
  placement: Placement,
  fallbackModel = "",
  told: ToldReadings = {},
): Prompt[] {
  if (placement.kind === "as-drawn") return [...prompts];
  if (placement.kind === "none") return prompts.map((prompt) => markPrompt(prompt, []));
  const spots = findSpots(prompts, placement, fallbackModel, told);
  return prompts.map((prompt, index) => markPrompt(prompt, spots[index] ?? []));
}
