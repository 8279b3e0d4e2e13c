"use client";
/** What the reader guessed beside what the engine says, kindly. */
import type { Facts, Question, StepText } from "../../lib/lessons/lesson";
import type { Words } from "../../lib/words/create-words";
import { useWords } from "../words/use-words";
import { useLesson, useLessonNow, useLessonState } from "./lesson-context";
import type { Guess } from "./lesson-store";
import { sayNumber } from "./say-number";

type Verdict = "right" | "close" | "wrong" | "passed";

function judgeGuess(question: Question, guess: Guess, right: string | number): Verdict {
  if (guess === null) return "passed";
  if (question.kind !== "number") return guess === right ? "right" : "wrong";
  const off = Math.abs(Number(guess) - Number(right));
  return off <= question.near ? "right" : off <= question.near * 3 ? "close" : "wrong";
}

/** A guess or an answer in words. */
function sayValue(
  question: Question,
  value: string | number,
  words: Words,
  plain: (id: string) => string,
): string {
  if (question.kind === "choice") return plain(String(value));
  if (question.kind === "request") return words.t("learn.request", { number: Number(value) });
  return sayNumber(words, Number(value), question.unit);
}

export function AnswerNote() {
  const { lesson } = useLesson();
  const { index, text, facts } = useLessonNow();
  const guesses = useLessonState((state) => state.guesses);
  // Said once, right behind the question.
  const asked = lesson.steps[index - 1];
  if (asked?.kind !== "predict" || !facts || !(asked.id in guesses)) return null;
  const words = text.steps[asked.id];
  return words ? (
    <Verdict question={asked.question} words={words} guess={guesses[asked.id] ?? null} facts={facts} />
  ) : null;
}

interface VerdictProps {
  readonly question: Question;
  readonly words: StepText;
  readonly guess: Guess;
  readonly facts: Facts;
}

function Verdict({ question, words, guess, facts }: VerdictProps) {
  const said = useWords();
  const { lessonWords, figures } = useLessonNow();
  // What was asked of the untouched scene is answered by it, whatever became of the document since.
  const right = question.answer({ ...facts, now: facts.start });
  const verdict = judgeGuess(question, guess, right);
  const plain = (id: string): string => lessonWords.plain(words.choices?.[id] ?? id, figures ?? {});
  const answer = sayValue(question, right, said, plain);
  const first =
    guess === null ? null : said.t("learn.yourGuess", { guess: sayValue(question, guess, said, plain) });
  const next = verdict === "right" ? said.t("learn.right") : said.t(`learn.${verdict}`, { answer });
  return (
    <p className="rounded-lg border border-line bg-raised px-3 py-2" data-verdict={verdict}>
      {verdict === "right" && <span aria-hidden>✓ </span>}
      {first === null ? next : said.t("values.sentences", { first, next })}
    </p>
  );
}
