/** Keeps what the user says of changing words, each said once, the newest last. */
import { CHANGE_NAMES, type Change, type ChangingText } from "../changing/changing-text";
import { ENGLISH } from "../words/plain-words";

/**
 * What is said after a further word on it; undefined where nothing is.
 * @param change null takes back what was said of the words
 */
export function tellChange(
  told: readonly ChangingText[] | undefined,
  words: string,
  change: Change | null,
): readonly ChangingText[] | undefined {
  const known = told?.find((each) => each.words === words);
  const others = (told ?? []).filter((each) => each !== known);
  const next = change === null ? others : [...others, { ...known, words, change }];
  return next.length > 0 ? next : undefined;
}

const LONGEST_NAME = 60;

/** The same for screen readers, one sentence. */
export function sayChange(words: string, change: Change | null): string {
  const named = `“${words.slice(0, LONGEST_NAME)}”`;
  if (change === null) return `${named} is played as its kind is.`;
  return change === "never"
    ? `${named} never changes.`
    : `${named} changes ${ENGLISH.say(CHANGE_NAMES[change])}.`;
}
