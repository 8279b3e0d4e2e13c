/** Says in one sentence where markers have no effect, or may have none: the same words for rules, code, runs and the relay. */

import { type Message, tell } from "../words/message";
import { type CacheOffer, findCacheOffer, listOffering } from "./cache-offers";
import { findModel } from "./catalogue";
import type { Region } from "./model";
import { regionName, regionNames } from "./regions";

export interface MarkerDoubt {
  /** `none`: no marker has an effect. `ask`: only a region that nobody chose denies it. `unknown`: nobody knows. */
  readonly kind: "none" | "ask" | "unknown";
  readonly sentence: Message;
  readonly offer: CacheOffer;
}

/**
 * Whether a model's markers count in a region; null where they do, and of a model that is not in the list.
 * @param region null = the region is not known: then whatever any of them offers counts
 * @param isRegionAssumed true where nobody has said that it is this region
 * @param offer where it is known already, as with the prices that a user has entered
 */
export function doubtMarkers(
  name: string,
  region: Region | null,
  isRegionAssumed = false,
  offer: CacheOffer = findCacheOffer(name, region, "explicit"),
): MarkerDoubt | null {
  const model = findModel(name);
  if (!model || offer.status === "offered") return null;
  const { why } = offer;
  if (offer.status === "unknown") {
    const sentence =
      region === null
        ? tell("offers.markersUnknownAnywhere", { model: name, why })
        : tell("offers.markersUnknown", { model: name, region: regionName(region), why });
    return { kind: "unknown", sentence, offer };
  }
  // Where the region is not known, none of them offers it.
  if (region === null)
    return { kind: "none", sentence: tell("offers.markersOfferedNowhere", { model: name }), offer };
  const facts = { model: name, region: regionName(region) };
  const offering = listOffering(model.model, "explicit");
  if (offering.length === 0) return { kind: "none", sentence: tell("offers.markersNowhere", facts), offer };
  const regions = regionNames(offering);
  return isRegionAssumed
    ? { kind: "ask", sentence: tell("offers.markersAsk", { ...facts, regions }), offer }
    : { kind: "none", sentence: tell("offers.markersNone", { ...facts, regions }), offer };
}
