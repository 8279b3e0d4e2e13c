/** Chinese texts of record. */
import type { Translated } from "../catalogue";
import type { record as english } from "../en/record";

export const record: Translated<typeof english> = {};
