"use client";
/** The currency of the amounts that are shown: that of the system that plays, or of the model in its region. */
import type { Currency } from "../../lib/offers/offer";
import { listPrices } from "../../lib/offers/prices";
import { REGIONS } from "../../lib/offers/regions";
import { usePlayground } from "../playground-context";

export function useCurrency(): Currency {
  const region = usePlayground((state) => state.settings.region);
  const model = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  // A system without prices shows no amounts: the sign of what is unknown does not matter.
  const playedBy = usePlayground((state) => state.good?.timeline.playedBy ?? null);
  if (playedBy?.currency) return playedBy.currency;
  return listPrices(model, region)[0]?.currency ?? REGIONS.find(({ id }) => id === region)?.currency ?? "USD";
}
