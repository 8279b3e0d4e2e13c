"use client";
/** The prices that the selected request's tokens are billed at. */
import type { Price } from "../../lib/offers/model";
import { findPrice } from "../../lib/offers/prices";
import type { ShownTurn } from "../../lib/pipeline/analysis";
import { listOverrides } from "../../lib/placement/list-overrides";
import { usePlayground } from "../playground-context";
import type { MissPrices } from "./extra-cost";

const FIVE_MINUTES = 300;

/** Null where no price is known. */
export function useMissPrices({ request, ledger }: ShownTurn): {
  readonly price: Price | null;
  readonly prices: MissPrices | null;
} {
  const region = usePlayground((state) => state.settings.region);
  const own = usePlayground((state) => state.settings.prices);
  const seenPrices = usePlayground((state) => state.settings.seenPrices);
  const ttl = usePlayground((state) => state.settings.ttl);
  const price = findPrice(request.model, region, ledger.prompt, listOverrides({ prices: own, seenPrices }));
  if (!price) return { price: null, prices: null };
  const isImplicit = request.system === "model-studio-implicit";
  return {
    price,
    prices: {
      input: price.input,
      create: (ttl ?? 0) > FIVE_MINUTES ? price.create1h : price.create5m,
      read: isImplicit ? price.implicitRead : price.read,
    },
  };
}
