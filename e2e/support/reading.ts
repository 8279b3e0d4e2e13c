/** The page's own texts as a test looks for them, in the language that it reads the page in. */
import { createWords, type Words } from "../../lib/words/create-words";
import { chooseLanguage } from "../../lib/words/languages";
import type { MessageKey, ValuesOf } from "../../lib/words/message";
import { ENGLISH } from "../../lib/words/plain-words";
import { zh } from "../../lib/words/zh";

const CHINESE = createWords("zh", zh);

/** What a browser of this locale is shown. */
export const wordsFor = (locale: string | undefined): Words =>
  chooseLanguage([], locale) === "zh" ? CHINESE : ENGLISH;

/** Signs that no text has: between them stands a pattern. */
const [OPEN, CLOSE] = ["\uE000", "\uE001"];

export const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A value of a text that is known only by its form, e.g. `like(/[\d,]+/)`: for `patternOf`. */
export const like = (pattern: RegExp): string => `${OPEN}${pattern.source}${CLOSE}`;

const sourceOf = (text: string): string =>
  text
    .split(new RegExp(`[${OPEN}${CLOSE}]`))
    .map((piece, at) => (at % 2 === 1 ? `(?:${piece})` : escapeForPattern(piece)))
    .join("");

/** A text with values of a form, anywhere. */
export const patternOf = (text: string): RegExp => new RegExp(sourceOf(text));

/** A text with values of a form, and nothing behind it unless told. */
export const wholePatternOf = (text: string, behind: "end" | "more" = "end"): RegExp =>
  new RegExp(`^${sourceOf(text)}${behind === "end" ? "$" : ""}`);

/** A text with elements inside, as it is read. @param tags those that it has */
export function plainOf<Key extends MessageKey>(
  words: Words,
  key: Key,
  tags: readonly string[],
  ...values: ValuesOf<Key>
): string {
  const drawers = Object.fromEntries(tags.map((tag) => [tag, (pieces: unknown) => pieces]));
  return [words.rich<Key, unknown>(key, drawers, ...values)].flat(9).join("");
}

/** A clause within a row's sentence. */
export const clauseOf = ({ t }: Words, clause: string): RegExp =>
  patternOf(t("timeline.clauses", { first: "", rest: t("timeline.clauses", { first: clause, rest: "" }) }));
