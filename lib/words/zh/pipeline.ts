/** Chinese texts of pipeline. */
import type { Translated } from "../catalogue";
import type { pipeline as english } from "../en/pipeline";

export const pipeline: Translated<typeof english> = {};
