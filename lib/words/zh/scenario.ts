/** Chinese texts of scenario. */
import type { Translated } from "../catalogue";
import type { scenario as english } from "../en/scenario";

export const scenario: Translated<typeof english> = {};
