/** Chinese texts of editor. */
import type { Translated } from "../catalogue";
import type { editor as english } from "../en/editor";

export const editor: Translated<typeof english> = {};
