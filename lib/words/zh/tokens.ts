/** Chinese texts of tokens. */
import type { Translated } from "../catalogue";
import type { tokens as english } from "../en/tokens";

export const tokens: Translated<typeof english> = {};
