/** The catalogues that have arrived in the browser, or on the server; others are loaded when they are asked for. */
import type { Catalogue } from "../../lib/words/catalogue";
import { createWords, type Words } from "../../lib/words/create-words";
import type { Language } from "../../lib/words/languages";

const known = new Map<Language, Words>();
const loading = new Map<Language, Promise<Words>>();

const LOADERS: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import("../../lib/words/en")).en,
  zh: async () => (await import("../../lib/words/zh")).zh,
};

export function keepCatalogue(language: Language, catalogue: Catalogue): void {
  if (!known.has(language)) known.set(language, createWords(language, catalogue));
}

export const findWords = (language: Language): Words | undefined => known.get(language);

/** The same promise for each call, so that rendering may wait for it. */
export function loadWords(language: Language): Promise<Words> {
  const found = loading.get(language);
  if (found) return found;
  const promise = LOADERS[language]().then((catalogue) => {
    keepCatalogue(language, catalogue);
    return known.get(language) ?? createWords(language, catalogue);
  });
  loading.set(language, promise);
  return promise;
}
