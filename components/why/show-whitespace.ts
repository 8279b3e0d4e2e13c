/** Makes white space visible where it would be overlooked: newlines, tabs, and spaces at the edges of a text. */

export const showWhitespace = (text: string): string =>
  text
    .replace(/^ +| +$/gm, (spaces) => "·".repeat(spaces.length))
    .replace(/\t/g, "→\t")
    .replace(/\r/g, "␍")
    .replace(/\n/g, "↵\n");
