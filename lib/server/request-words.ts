/** The words that a request is answered in, for pages and the API. */
import type { Catalogue } from "../words/catalogue";
import { createWords, type Words } from "../words/create-words";
import { en } from "../words/en";
import type { Language } from "../words/languages";
import { zh } from "../words/zh";
import { languageOf } from "./request-language";

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, zh };
const made = new Map<Language, Words>();

export function wordsIn(language: Language): Words {
  const words = made.get(language) ?? createWords(language, CATALOGUES[language]);
  made.set(language, words);
  return words;
}

/** Those of a request. */
export const wordsOf = (headers: Headers): Words => wordsIn(languageOf(headers));
