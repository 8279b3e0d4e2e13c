/** Chinese texts of first. */
import type { Translated } from "../catalogue";
import type { first as english } from "../en/first";

export const first: Translated<typeof english> = {};
