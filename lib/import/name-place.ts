/** Names the places of an import: a file, a line of it, an item of its list. */

/** The place of a value that is all there is, so that its items need no name before theirs. */
export const WHOLE = "The import";

/** e.g. `Item 3`, or `a.json, item 3` where `place` tells files or lines apart. */
export const placeWithin = (
  place: string,
  kind: "Item" | "Entry" | "Command" | "Call",
  number: number,
): string => (place === WHOLE ? `${kind} ${number}` : `${place}, ${kind.toLowerCase()} ${number}`);

/** @param file null where there is only one file */
export function placeInFile(file: string | null, line: number | null): string {
  if (file === null) return line === null ? WHOLE : `Line ${line}`;
  return line === null ? file : `${file}, line ${line}`;
}

/** Whether a place is a line of a file, so that the value there was alone on it. */
export const isLine = (place: string): boolean => /line \d+$/i.test(place);
