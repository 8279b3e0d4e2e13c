/** Finds everything in a text that is to be taken out of it. */
import { rememberTexts } from "../tokens/text-memory";
import { findNamedValues, mayNameValues } from "./find-named-values";
import { mergeRemovals, type Removal } from "./removal";
import { EMAIL, PLACES, type RemovalPattern, WORDS } from "./removal-patterns";

function search(text: string, { what, pattern, keeps }: RemovalPattern): Removal[] {
  const found: Removal[] = [];
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.secret ?? [match.index, match.index + match[0].length];
    if (keeps?.(text.slice(start, end)) !== true) found.push({ what, start, end });
  }
  return found;
}

type Needs = RemovalPattern["needs"];

/** Whether a text has what patterns need; of what several need it is asked once. */
function createSieve(text: string): (pattern: RemovalPattern) => boolean {
  const known = new Map<Needs, boolean>();
  return ({ needs }) => {
    const before = known.get(needs);
    if (before !== undefined) return before;
    const has =
      needs instanceof RegExp ? needs.test(text) : [needs].flat().some((word) => text.includes(word));
    known.set(needs, has);
    return has;
  };
}

/** Lets every text be searched for everything: the same is found, only slower. */
const searchAnyway = () => () => true;

/** A picture or a document in letters, nothing anybody reads. */
function isMedia(text: string): boolean {
  const start = /^data:[\w.+/-]+(?:;[\w=.+-]+)*;base64,/.exec(text)?.[0].length ?? 0;
  if (start === 0 && text.length < 512) return false;
  return /^[A-Za-z0-9+/]*={0,2}$/.test(start === 0 ? text : text.slice(start));
}

/** JSON inside a string: the letter of an escape such as `\n` is no letter of the word after it. */
function hideEscapes(text: string): string {
  return /\\[nrt][A-Za-z0-9]/.test(text) ? text.replace(/\\[nrt]/g, "\\ ") : text;
}

function searchAll(text: string, sieve: typeof createSieve): readonly Removal[] {
  if (text.length < 5 || isMedia(text)) return [];
  const plain = hideEscapes(text);
  const mayHold = sieve(text);
  const mayHoldPlain = plain === text ? mayHold : sieve(plain);
  const found = [
    ...WORDS.flatMap((pattern) => (mayHoldPlain(pattern) ? search(plain, pattern) : [])),
    ...PLACES.flatMap((pattern) => (mayHold(pattern) ? search(text, pattern) : [])),
    ...(sieve === searchAnyway || mayNameValues(text) ? findNamedValues(text) : []),
  ];
  if (!mayHoldPlain(EMAIL)) return mergeRemovals(found);
  // The end of a URL's password and the host after it look like an address.
  const passwords = new Set(found.filter(({ end }) => text[end] === "@").map(({ end }) => end));
  const addresses = search(plain, EMAIL).filter(({ start }) => !passwords.has(text.indexOf("@", start)));
  return mergeRemovals([...found, ...addresses]);
}

/** What is to be taken out of a text; ascending, none overlapping. */
export const findRemovals = rememberTexts((text) => searchAll(text, createSieve));

/** The same, found without passing over anything: for the benchmark and the tests. */
export const findRemovalsPlainly = (text: string): readonly Removal[] => searchAll(text, searchAnyway);
