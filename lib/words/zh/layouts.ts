/** Chinese texts of layouts. */
import type { Translated } from "../catalogue";
import type { layouts as english } from "../en/layouts";

export const layouts: Translated<typeof english> = {};
