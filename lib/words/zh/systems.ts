/** Chinese texts of systems. */
import type { Translated } from "../catalogue";
import type { systems as english } from "../en/systems";

export const systems: Translated<typeof english> = {};
