"use client";
/** The words of the reader's language, for components: `t("map.zoomIn")`, `say(problem.message)`. */
import { createContext, type ReactNode, useContext } from "react";
import type { Words } from "../../lib/words/create-words";
import type { Language } from "../../lib/words/languages";

interface WordsChoice {
  readonly words: Words;
  /** Changes the language of the page and remembers it. */
  readonly choose: (language: Language) => void;
}

export const WordsContext = createContext<WordsChoice | null>(null);

function useChoice(): WordsChoice {
  const choice = useContext(WordsContext);
  if (!choice) throw new Error("Words are used outside their provider.");
  return choice;
}

export const useWords = (): Words => useChoice().words;

export const useLanguageChoice = (): WordsChoice["choose"] => useChoice().choose;

/** What draws a tag of a text, e.g. `b` of `<b>{count}</b> markers`. */
export type Drawers = Readonly<Record<string, (pieces: ReactNode) => ReactNode>>;
