/** Reads a text that was copied with its quotation marks, or with the backslashes of the string it stood in. */
import { codeStringAt, createPatience, textOfString } from "./code-strings";
import { parseValue } from "./parse-value";

/** Such strings may stand within each other; each time half of the backslashes is left. */
const ESCAPED = /^[[{](?:\\[nrt]|\s)*\\+"/;

const looksLikeValue = (text: string): boolean => /^\s*(?:[[{"]|curl\s)/.test(text);

/** What stands within the quotation marks; null where the text is not one string, or one of other content. */
export function readQuoted(text: string): string | null {
  const bare = text.trim().replace(/[;,]$/, "");
  const parsed = bare.startsWith('"') ? parseValue(bare) : null;
  if (parsed?.ok)
    return typeof parsed.value === "string" && looksLikeValue(parsed.value) ? parsed.value : null;
  const string = /^[rRbBuU]{0,2}["'`]/.test(bare) ? codeStringAt(bare, 0, createPatience()) : null;
  if (string) {
    const inside = textOfString(string);
    return string.end === bare.length && looksLikeValue(inside) ? inside : null;
  }
  if (!ESCAPED.test(bare)) return null;
  const inner = parseValue(`"${bare.replace(/\r?\n/g, "\\n")}"`);
  return inner.ok && typeof inner.value === "string" ? inner.value : null;
}
