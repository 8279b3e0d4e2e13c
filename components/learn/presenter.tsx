"use client";
/** A lesson in front of a class: large words above one panel, the answer covered until a key, everything by a clicker. */
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { type LessonAddress, writeLessonAddress } from "../../lib/lessons/lesson-address";
import { listOnPath } from "../../lib/lessons/paths";
import { preloadEditors } from "../editor/editor-panel";
import { bringParts } from "../ui/later";
import { useWords } from "../words/use-words";
import { AnswerNote } from "./answer-note";
import { useLesson, useLessonNow, useLessonState } from "./lesson-context";
import { LessonStage } from "./lesson-stage";
import type { NextLesson } from "./lesson-strip";
import { LessonTimer } from "./lesson-timer";
import { LessonWordsOf } from "./lesson-words-of";
import { openPresenterChannel, type PresentedNow } from "./presenter-channel";
import { Spotlight } from "./spotlight";
import { useLessonAddress } from "./use-lesson-address";
import { type PresenterKeys, usePresenterKeys } from "./use-presenter-keys";

interface PresenterProps {
  readonly address: LessonAddress;
  readonly next: NextLesson | null;
  readonly onStep: (index: number) => void;
}

/** The panel is drawn so much larger than on a desk. */
const ZOOM = 1.45;

export function Presenter({ address, next, onStep }: PresenterProps) {
  const { t } = useWords();
  const { go } = useLessonAddress();
  const { lesson, pass, showAct, store } = useLesson();
  const { step, index, figures } = useLessonNow();
  const [began] = useState(() => Date.now());
  const [isBlack, setBlack] = useState(false);

  // Everything that comes next is there before the network may be gone.
  useEffect(() => {
    for (const rung of listOnPath(address.path)) void rung.load();
    void Promise.all([preloadEditors(), bringParts()]);
  }, [address.path]);

  const turnNext = useEffectEvent((): void => {
    const { reached } = store.getState();
    if (step.kind === "mend" && !reached.has(step.id)) void showAct();
    else if (index < lesson.steps.length - 1) {
      pass();
      onStep(index + 1);
    } else if (next) go({ ...address, lesson: next.id, step: 0 });
  });
  const turnBack = useEffectEvent(() => onStep(index - 1));
  const openNotes = useEffectEvent(() => {
    window.open(
      writeLessonAddress({ ...address, mode: "notes" }),
      "lesson-notes",
      "popup,width=760,height=680",
    );
  });
  const leave = useEffectEvent(() => go({ ...address, mode: "page" }, false));
  const keys = useMemo(
    (): PresenterKeys => ({
      next: () => turnNext(),
      back: () => turnBack(),
      notes: () => openNotes(),
      black: () => setBlack((before) => !before),
      leave: () => leave(),
    }),
    [],
  );
  usePresenterKeys(keys);

  const now: PresentedNow = useMemo(
    () => ({ kind: "now", lesson: lesson.id, step: index, figures, began }),
    [lesson, index, figures, began],
  );
  useNotes(now, keys);

  return (
    <div className="flex h-dvh flex-col bg-panel" data-lesson={lesson.id} data-presented={step.id}>
      <main className="flex min-h-0 flex-1 flex-col">
        <PresentedWords />
        <div className="min-h-0 flex-1 border-t border-line">
          <div className="flex h-full min-h-0" style={{ zoom: ZOOM }}>
            <LessonStage step={step} isPresented />
          </div>
        </div>
      </main>
      <footer className="flex shrink-0 items-center gap-5 border-t border-line px-8 py-1.5 text-base text-mute">
        <span>{t("learn.stepOf", { step: index + 1, steps: lesson.steps.length })}</span>
        <LessonTimer began={began} />
        <span className="ml-auto text-xs text-faint">{t("learn.presenterKeys")}</span>
      </footer>
      <Spotlight spot={step.kind === "predict" ? undefined : step.spot} dims={step.kind === "reveal"} />
      {isBlack && <div className="fixed inset-0 z-50 bg-black" data-black />}
    </div>
  );
}

/** Tells the second window where the lesson is, and does what it asks. */
function useNotes(now: PresentedNow, keys: PresenterKeys): void {
  const latest = useRef(now);
  const say = useRef<(message: PresentedNow) => void>(() => undefined);
  useEffect(() => {
    const channel = openPresenterChannel((message) => {
      if (message.kind === "hello") channel.say(latest.current);
      else if (message.kind === "turn") keys[message.to]();
    });
    say.current = channel.say;
    return () => channel.close();
  }, [keys]);
  useEffect(() => {
    latest.current = now;
    say.current(now);
  }, [now]);
}

const LETTERS = "ABCDEFGH";

/** Heading, text and question of a step, as large as the last row needs. */
function PresentedWords() {
  const { words, step, lessonWords, figures, text } = useLessonNow();
  const acts = useLessonState((state) => state.acts);
  const isReached = useLessonState((state) => state.reached.has(step.id));
  const put = useCallback(
    (said: string) => <LessonWordsOf text={said} words={lessonWords} figures={figures} />,
    [lessonWords, figures],
  );
  const done = step.kind === "mend" && isReached ? words.done : undefined;
  const act = step.kind === "mend" && acts > 0 ? step.acts[Math.min(acts, step.acts.length) - 1] : undefined;
  return (
    <section
      className="flex max-h-[58%] shrink-0 flex-col gap-3 overflow-y-auto px-8 py-5"
      data-step={step.id}
    >
      <p className="text-base text-mute">{text.title}</p>
      <h1 className="-mt-2 text-[2.5rem] leading-tight font-semibold tracking-tight text-balance">
        {put(words.heading)}
      </h1>
      <div className="max-w-[70rem] text-[1.6rem] leading-snug text-pretty">
        {step.kind === "reveal" && (
          <div className="mb-3 text-[1.35rem]">
            <AnswerNote />
          </div>
        )}
        <p>{done === undefined ? put(act ? (words.acts?.[act.id] ?? "") : words.body) : put(done)}</p>
      </div>
      {step.kind === "predict" && (
        <div className="text-[1.6rem] leading-snug">
          <p className="font-semibold">{put(words.question ?? "")}</p>
          {step.question.kind === "choice" && (
            <ol className="mt-2 grid gap-x-8 gap-y-1.5 sm:grid-cols-2">
              {step.question.choices.map((id, place) => (
                <li key={id} className="flex gap-3">
                  <span className="font-mono font-semibold">{LETTERS[place]}</span>
                  <span>{put(words.choices?.[id] ?? "")}</span>
                </li>
              ))}
            </ol>
          )}
        </div>
      )}
    </section>
  );
}
