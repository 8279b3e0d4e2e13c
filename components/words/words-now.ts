/** The words of the page where no component draws: for names that are written down, as that of an opened layout. */
import type { Words } from "../../lib/words/create-words";
import { LANGUAGE_NAMES, LANGUAGES } from "../../lib/words/languages";
import { findWords } from "./keep-catalogue";

/** What is written down keeps its language when the reader changes to another. */
export function wordsNow(): Words {
  const { lang } = document.documentElement;
  const language = LANGUAGES.find((each) => LANGUAGE_NAMES[each].tag === lang) ?? "en";
  // A page is written in a language only once its words are here.
  const words = findWords(language);
  if (!words) throw new Error(`The words of ${language} have not arrived.`);
  return words;
}
