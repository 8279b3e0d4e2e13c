/** Chinese texts of connect. */
import type { Translated } from "../catalogue";
import type { connect as english } from "../en/connect";

export const connect: Translated<typeof english> = {};
