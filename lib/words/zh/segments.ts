/** Chinese texts of segments. */
import type { Translated } from "../catalogue";
import type { segments as english } from "../en/segments";

export const segments: Translated<typeof english> = {};
