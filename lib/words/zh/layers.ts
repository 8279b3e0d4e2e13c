/** Chinese texts of layers. */
import type { Translated } from "../catalogue";
import type { layers as english } from "../en/layers";

export const layers: Translated<typeof english> = {};
