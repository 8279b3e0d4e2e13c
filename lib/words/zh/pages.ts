/** Chinese texts of pages. */
import type { Translated } from "../catalogue";
import type { pages as english } from "../en/pages";

export const pages: Translated<typeof english> = {};
