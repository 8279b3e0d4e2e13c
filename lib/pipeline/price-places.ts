/** What the whole conversation would cost with a marker of the document at another of its places: asked before it is dropped. */
import { applyEdits } from "../prompt/apply-edits";
import { moveMarker } from "../prompt/marker-edits";
import type { Settings } from "./analysis";
import type { DocumentOpener } from "./open-document";
import { answerWhatIf } from "./what-if";

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

/** Each place is a document of its own, played once; the one that is open stays open. */
export function pricePlaces(
  { text, settings, marker, places }: Omit<PlaceQuestion, "kind">,
  open: DocumentOpener,
): PlacePrices {
  const prices: Record<string, number | null> = {};
  for (const place of places) {
    const moved = moveMarker(text, marker, place);
    const played = moved.ok ? answerWhatIf(applyEdits(text, moved.edits), settings, open) : null;
    prices[place] = played?.totals.cost ?? null;
  }
  return prices;
}
