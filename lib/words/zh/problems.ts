/** Chinese texts of problems. */
import type { Translated } from "../catalogue";
import type { problems as english } from "../en/problems";

export const problems: Translated<typeof english> = {};
