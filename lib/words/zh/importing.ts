/** Chinese texts of importing. */
import type { Translated } from "../catalogue";
import type { importing as english } from "../en/importing";

export const importing: Translated<typeof english> = {};
