/** Chinese texts of changing. */
import type { Translated } from "../catalogue";
import type { changing as english } from "../en/changing";

export const changing: Translated<typeof english> = {};
