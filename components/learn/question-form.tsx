"use client";
/** The question of a step: a choice, a number on a slider, or a request to be clicked; answering is one act, passing another. */
import { type FormEvent, useEffect, useState } from "react";
import type { Question, StepText } from "../../lib/lessons/lesson";
import { usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { useLessonNow } from "./lesson-context";
import type { Guess } from "./lesson-store";
import { LessonWordsOf } from "./lesson-words-of";
import { sayNumber } from "./say-number";

interface QuestionFormProps {
  readonly question: Question;
  readonly words: StepText;
  readonly onGuess: (guess: Guess) => void;
}

const CHOICE =
  "flex cursor-pointer items-start gap-2 rounded-lg border border-line px-3 py-2 hover:bg-hover has-checked:border-ink has-checked:bg-selected";

export function QuestionForm({ question, words, onGuess }: QuestionFormProps) {
  const { t } = useWords();
  const { lessonWords, figures } = useLessonNow();
  const [picked, setPicked] = useState<string | number | null>(
    question.kind === "number" ? question.from : null,
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (picked !== null) onGuess(picked);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3" data-question={question.kind}>
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="mb-2 font-semibold text-pretty">
          <LessonWordsOf text={words.question ?? ""} words={lessonWords} figures={figures} />
        </legend>
        {question.kind === "choice" &&
          question.choices.map((id) => (
            <label key={id} className={CHOICE}>
              <input
                type="radio"
                name="guess"
                value={id}
                checked={picked === id}
                onChange={() => setPicked(id)}
                className="mt-[0.3em] accent-(--ink)"
              />
              <span>
                <LessonWordsOf text={words.choices?.[id] ?? ""} words={lessonWords} figures={figures} />
              </span>
            </label>
          ))}
        {question.kind === "number" && (
          <NumberField question={question} value={Number(picked)} onChange={setPicked} />
        )}
        {question.kind === "request" && <RequestField value={picked} onChange={setPicked} />}
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button look="main" type="submit" disabled={picked === null}>
          {t("learn.answer")}
        </Button>
        <Button look="link" onClick={() => onGuess(null)}>
          {t("learn.skip")}
        </Button>
      </div>
    </form>
  );
}

interface NumberFieldProps {
  readonly question: Extract<Question, { readonly kind: "number" }>;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function NumberField({ question, value, onChange }: NumberFieldProps) {
  const words = useWords();
  const said = sayNumber(words, value, question.unit);
  return (
    <div className="flex items-center gap-3">
      <input
        type="range"
        aria-label={words.t("learn.guessNumber")}
        aria-valuetext={said}
        min={question.from}
        max={question.to}
        step={question.step}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
        className="min-w-0 flex-1 accent-(--ink)"
      />
      <output className="min-w-[6em] text-right font-mono font-semibold">{said}</output>
    </div>
  );
}

interface RequestFieldProps {
  readonly value: string | number | null;
  readonly onChange: (value: number) => void;
}

/** By a click on a row of the map, or by its number. */
function RequestField({ value, onChange }: RequestFieldProps) {
  const { t } = useWords();
  const selected = usePlayground((state) => state.turn);
  const count = usePlayground((state) => state.good?.timeline.turns.length ?? 0);
  const [first] = useState(selected);
  // The one that is selected from the start is nobody's guess.
  useEffect(() => {
    if (selected !== first) onChange(selected + 1);
  }, [selected, first, onChange]);
  return (
    <>
      <p className="text-mute">{t("learn.pickRequest")}</p>
      <div className="flex flex-wrap gap-1.5">
        {Array.from({ length: count }, (_, index) => index + 1).map((number) => (
          <label key={number} className={`${CHOICE} items-center`}>
            <input
              type="radio"
              name="guess"
              value={number}
              checked={value === number}
              onChange={() => onChange(number)}
              aria-label={t("learn.request", { number })}
              className="accent-(--ink)"
            />
            <span aria-hidden>{number}</span>
          </label>
        ))}
      </div>
    </>
  );
}
