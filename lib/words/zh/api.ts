/** Chinese texts of api. */
import type { Translated } from "../catalogue";
import type { api as english } from "../en/api";

export const api: Translated<typeof english> = {};
