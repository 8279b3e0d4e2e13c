/** Maps anchors to cuts: where a marker at each anchor takes effect, in every request of a conversation. */

import type { Layout } from "../layout/layout";
import { findModel } from "../offers/catalogue";
import type { Model } from "../offers/model";
import { readingOf } from "../offers/readings";
import { parentPointer } from "../prompt/json-pointer";
import type { Prompt } from "../prompt/prompt";
import { breakpointFor } from "../systems/mark-model-studio";
import type { SimulationInput, TimedRequest } from "../timeline/simulate";
import type { Anchor } from "./anchor";
import { findSpot, type Spot } from "./find-spot";

/** A request of a conversation with its prompt. The layout is of this very prompt, with whatever markers it has. */
export interface PlacedRequest extends TimedRequest {
  readonly prompt: Prompt;
}

/** What placements are compared on: a simulation's input, its requests in the order they are sent. */
export interface PlacementInput extends Omit<SimulationInput, "requests" | "implicit" | "explain"> {
  readonly requests: readonly PlacedRequest[];
}

/** What a marker at an anchor does in one request. */
export interface Placed {
  /** Index of the cut that becomes a breakpoint; -1 = none does. */
  readonly cut: number;
  /** Pointer of the message that becomes an array for its sake, where that makes it another prefix; else null. */
  readonly array: string | null;
}

/** What an anchor does, request by request. */
export type Column = readonly Placed[];

/** Index of the last cut that ends at or inside each pointer. */
function cutsByPointer({ cuts }: Layout): Map<string, number> {
  const places = new Map<string, number>();
  cuts.forEach(({ pointer }, index) => {
    for (let around = pointer; around !== ""; around = parentPointer(around)) places.set(around, index);
  });
  return places;
}

/** A part that has no cut of its own takes effect at its message's end, one of merged systems at theirs. */
function cutOfSpot(
  { message: at, part }: Spot,
  { prompt, layout }: PlacedRequest,
  places: ReadonlyMap<string, number>,
): number {
  const message = prompt.messages[at];
  if (!message) return -1;
  const cut = places.get(message.parts[part]?.pointer ?? "") ?? places.get(message.pointer);
  if (cut !== undefined) return cut;
  return message.role === "system" ? (layout.opening?.cuts ?? 0) - 1 : -1;
}

/** Finds the models of a conversation once each. */
export function createModelFinder(): (name: string) => Model | null {
  const models = new Map<string, Model | null>();
  return (name) => {
    const known = models.get(name);
    if (known !== undefined) return known;
    const model = findModel(name);
    models.set(name, model);
    return model;
  };
}

/** One column for each anchor. Markers of too short a prefix have no breakpoint. */
export function mapAnchors(requests: readonly PlacedRequest[], anchors: readonly Anchor[]): Column[] {
  const modelOf = createModelFinder();
  const columns = anchors.map((): Placed[] => []);
  const first = requests[0]?.prompt;
  requests.forEach((request, index) => {
    const { prompt, layout } = request;
    const model = modelOf(layout.model);
    const isOther = readingOf(layout.readings, "string-and-array") === "apart";
    const places = cutsByPointer(layout);
    const setting = {
      prompt,
      previous: requests[index - 1]?.prompt ?? null,
      first: first ?? prompt,
      model,
      readings: layout.readings,
    };
    anchors.forEach((anchor, order) => {
      const spot = findSpot(anchor, setting);
      const cut = spot ? cutOfSpot(spot, request, places) : -1;
      const message = spot && isOther ? prompt.messages[spot.message] : undefined;
      const array = message?.form === "string" ? message.pointer : null;
      columns[order]?.push({ cut: breakpointFor(layout, model, cut), array });
    });
  });
  return columns;
}
