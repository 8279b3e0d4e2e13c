/** What a recorded request costs: by its bill where there is one, else by its prediction. */

import { ratesOf } from "../bill/bill";
import type { LedgerRow } from "../bill/ledger";
import { findOffer } from "../offers/model-studio-offer";
import { type Currency, findBand } from "../offers/offer";
import { billUsage, cacheOf } from "../run/bill-usage";
import type { RunSettings } from "../run/predict-run";
import type { SessionStep } from "./prepare-session";
import type { SessionFigures } from "./session-view";

export interface PricedRequest {
  readonly cost: number | null;
  readonly costFrom: "billed" | "predicted" | null;
  readonly costWithoutCache: number | null;
}

/** Per million tokens; null where unknown. */
export type TokenPrices = ReturnType<typeof ratesOf> & { readonly currency: Currency | null };

type PricedRow = Pick<LedgerRow, "cost" | "costWithoutCache" | "lines">;

/** The model a request goes to, whether or not its body is known. */
export const modelOf = ({ prediction, prompt }: SessionStep, { model }: RunSettings): string =>
  prediction?.ready.modelName ?? prompt?.model ?? model;

/** Line by line: what was billed, else what is predicted; null where neither is known. */
function billStep(step: SessionStep, settings: RunSettings): PricedRow | null {
  const { billed, prediction } = step;
  if (!billed) return prediction?.row ?? null;
  const cache = prediction ? cacheOf(prediction.row) : ({ readAs: "read", life: 0 } as const);
  const thinking = prediction?.ready.layout.thinking ?? null;
  return billUsage(billed, { model: modelOf(step, settings), ...cache, thinking }, settings);
}

/** A request that was refused costs nothing. */
export function priceRequest(step: SessionStep, settings: RunSettings): PricedRequest {
  if (step.failure !== null) return { cost: 0, costFrom: null, costWithoutCache: 0 };
  const bill = billStep(step, settings);
  if (!bill) return { cost: null, costFrom: null, costWithoutCache: null };
  const { cost, costWithoutCache } = bill;
  return { cost, costFrom: step.billed ? "billed" : "predicted", costWithoutCache };
}

/** What was billed, else what is predicted; null where neither is known. */
export const figuresOf = ({ billed, prediction, failure }: SessionStep): SessionFigures | null =>
  failure === null ? (billed ?? prediction?.row ?? null) : null;

export function pricesOf(step: SessionStep, settings: RunSettings): TokenPrices {
  const { region, prices = [] } = settings;
  const { tariff } = findOffer(modelOf(step, settings), region, { prices });
  const band = findBand(tariff, figuresOf(step)?.prompt ?? 0);
  return { ...ratesOf(billStep(step, settings)?.lines ?? []), currency: band?.currency ?? null };
}

/** What tokens that were paid for again cost above the price of reading them; null where a price is unknown. */
export function priceLoss(lost: number, step: SessionStep, settings: RunSettings): number | null {
  if (lost === 0) return 0;
  const { read, written, uncached } = pricesOf(step, settings);
  const again = Math.min(lost, figuresOf(step)?.written ?? 0);
  const plain = lost - again;
  if (read === null || (again > 0 && written === null) || (plain > 0 && uncached === null)) return null;
  return (again * ((written ?? 0) - read) + plain * ((uncached ?? 0) - read)) / 1_000_000;
}
