/** Finds everything in a text that is to be taken out of it. */

import { rememberTexts } from "../tokens/text-memory";
import { append } from "../values/long-lists";
import { findNamedValues, mayNameValues } from "./find-named-values";
import { mergeRemovals, type Removal } from "./removal";
import { EMAIL, PLACES, type RemovalPattern, WORDS } from "./removal-patterns";
import type { Need } from "./secret-patterns";

/** Where a text has what one pattern looks for; appended to `found`. */
function search(text: string, { what, pattern, keeps }: RemovalPattern, found: Removal[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, secret = whole] = match;
    if (keeps?.(secret) === true) continue;
    const end = match.index + whole.length;
    found.push({ what, start: end - secret.length, end });
  }
}

/** What patterns need, each once: several need the same. */
const NEEDS = [...new Set([...WORDS, ...PLACES, EMAIL].map(({ needs }) => needs))];
const NUMBERS = new Map(NEEDS.map((need, number) => [need, number]));

function meets(text: string, need: Need): boolean {
  if (typeof need === "string") return text.includes(need);
  if (need instanceof RegExp) return need.test(text);
  return "all" in need ? need.all.every((each) => meets(text, each)) : need.some((each) => meets(text, each));
}

/** Whether a text has what patterns need; of what several need it is asked once. */
function createSieve(text: string): (pattern: RemovalPattern) => boolean {
  const known: boolean[] = [];
  return ({ needs }) => {
    const number = NUMBERS.get(needs) ?? NEEDS.length;
    known[number] ??= meets(text, needs);
    return known[number];
  };
}

/** Lets every text be searched for everything: the same is found, only slower. */
const searchAnyway = () => () => true;

/** A picture or a document in letters, nothing anybody reads. */
function isMedia(text: string): boolean {
  if (text.length < 512 && !text.startsWith("data:")) return false;
  const start = /^data:[\w.+/-]+(?:;[\w=.+-]+)*;base64,/.exec(text)?.[0].length ?? 0;
  if (start === 0 && text.length < 512) return false;
  return /^[A-Za-z0-9+/]*={0,2}$/.test(start === 0 ? text : text.slice(start));
}

/** JSON inside a string: the letter of an escape such as `\n` is no letter of the word after it. */
function hideEscapes(text: string): string {
  return text.includes("\\") && /\\[nrt][A-Za-z0-9]/.test(text) ? text.replace(/\\[nrt]/g, "\\ ") : text;
}

function searchAll(text: string, sieve: typeof createSieve): readonly Removal[] {
  if (text.length < 5 || isMedia(text)) return [];
  const plain = hideEscapes(text);
  const mayHold = sieve(text);
  const mayHoldPlain = plain === text ? mayHold : sieve(plain);
  const found: Removal[] = [];
  for (const pattern of WORDS) if (mayHoldPlain(pattern)) search(plain, pattern, found);
  for (const pattern of PLACES) if (mayHold(pattern)) search(text, pattern, found);
  if (sieve === searchAnyway || mayNameValues(text)) append(found, findNamedValues(text));
  if (mayHoldPlain(EMAIL)) {
    // The end of a URL's password and the host after it look like an address.
    const passwords = new Set(found.filter(({ end }) => text[end] === "@").map(({ end }) => end));
    const others = found.length;
    search(plain, EMAIL, found);
    if (passwords.size > 0)
      return mergeRemovals(
        found.filter(({ start }, at) => at < others || !passwords.has(text.indexOf("@", start))),
      );
  }
  return mergeRemovals(found);
}

/** What is to be taken out of a text; ascending, none overlapping. */
export const findRemovals = rememberTexts((text) => searchAll(text, createSieve));

/** The same, found without passing over anything: for the benchmark and the tests. */
export const findRemovalsPlainly = (text: string): readonly Removal[] => searchAll(text, searchAnyway);
