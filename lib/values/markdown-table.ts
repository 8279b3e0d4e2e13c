/** Tables of a Markdown report. */

/** A cell must not end the row it stands in. */
export const writeCell = (text: string): string => text.replace(/[\r\n]+/g, " ").replaceAll("|", "\\|");

const writeRow = (cells: readonly string[]): string => `| ${cells.map(writeCell).join(" | ")} |`;

/** The lines of a table. */
export const writeTable = (headings: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  writeRow(headings),
  `|${" --- |".repeat(headings.length)}`,
  ...rows.map(writeRow),
];
