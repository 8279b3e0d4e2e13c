"use client";
/** The teacher's second window: what to say at this step, what comes next, and the time; its keys turn the steps, too. */
import { useEffect, useMemo, useState } from "react";
import { findRung } from "../../lib/lessons/ladder";
import type { Lesson } from "../../lib/lessons/lesson";
import { createLessonWords } from "../../lib/lessons/lesson-words";
import { useWords } from "../words/use-words";
import { LessonTimer } from "./lesson-timer";
import { LessonWordsOf } from "./lesson-words-of";
import { openPresenterChannel, type PresentedNow } from "./presenter-channel";
import { useLessonAddress } from "./use-lesson-address";
import { usePresenterKeys } from "./use-presenter-keys";

interface NotesWindowProps {
  /** The lesson of the address; the presenter may be at another one meanwhile. */
  readonly lesson: Lesson;
  readonly titles: Readonly<Record<string, string>>;
}

export function NotesWindow({ lesson: first, titles }: NotesWindowProps) {
  const { t, language } = useWords();
  const { address } = useLessonAddress();
  const [lesson, setLesson] = useState(first);
  const [now, setNow] = useState<PresentedNow | null>(null);
  const words = useMemo(() => createLessonWords(language), [language]);

  const channel = useMemo(
    () => openPresenterChannel((message) => message.kind === "now" && setNow(message)),
    [],
  );
  useEffect(() => {
    channel.say({ kind: "hello" });
    return () => channel.close();
  }, [channel]);
  const keys = useMemo(
    () => ({
      next: () => channel.say({ kind: "turn", to: "next" }),
      back: () => channel.say({ kind: "turn", to: "back" }),
      notes: () => undefined,
      black: () => undefined,
      leave: () => window.close(),
    }),
    [channel],
  );
  usePresenterKeys(keys);

  const id = now?.lesson ?? first.id;
  useEffect(() => {
    void findRung(id)?.load().then(setLesson);
  }, [id]);
  useEffect(() => {
    document.title = `${t("learn.notes")} · ${titles[id] ?? id}`;
  }, [t, titles, id]);

  const index = now?.step ?? address?.step ?? 0;
  const text = lesson.text[language];
  const step = lesson.steps[index];
  const following = lesson.steps[index + 1];
  const said = step && text.steps[step.id];
  if (!said) return null;
  const figures = now?.figures ?? null;
  const coming = following && text.steps[following.id];
  return (
    <main
      className="mx-auto flex min-h-dvh max-w-3xl flex-col gap-5 p-6 text-lg leading-relaxed"
      data-notes={step.id}
    >
      <header className="flex items-baseline gap-4 text-sm text-mute">
        <span>{text.title}</span>
        <span>{t("learn.stepOf", { step: index + 1, steps: lesson.steps.length })}</span>
        <span className="ml-auto text-base">{now && <LessonTimer began={now.began} />}</span>
      </header>
      <h1 className="text-2xl font-semibold tracking-tight">
        <LessonWordsOf text={said.heading} words={words} figures={figures} />
      </h1>
      <p>
        <LessonWordsOf text={said.notes} words={words} figures={figures} />
      </p>
      <p className="border-l-2 border-line pl-4 text-base text-mute">
        <LessonWordsOf text={said.body} words={words} figures={figures} />
      </p>
      <section className="mt-auto border-t border-line pt-4 text-base text-mute">
        <h2 className="text-sm">{t("learn.upNext")}</h2>
        <p className="font-medium text-ink">
          {coming ? (
            <LessonWordsOf text={coming.heading} words={words} figures={figures} />
          ) : (
            t("learn.endOfLesson")
          )}
        </p>
      </section>
    </main>
  );
}
