/** Writes text in snippet syntax, the one that editors share: `$1` and `${1:text}` are places to fill in. */

/** Plain text, so that nothing in it is read as a place to fill in. */
export const plain = (text: string): string => text.replace(/[\\$}]/g, "\\$&");

/** A place to fill in, with what stands there until then. */
export const blank = (number: number, text: string): string => `\${${number}:${plain(text)}}`;

/** Lines of one snippet. */
export const lines = (...written: readonly string[]): string => written.join("\n");
