/** Chinese texts of worker. */
import type { Translated } from "../catalogue";
import type { worker as english } from "../en/worker";

export const worker: Translated<typeof english> = {};
