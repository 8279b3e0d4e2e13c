"use client";
/** Gives every component the words of the reader's language, and changes the language without a reload. */
import { useRouter } from "next/navigation";
import { type ReactNode, use, useEffect, useMemo, useState, useTransition } from "react";
import { LANGUAGE_NAMES, type Language } from "../../lib/words/languages";
import { findWords, loadWords } from "./keep-catalogue";
import { WordsContext } from "./use-words";

interface WordsProviderProps {
  readonly language: Language;
  readonly children: ReactNode;
}

/** Seconds that a choice is remembered: a year. */
const REMEMBERED = 31_536_000;

export function WordsProvider({ language: first, children }: WordsProviderProps) {
  const [language, setLanguage] = useState(first);
  const [, startTransition] = useTransition();
  const router = useRouter();
  const words = findWords(language) ?? use(loadWords(language));

  useEffect(() => {
    document.documentElement.lang = LANGUAGE_NAMES[language].tag;
    // From here on clicks are answered: tests wait for it.
    document.documentElement.dataset.ready = "";
  }, [language]);

  const value = useMemo(
    () => ({
      words,
      choose(next: Language) {
        // biome-ignore lint/suspicious/noDocumentCookie: the server reads it, and Cookie Store is not everywhere.
        document.cookie = `lang=${next}; path=/; max-age=${REMEMBERED}; samesite=lax`;
        // What the server has drawn is drawn anew, too.
        startTransition(() => {
          setLanguage(next);
          router.refresh();
        });
      },
    }),
    [words, router],
  );
  return <WordsContext value={value}>{children}</WordsContext>;
}
