/** Puts a lesson's texts into words: ICU with the lesson's figures, and pieces for `<b>` and `<c>`. */
import { createTranslator } from "use-intl/core";
import { LANGUAGE_NAMES, type Language } from "../words/languages";
import type { Figures } from "./lesson";

export interface LessonWords {
  /** A text with its figures; tags are left out. */
  readonly plain: (text: string, figures: Figures) => string;
  /** The same in pieces, each tag drawn by its function. */
  readonly rich: <Piece>(
    text: string,
    figures: Figures,
    drawers: Readonly<Record<"b" | "c", (pieces: Piece) => Piece>>,
  ) => Piece;
}

type Rich = (key: string, values: Readonly<Record<string, unknown>>) => unknown;

/** @throws where a text names a figure that the lesson does not give: its test would have said so */
export function createLessonWords(language: Language): LessonWords {
  const translate = (text: string): Rich => {
    const translator = createTranslator({
      locale: LANGUAGE_NAMES[language].tag,
      timeZone: "UTC",
      messages: { text },
      onError(error) {
        throw error;
      },
    });
    return translator.rich as unknown as Rich;
  };
  const join = (pieces: unknown): string => (Array.isArray(pieces) ? pieces.join("") : String(pieces));
  return {
    plain: (text, figures) => join(translate(text)("text", { ...figures, b: join, c: join })),
    rich: (text, figures, drawers) => translate(text)("text", { ...figures, ...drawers }) as never,
  };
}
