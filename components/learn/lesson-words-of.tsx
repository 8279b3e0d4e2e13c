"use client";
/** A text of a lesson with its figures: stressed words and code are drawn as such. */
import { Fragment, type ReactNode } from "react";
import type { Figures } from "../../lib/lessons/lesson";
import type { LessonWords } from "../../lib/lessons/lesson-words";

const DRAWERS = {
  b: (pieces: ReactNode): ReactNode => <strong className="font-semibold">{pieces}</strong>,
  c: (pieces: ReactNode): ReactNode => (
    <code className="rounded bg-line-soft px-1 font-mono text-[0.92em]">{pieces}</code>
  ),
};

interface LessonWordsOfProps {
  readonly text: string;
  readonly words: LessonWords;
  /** Null while the scene is played for the first time: texts without figures are shown at once. */
  readonly figures: Figures | null;
}

export function LessonWordsOf({ text, words, figures }: LessonWordsOfProps) {
  if (!figures && text.includes("{")) return <span className="text-faint">…</span>;
  const drawn = words.rich<ReactNode>(text, figures ?? {}, DRAWERS);
  if (!Array.isArray(drawn)) return drawn;
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text in their order
  return drawn.map((piece, index) => <Fragment key={index}>{piece}</Fragment>);
}
