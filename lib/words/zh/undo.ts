/** Chinese texts of undo. */
import type { Translated } from "../catalogue";
import type { undo as english } from "../en/undo";

export const undo: Translated<typeof english> = {};
