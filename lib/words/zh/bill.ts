/** Chinese texts of bill. */
import type { Translated } from "../catalogue";
import type { bill as english } from "../en/bill";

export const bill: Translated<typeof english> = {};
