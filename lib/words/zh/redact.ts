/** Chinese texts of redact. */
import type { Translated } from "../catalogue";
import type { redact as english } from "../en/redact";

export const redact: Translated<typeof english> = {};
