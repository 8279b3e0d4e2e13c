/** Chinese texts of code. */
import type { Translated } from "../catalogue";
import type { code as english } from "../en/code";

export const code: Translated<typeof english> = {};
