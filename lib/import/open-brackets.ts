/** Tells whether a line of JSON closes all it opens, so that a value over several lines is known by its first. */

const QUOTE = 34;
const BACKSLASH = 92;

/** Offset after the string that begins at `start`; the text's length where it does not end. */
function skipString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at + 1;
  }
  return text.length + 1;
}

/** False where brackets or a string are still open at the end of the text. */
export function closesAtEnd(text: string): boolean {
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    if (character === '"') at = skipString(text, at);
    else {
      if (character === "{" || character === "[") depth++;
      else if (character === "}" || character === "]") depth--;
      at++;
    }
  }
  return depth <= 0 && at === text.length;
}
