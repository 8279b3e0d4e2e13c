/** What a simulation asks of a model again and again: its rules, its limits and its prices, looked up once. */

import { findModel, minimumImplicitOf } from "../offers/catalogue";
import type { Model, Price, PriceOverride, Region } from "../offers/model";
import { listPrices } from "../offers/prices";
import { LOOKBACK_BLOCKS } from "../systems/kernels/boundary-store";

export interface ModelFacts {
  /** Null = unknown. */
  readonly model: Model | null;
  readonly lookbackBlocks: number;
  readonly minimumImplicit: number;
  /** Tiers, ascending; empty where no price is known. */
  readonly tiers: readonly Price[];
}

/** Looks up a model's facts by its name, each once. */
export function createModelFacts(
  region: Region,
  overrides: readonly PriceOverride[],
  on: string | undefined,
): (name: string) => ModelFacts {
  const known = new Map<string, ModelFacts>();
  return (name) => {
    let facts = known.get(name);
    if (!facts) {
      const model = findModel(name);
      facts = {
        model,
        lookbackBlocks: model?.lookbackBlocks ?? LOOKBACK_BLOCKS,
        minimumImplicit: minimumImplicitOf(model, on),
        tiers: listPrices(name, region, overrides),
      };
      known.set(name, facts);
    }
    return facts;
  };
}
