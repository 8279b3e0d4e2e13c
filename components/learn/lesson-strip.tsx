"use client";
/** The text beside the page: where in the lesson one is, what to look at, the question, the mend, and the way on. */
import Link from "next/link";
import { useEffect, useRef } from "react";
import { addressOf } from "../../lib/lessons/ladder";
import type { Lesson, Step } from "../../lib/lessons/lesson";
import { usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { AnswerNote } from "./answer-note";
import { LessonCard } from "./lesson-card";
import { useLesson, useLessonNow, useLessonState } from "./lesson-context";
import { LessonWordsOf } from "./lesson-words-of";
import { MendPart } from "./mend-part";
import { QuestionForm } from "./question-form";

export interface NextLesson {
  readonly id: string;
  readonly title: string;
}

interface LessonStripProps {
  readonly onStep: (index: number) => void;
  /** Null after the last one. */
  readonly next: NextLesson | null;
  /** What the address of another lesson carries along, e.g. `?path=teachers`. */
  readonly carried: string;
}

/** What a step is called: what follows the last fix sums the lesson up. */
function kindOf({ steps }: Lesson, place: number): Step["kind"] | "summary" {
  const kind = steps[place]?.kind ?? "see";
  return kind === "reveal" && steps.slice(0, place).some((step) => step.kind === "mend") ? "summary" : kind;
}

/** The step's number, its kind, and all steps as a row of links. */
function StepList({ onStep }: Pick<LessonStripProps, "onStep">) {
  const { t } = useWords();
  const { lesson } = useLesson();
  const { index } = useLessonNow();
  return (
    <nav aria-label={t("learn.steps")} className="flex items-center gap-1.5">
      {lesson.steps.map(({ id }, place) => (
        <a
          key={id}
          href={addressOf(lesson.id, place + 1)}
          aria-current={place === index ? "step" : undefined}
          aria-label={`${t("learn.stepOf", { step: place + 1, steps: lesson.steps.length })}, ${t(`learn.kind_${kindOf(lesson, place)}`)}`}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onStep(place);
          }}
          className="grid size-6 place-items-center rounded-full border border-line text-xs text-mute hover:bg-hover aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:font-semibold aria-[current]:text-panel"
        >
          {place + 1}
        </a>
      ))}
      <span className="ml-1.5 text-xs text-mute">{t(`learn.kind_${kindOf(lesson, index)}`)}</span>
    </nav>
  );
}

/** What stands at the end of a lesson: where it was met, the rule, and the next one. */
function WhereItBites() {
  const { t } = useWords();
  const { lesson } = useLesson();
  const { text } = useLessonNow();
  const { url, asOf } = lesson.bites;
  return (
    <section className="border-t border-line-soft pt-3 text-[13px] text-mute">
      <h3 className="font-semibold text-ink">{t("learn.whereItBites")}</h3>
      <p className="mt-1">
        {text.bites}{" "}
        <a href={url} target="_blank" rel="noreferrer" className="text-accent underline">
          {text.link}
        </a>{" "}
        <span className="text-xs text-faint">{asOf}</span>
      </p>
      {lesson.rule !== null && (
        <p className="mt-1">
          <a
            href={`/rules/${lesson.rule}`}
            target="_blank"
            rel="noreferrer"
            className="text-accent hover:underline"
          >
            {t("learn.rulePage")}
          </a>
        </p>
      )}
    </section>
  );
}

export function LessonStrip({ onStep, next, carried }: LessonStripProps) {
  const { t } = useWords();
  const { lesson, guess } = useLesson();
  const { step, index, words, lessonWords, figures, text } = useLessonNow();
  const guesses = useLessonState((state) => state.guesses);
  const failed = usePlayground((state) => state.status === "failed");
  const heading = useRef<HTMLHeadingElement>(null);
  const isLast = index === lesson.steps.length - 1;
  const first = useRef(true);
  // Whoever goes on by keys or hears the page begins at the new heading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every step
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [index]);
  return (
    <section
      aria-label={t("learn.lesson")}
      className="flex min-h-0 flex-1 flex-col bg-panel"
      data-step={step.id}
      data-ready={figures !== null}
    >
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-5 text-[15px] leading-relaxed">
        <StepList onStep={onStep} />
        <div>
          <p className="text-xs text-mute">{text.title}</p>
          <h2
            ref={heading}
            tabIndex={-1}
            className="mt-0.5 text-xl leading-snug font-semibold tracking-tight text-balance outline-none"
          >
            <LessonWordsOf text={words.heading} words={lessonWords} figures={figures} />
          </h2>
        </div>
        {step.kind === "reveal" && <AnswerNote />}
        <p className="text-pretty">
          <LessonWordsOf text={words.body} words={lessonWords} figures={figures} />
        </p>
        {step.card && <LessonCard card={step.card} />}
        {step.kind === "predict" && (
          <QuestionForm
            key={step.id}
            question={step.question}
            words={words}
            onGuess={(value) => {
              guess(value);
              onStep(index + 1);
            }}
          />
        )}
        {step.kind === "mend" && <MendPart key={step.id} step={step} />}
        {isLast && <WhereItBites />}
      </div>
      <footer className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line-soft px-5 py-3">
        <Button disabled={index === 0} onClick={() => onStep(index - 1)}>
          {t("learn.back")}
        </Button>
        {isLast ? (
          <Link
            href={next ? `${addressOf(next.id)}${carried}` : `/learn${carried}`}
            prefetch={false}
            className="ml-auto rounded-md border border-ink bg-ink px-2.5 py-1 font-medium text-panel hover:opacity-90"
          >
            {next ? t("learn.nextLesson", { title: next.title }) : t("learn.allLessons")}
          </Link>
        ) : (
          isNextOffered(step, guesses) && (
            <Button look="main" className="ml-auto" onClick={() => onStep(index + 1)}>
              {t("learn.next")}
            </Button>
          )
        )}
      </footer>
      {failed && <FailedNote />}
    </section>
  );
}

/** A question has its own way on until it was answered. */
const isNextOffered = (step: Step, guesses: Readonly<Record<string, unknown>>): boolean =>
  step.kind !== "predict" || step.id in guesses;

function FailedNote() {
  const { t } = useWords();
  const failure = usePlayground((state) => state.failure);
  return (
    <p role="alert" className="bg-bad-wash px-5 py-2">
      {failure !== null && t("learn.failed", { reason: failure })}
    </p>
  );
}
