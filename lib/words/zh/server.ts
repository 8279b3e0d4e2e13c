/** Chinese texts of server. */
import type { Translated } from "../catalogue";
import type { server as english } from "../en/server";

export const server: Translated<typeof english> = {};
