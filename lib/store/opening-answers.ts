/** What the first screen asks about the opening example, answered ahead: nobody waits for the vocabulary to see it. */
import type { Answers, Question } from "../worker/messages";
import answers from "./opening-answers.json" with { type: "json" };

/** As the engine answered them, written by `scripts/write-opening.ts`. */
interface OpeningAnswers {
  /** Of the request on which the page opens. */
  readonly turn: number;
  readonly bodies: Answers["write-bodies"];
  /** Against the request before. */
  readonly comparison: Answers["compare-turns"];
  /** Of every request that parts from another. */
  readonly partings: Answers["find-partings"];
}

export const OPENING_ANSWERS = answers as unknown as OpeningAnswers;

/** Undefined where the question is another one; it must be about the opening example as it is. */
export function answerOpening(question: Question): Answers[Question["kind"]] | undefined {
  const { turn, bodies, comparison, partings } = OPENING_ANSWERS;
  switch (question.kind) {
    case "write-bodies":
      return question.turn === turn ? bodies : undefined;
    case "compare-turns":
      return question.turn === turn && (question.other ?? turn - 1) === turn - 1 ? comparison : undefined;
    case "find-partings": {
      const asked = partings.filter((parting) => question.turns.includes(parting.turn));
      return asked.length === question.turns.length ? asked : undefined;
    }
    default:
      return undefined;
  }
}
