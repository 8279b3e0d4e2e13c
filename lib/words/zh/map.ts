/** Chinese texts of map. */
import type { Translated } from "../catalogue";
import type { map as english } from "../en/map";

export const map: Translated<typeof english> = {};
