/** Chinese texts of prompt. */
import type { Translated } from "../catalogue";
import type { prompt as english } from "../en/prompt";

export const prompt: Translated<typeof english> = {};
