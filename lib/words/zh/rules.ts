/** Chinese texts of rules. */
import type { Translated } from "../catalogue";
import type { rules as english } from "../en/rules";

export const rules: Translated<typeof english> = {};
