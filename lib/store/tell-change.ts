/** Keeps what the user says of changing words, each said once, the newest last. */
import type { Change, ChangingText } from "../changing/changing-text";
import { type Message, tell } from "../words/message";

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

const CHANGES = {
  request: "store.changesEachRequest",
  clock: "store.changesByMinute",
  day: "store.changesByDay",
  conversation: "store.changesEachConversation",
  never: "store.changesNever",
} as const;

/** The same for screen readers, one sentence. */
export const sayChange = (words: string, change: Change | null): Message =>
  tell(change === null ? "store.changesAsKind" : CHANGES[change], { words: words.slice(0, LONGEST_NAME) });
