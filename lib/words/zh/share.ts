/** Chinese texts of share. */
import type { Translated } from "../catalogue";
import type { share as english } from "../en/share";

export const share: Translated<typeof english> = {};
