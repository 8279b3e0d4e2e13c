/** The prices that win over the table: the user's own, and below them those of an earlier day. */
import type { PriceOverride } from "../offers/model";
import type { PlaySettings } from "./play-settings";

/** A later one wins over an earlier one. */
export const listOverrides = ({
  seenPrices = [],
  prices = [],
}: Pick<PlaySettings, "prices" | "seenPrices">): readonly PriceOverride[] => [...seenPrices, ...prices];
