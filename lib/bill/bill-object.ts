/** The bill of an object that a service keeps for a fee: once for making it, and for every token as long as it is kept. */
import { findBand, type Rate, rateOf, type Tariff } from "../offers/offer";
import { addAmounts, roundAmount } from "./bill";

export interface ObjectBill {
  /** In the currency of the tariff; null = unknown. */
  readonly creationCost: number | null;
  readonly storageCost: number | null;
}

/** Hours as they pass, minutes as they start. Source: https://ai.google.dev/gemini-api/docs/caching (2026-09-02) and
 * https://platform.moonshot.cn/docs/price/caching (2024-08-07). */
const unitsOf = ({ per }: Rate, seconds: number): number =>
  per === "Mtok-minute" ? Math.ceil(seconds / 60) : seconds / 3600;

/**
 * What an object costs over its whole life, whether it is used or not.
 * @param tokens of the object alone; they choose the band
 * @param seconds it is kept
 * @param on the day, as `2026-11-21`
 */
export function billObject(tokens: number, seconds: number, tariff: Tariff, on: string): ObjectBill {
  const band = findBand(tariff, tokens, on);
  const create = rateOf(band, "create");
  const storage = band?.rates.storage;
  return {
    creationCost: create === null ? null : roundAmount((tokens * create) / 1_000_000),
    storageCost:
      storage === undefined || storage.amount === null
        ? null
        : roundAmount((tokens * storage.amount * unitsOf(storage, seconds)) / 1_000_000),
  };
}

/** What several objects cost, in sum; null where one amount is unknown. */
export const addObjects = (
  objects: readonly ObjectBill[],
): { creation: number | null; storage: number | null } => ({
  creation: addAmounts(objects.map(({ creationCost }) => creationCost)),
  storage: addAmounts(objects.map(({ storageCost }) => storageCost)),
});
