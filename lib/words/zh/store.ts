/** Chinese texts of store. */
import type { Translated } from "../catalogue";
import type { store as english } from "../en/store";

export const store: Translated<typeof english> = {};
