/** Chinese texts of lint. */
import type { Translated } from "../catalogue";
import type { lint as english } from "../en/lint";

export const lint: Translated<typeof english> = {};
