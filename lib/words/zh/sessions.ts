/** Chinese texts of sessions. */
import type { Translated } from "../catalogue";
import type { sessions as english } from "../en/sessions";

export const sessions: Translated<typeof english> = {};
