/** The ways in which a secret may be repeated: as it is, in an address, in JSON and in base64. */

/** Shorter ones are words that stand in any text, in base64 as well. */
const MIN_LENGTH = 8;

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/**
 * The characters of base64 that depend on a secret alone, where so many bytes stand before it in a group of three; a
 * character that depends on a neighbour, too, is taken along, as it tells some bits.
 */
function inBase64(secret: string, before: number): string | null {
  const bytes = Buffer.byteLength(secret) + before;
  const written = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]).toString("base64");
  const core = written.slice(Math.ceil((before * 8) / 6), Math.floor((bytes * 8) / 6));
  if (core.length < MIN_LENGTH) return null;
  // In addresses and tokens two characters are others.
  const any = Array.from(core, (sign) => (sign === "+" ? "[+-]" : sign === "/" ? "[/_]" : sign)).join("");
  return `${before > 0 ? "[A-Za-z0-9+/_-]?" : ""}${any}${bytes % 3 > 0 ? "[A-Za-z0-9+/_-]?={0,2}" : ""}`;
}

/** Percent signs may be written with small letters. */
const inAddress = (secret: string): string =>
  escapePattern(encodeURIComponent(secret.toWellFormed?.() ?? secret)).replace(
    /%[0-9A-F]{2}/g,
    (code) => `%(?:${code.slice(1)}|${code.slice(1).toLowerCase()})`,
  );

/** Finds a secret however it is written; with the flag `g`. */
export function patternOf(secret: string): RegExp {
  const forms = [
    escapePattern(secret),
    inAddress(secret),
    escapePattern(JSON.stringify(secret).slice(1, -1)),
    ...[0, 1, 2].map((before) => inBase64(secret, before)),
  ];
  return new RegExp([...new Set(forms.filter((form) => form !== null))].join("|"), "g");
}
