/** Chinese texts of glossary. */
import type { Translated } from "../catalogue";
import type { glossary as english } from "../en/glossary";

export const glossary: Translated<typeof english> = {};
