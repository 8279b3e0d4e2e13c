/** Every amount of the price table that a user may know better. */
import type { PriceCell } from "./model";

export const PRICE_CELLS: readonly PriceCell[] = [
  "input",
  "output",
  "outputThinking",
  "implicitRead",
  "create5m",
  "create1h",
  "read",
];
