/** Chinese texts of header. */
import type { Translated } from "../catalogue";
import type { header as english } from "../en/header";

export const header: Translated<typeof english> = {
  language: "语言",
};
