/** The languages of the product, and which of them a reader gets. */
import Negotiator from "negotiator";

export const LANGUAGES = ["en", "zh"] as const;

export type Language = (typeof LANGUAGES)[number];

/** How each is called in itself, its tag for `lang`, numbers and dates. */
export const LANGUAGE_NAMES = {
  en: { name: "English", tag: "en" },
  zh: { name: "中文", tag: "zh-CN" },
} as const satisfies Record<Language, { name: string; tag: string }>;

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some((language) => language === value);

/**
 * The first of these that names a language of the product, else English.
 * @param asked `?lang=` and what the reader chose before, the stronger first
 * @param accepted the header `Accept-Language`
 */
export function chooseLanguage(asked: readonly unknown[], accepted: string | null | undefined): Language {
  const chosen = asked.find(isLanguage);
  if (chosen) return chosen;
  const offered = new Negotiator({ headers: { "accept-language": accepted ?? "en" } });
  return LANGUAGES.find((language) => language === offered.language([...LANGUAGES])) ?? "en";
}
