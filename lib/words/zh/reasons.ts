/** Chinese texts of reasons. */
import type { Translated } from "../catalogue";
import type { reasons as english } from "../en/reasons";

export const reasons: Translated<typeof english> = {};
