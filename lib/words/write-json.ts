/** JSON text for programs: what lib told stands in it in words, everything else as it is. */
import type { Words } from "./create-words";

/** @param indent spaces; none where it is left out */
export const writeJson = (value: unknown, { say, isTold }: Words, indent?: number): string =>
  JSON.stringify(value, (_, held: unknown) => (isTold(held) ? say(held) : held), indent);

/** A file laid out to be read, with a line break at its end. */
export const writeJsonFile = (value: unknown, words: Words): string => `${writeJson(value, words, 2)}\n`;
