/** Chinese texts of exporting. */
import type { Translated } from "../catalogue";
import type { exporting as english } from "../en/exporting";

export const exporting: Translated<typeof english> = {};
