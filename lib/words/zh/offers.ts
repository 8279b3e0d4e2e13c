/** Chinese texts of offers. */
import type { Translated } from "../catalogue";
import type { offers as english } from "../en/offers";

export const offers: Translated<typeof english> = {};
