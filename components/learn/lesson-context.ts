"use client";
/** Hands the lesson that is under way to its panels. */
import { createContext, useContext, useMemo } from "react";
import { useStore } from "zustand";
import { readFigures } from "../../lib/lessons/facts";
import type { Facts, Figures, LessonText, Step, StepText } from "../../lib/lessons/lesson";
import { createLessonWords, type LessonWords } from "../../lib/lessons/lesson-words";
import { usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";
import type { LessonRun, LessonState } from "./lesson-store";

export const LessonContext = createContext<LessonRun | null>(null);

export function useLesson(): LessonRun {
  const run = useContext(LessonContext);
  if (!run) throw new Error("A part of a lesson is used outside of it.");
  return run;
}

/** @param select returns a primitive or a stored reference, never a fresh object */
export const useLessonState = <T>(select: (state: LessonState) => T): T =>
  useStore(useLesson().store, select);

export interface LessonNow {
  readonly step: Step;
  readonly index: number;
  readonly text: LessonText;
  readonly words: StepText;
  readonly lessonWords: LessonWords;
  /** Null until the scene has been played. */
  readonly facts: Facts | null;
  readonly figures: Figures | null;
}

/** The step that is shown with its words and figures; those of the last good analysis while one is under way. */
export function useLessonNow(): LessonNow {
  const { lesson, readFacts } = useLesson();
  const { language } = useWords();
  const index = useLessonState((state) => state.step);
  const start = useLessonState((state) => state.start);
  const others = useLessonState((state) => state.others);
  const layers = useLessonState((state) => state.layers);
  const good = usePlayground((state) => state.good);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the facts are read from
  const facts = useMemo(() => readFacts(), [readFacts, start, others, layers, good]);
  const figures = useMemo(() => facts && readFigures(lesson, facts), [lesson, facts]);
  const lessonWords = useMemo(() => createLessonWords(language), [language]);
  const text = lesson.text[language];
  const step = lesson.steps[index] ?? lesson.steps[0];
  const words = step && text.steps[step.id];
  if (!step || !words) throw new Error(`The lesson ${lesson.id} has no step ${index + 1}.`);
  return { step, index, text, words, lessonWords, facts, figures };
}
