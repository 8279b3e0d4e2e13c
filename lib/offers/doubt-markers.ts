/** Says in one sentence where markers have no effect, or may have none: the same words for rules, code, runs and the relay. */
import { type CacheOffer, findCacheOffer, listOffering } from "./cache-offers";
import { findModel } from "./catalogue";
import type { Region } from "./model";
import { regionName } from "./regions";

export interface MarkerDoubt {
  /** `none`: no marker has an effect. `ask`: only a region that nobody chose denies it. `unknown`: nobody knows. */
  readonly kind: "none" | "ask" | "unknown";
  readonly sentence: string;
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
  const here = region === null ? "any region" : regionName(region);
  if (offer.status === "unknown") {
    const sentence = `Whether ${name} has the explicit cache in ${here} is not known. ${offer.why}`;
    return { kind: "unknown", sentence, offer };
  }
  const regions = listOffering(model.model, "explicit").map(regionName).join(", ");
  if (isRegionAssumed && regions !== "") {
    const sentence = `Which region is your key from? ${here} is only preselected, and ${name} has no explicit cache there; it is offered in ${regions}.`;
    return { kind: "ask", sentence, offer };
  }
  const elsewhere = regions === "" ? "no region is known to offer it" : `it is offered in ${regions}`;
  const sentence = `${name} has no explicit cache in ${here}, so no marker makes an entry; ${elsewhere}.`;
  return { kind: "none", sentence, offer };
}
