/** Chinese texts of answers. */
import type { Translated } from "../catalogue";
import type { answers as english } from "../en/answers";

export const answers: Translated<typeof english> = {};
