/** Chinese texts of compare. */
import type { Translated } from "../catalogue";
import type { compare as english } from "../en/compare";

export const compare: Translated<typeof english> = {};
