/** Chinese texts of placement. */
import type { Translated } from "../catalogue";
import type { placement as english } from "../en/placement";

export const placement: Translated<typeof english> = {};
