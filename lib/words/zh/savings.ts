/** Chinese texts of savings. */
import type { Translated } from "../catalogue";
import type { savings as english } from "../en/savings";

export const savings: Translated<typeof english> = {};
