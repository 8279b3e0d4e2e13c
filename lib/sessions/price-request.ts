/** What a recorded request costs: by its bill where there is one, else by its prediction. */

import type { Price } from "../offers/model";
import { findPrice } from "../offers/prices";
import { writeBill } from "../run/bill-usage";
import type { RunSettings } from "../run/predict-run";
import type { SessionStep } from "./prepare-session";
import type { SessionFigures } from "./session-view";

export interface PricedRequest {
  readonly cost: number | null;
  readonly costFrom: "billed" | "predicted" | null;
  readonly costWithoutCache: number | null;
}

/** Per million tokens; null where unknown. */
export interface TokenPrices {
  readonly read: number | null;
  readonly written: number | null;
  readonly uncached: number | null;
  readonly completion: number | null;
  readonly currency: Price["currency"] | null;
}

/** The model a request goes to, whether or not its body is known. */
export const modelOf = ({ prediction, prompt }: SessionStep, { model }: RunSettings): string =>
  prediction?.ready.modelName ?? prompt?.model ?? model;

/** A request that was refused costs nothing. */
export function priceRequest(step: SessionStep, settings: RunSettings): PricedRequest {
  const { billed, prediction, failure } = step;
  if (failure !== null) return { cost: 0, costFrom: null, costWithoutCache: 0 };
  if (billed) {
    const explicit = prediction?.explicit ?? true;
    const thinking = prediction?.ready.layout.thinking ?? null;
    const bill = writeBill(billed, { model: modelOf(step, settings), explicit, thinking }, settings);
    return { cost: bill.cost, costFrom: "billed", costWithoutCache: bill.costWithoutCache };
  }
  if (!prediction) return { cost: null, costFrom: null, costWithoutCache: null };
  const { cost, costWithoutCache } = prediction.row;
  return { cost, costFrom: "predicted", costWithoutCache };
}

/** What was billed, else what is predicted; null where neither is known. */
export const figuresOf = ({ billed, prediction, failure }: SessionStep): SessionFigures | null =>
  failure === null ? (billed ?? prediction?.row ?? null) : null;

export function pricesOf(step: SessionStep, { region, prices = [], ...rest }: RunSettings): TokenPrices {
  const figures = figuresOf(step);
  const price = findPrice(modelOf(step, { region, ...rest }), region, figures?.prompt ?? 0, prices);
  const { prediction, billed } = step;
  const isExplicit = billed?.kind ? billed.kind !== "implicit" : (prediction?.explicit ?? true);
  const thinks = prediction?.ready.layout.thinking === true;
  return {
    read: (isExplicit ? price?.read : price?.implicitRead) ?? null,
    written: price?.create5m ?? null,
    uncached: price?.input ?? null,
    completion: (thinks ? (price?.outputThinking ?? price?.output) : price?.output) ?? null,
    currency: price?.currency ?? null,
  };
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
