/** Chinese texts of embed. */
import type { Translated } from "../catalogue";
import type { embed as english } from "../en/embed";

export const embed: Translated<typeof english> = {};
