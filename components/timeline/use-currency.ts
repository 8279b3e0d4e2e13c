"use client";
/** The currency the shown model is billed in, in the chosen region. */
import type { Currency } from "../../lib/offers/offer";
import { listPrices } from "../../lib/offers/prices";
import { REGIONS } from "../../lib/offers/regions";
import { usePlayground } from "../playground-context";

export function useCurrency(): Currency {
  const region = usePlayground((state) => state.settings.region);
  const model = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  return listPrices(model, region)[0]?.currency ?? REGIONS.find(({ id }) => id === region)?.currency ?? "USD";
}
