/** Several names in a row, as they are shown one after the other. */
import { type Said, tell } from "../words/message";

/** e.g. `an API key, a cookie header`; empty where there are none. */
export function listNames(names: readonly Said[]): Said {
  const [first = "", ...others] = names;
  return others.reduce((before, name) => tell("importing.also", { before, name }), first);
}
