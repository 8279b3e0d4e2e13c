/** Chinese texts of timeline. */
import type { Translated } from "../catalogue";
import type { timeline as english } from "../en/timeline";

export const timeline: Translated<typeof english> = {};
