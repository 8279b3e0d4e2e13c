/** What the whole conversation would cost with a marker of the document at another of its places: asked before it is dropped. */
import { applyEdits } from "../prompt/apply-edits";
import { moveMarker } from "../prompt/marker-edits";
import { simulate } from "../timeline/simulate";
import type { CounterFor } from "../tokens/token-counter";
import type { Settings } from "./analysis";
import { createDocumentOpener } from "./open-document";
import { simulationOptions } from "./play-script";

export interface PlaceQuestion {
  readonly kind: "price-places";
  readonly text: string;
  readonly settings: Settings;
  /** Pointer of the marker that is moved. */
  readonly marker: string;
  /** Pointers of the segments it may be moved to. */
  readonly places: readonly string[];
}

/** By segment: the conversation's cost, in the price's currency; null where it cannot stand there or no price is known. */
export type PlacePrices = Readonly<Record<string, number | null>>;

/** The document's own opening is left alone: each place is a document of its own, played once. */
export function pricePlaces(
  { text, settings, marker, places }: Omit<PlaceQuestion, "kind">,
  counterFor: CounterFor,
): PlacePrices {
  const prices: Record<string, number | null> = {};
  for (const place of places) {
    const moved = moveMarker(text, marker, place);
    const { document } = moved.ok
      ? createDocumentOpener(counterFor)(applyEdits(text, moved.edits), settings)
      : { document: null };
    const requests = document?.turns.map(({ timed }) => timed) ?? [];
    prices[place] = document
      ? simulate({ ...simulationOptions(settings), requests, explain: false }).totals.cost
      : null;
  }
  return prices;
}
