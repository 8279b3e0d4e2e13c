/** Comma-separated values, for a spreadsheet. */

/**
 * Quotes where the format needs it (RFC 4180), and keeps a spreadsheet from taking a text for a formula.
 * Figures stay figures.
 */
function writeCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line a row, each ending with CR LF; null is an empty cell. */
export const writeCsvTable = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("");
