/** Chinese texts of address. */
import type { Translated } from "../catalogue";
import type { address as english } from "../en/address";

export const address: Translated<typeof english> = {};
