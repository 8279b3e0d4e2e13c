/** Chinese texts of why. */
import type { Translated } from "../catalogue";
import type { why as english } from "../en/why";

export const why: Translated<typeof english> = {};
