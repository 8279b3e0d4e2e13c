/** Chinese texts of ui. */
import type { Translated } from "../catalogue";
import type { ui as english } from "../en/ui";

export const ui: Translated<typeof english> = {};
