/** Names the places of an import: a file, a line of it, an item of its list. */
import { isMessage, type Message, type Said, tell } from "../words/message";

/** The place of a value that is all there is, so that its items need no name before theirs. */
export const WHOLE: Said = tell("importing.whole");

const keyOf = (place: Said): Message["key"] | null => (isMessage(place) ? place.key : null);

export const isWhole = (place: Said): boolean => keyOf(place) === "importing.whole";

/** e.g. `Item 3`, or `a.json, item 3` where `place` tells files or lines apart. */
export function placeWithin(
  place: Said,
  kind: "item" | "entry" | "command" | "call",
  number: number,
): Message {
  return isWhole(place)
    ? tell(`importing.${kind}`, { number: String(number) })
    : tell(`importing.${kind}Of`, { place, number: String(number) });
}

/** @param file null where there is only one file */
export function placeInFile(file: Said | null, line: number | null): Said {
  if (file === null) return line === null ? WHOLE : tell("importing.line", { line: String(line) });
  return line === null ? file : tell("importing.lineOf", { file, line: String(line) });
}

/** Whether a place is a line of a file, so that the value there was alone on it. */
export const isLine = (place: Said): boolean => /^importing\.line(?:Of)?$/.test(keyOf(place) ?? "");
