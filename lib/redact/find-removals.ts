/** Finds everything in a text that is to be taken out of it. */
import { rememberTexts } from "../tokens/text-memory";
import { findNamedValues } from "./find-named-values";
import { mergeRemovals, type Removal } from "./removal";
import { EMAIL, PLACES, type RemovalPattern, WORDS } from "./removal-patterns";

function search(text: string, { what, pattern, needs, keeps }: RemovalPattern): Removal[] {
  if (!text.includes(needs)) return [];
  const found: Removal[] = [];
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.secret ?? [match.index, match.index + match[0].length];
    if (keeps?.(text.slice(start, end)) !== true) found.push({ what, start, end });
  }
  return found;
}

/** A picture or a document in letters, nothing anybody reads. */
function isMedia(text: string): boolean {
  if (text.length < 512) return false;
  const start = /^data:[\w.+/-]+(?:;[\w=.+-]+)*;base64,/.exec(text)?.[0].length ?? 0;
  return /^[A-Za-z0-9+/]*={0,2}$/.test(start === 0 ? text : text.slice(start));
}

/** JSON inside a string: the letter of an escape such as `\n` is no letter of the word after it. */
function hideEscapes(text: string): string {
  return /\\[nrt][A-Za-z0-9]/.test(text) ? text.replace(/\\[nrt]/g, "\\ ") : text;
}

function searchAll(text: string): readonly Removal[] {
  if (text.length < 5 || isMedia(text)) return [];
  const plain = hideEscapes(text);
  const found = [
    ...WORDS.flatMap((pattern) => search(plain, pattern)),
    ...PLACES.flatMap((pattern) => search(text, pattern)),
    ...findNamedValues(text),
  ];
  // The end of a URL's password and the host after it look like an address.
  const passwords = new Set(found.filter(({ end }) => text[end] === "@").map(({ end }) => end));
  const addresses = search(plain, EMAIL).filter(({ start }) => !passwords.has(text.indexOf("@", start)));
  return mergeRemovals([...found, ...addresses]);
}

/** What is to be taken out of a text; ascending, none overlapping. */
export const findRemovals = rememberTexts(searchAll);
