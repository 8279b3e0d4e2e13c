/** JSON text for people's programs: what lib told stands in it in words. */
import type { Words } from "./create-words";
import { isMessage, type Message } from "./message";

/** What comes from outside may have a `key` of its own, but none with a namespace. */
const isTold = (value: unknown): value is Message => isMessage(value) && /^[a-z]+\.\w+$/i.test(value.key);

/** Laid out to be read, with a line break at its end. */
export const writeJson = (value: unknown, { say }: Words): string =>
  `${JSON.stringify(value, (_, held: unknown) => (isTold(held) ? say(held) : held), 2)}\n`;
