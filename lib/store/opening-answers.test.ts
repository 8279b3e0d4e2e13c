/** What the first screen asks of the opening example is answered ahead as the engine answers it. */
import { expect, it } from "vitest";
import { createDocumentOpener } from "../pipeline/open-document";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { answerQuestion, type DocumentQuestion } from "../worker/answer-question";
import { OPENING, OPENING_ANALYSIS } from "./opening";
import { answerOpening, OPENING_ANSWERS } from "./opening-answers";

const { text, settings } = OPENING;
const counterFor = loadTestCounters();
const open = createDocumentOpener(counterFor);
const { turn } = OPENING_ANSWERS;
const turns = OPENING_ANALYSIS.timeline?.misses.map(({ index }) => index) ?? [];
const about = { text, settings };

const ANSWERED: readonly DocumentQuestion[] = [
  { kind: "write-bodies", turn, ...about },
  { kind: "compare-turns", turn, other: null, ...about },
  { kind: "compare-turns", turn, other: turn - 1, ...about },
  { kind: "find-partings", turns, ...about },
  { kind: "find-partings", turns: turns.slice(0, 1), ...about },
];

it.each(ANSWERED)(
  "answers $kind as the engine does; where this fails run scripts/write-opening.ts",
  (asked) => {
    const answer = answerQuestion(asked, open, counterFor).next();
    expect(answer.done && answer.value).toBeTruthy();
    expect(JSON.stringify(answerOpening(asked))).toBe(JSON.stringify(answer.value));
  },
);

it("is about the request on which the page opens", () => {
  expect(turn).toBe(OPENING_ANALYSIS.shown?.index);
  expect(turns.length).toBeGreaterThan(1);
});

it.each<DocumentQuestion>([
  { kind: "write-bodies", turn: turn - 1, ...about },
  { kind: "compare-turns", turn, other: 0, ...about },
  { kind: "find-partings", turns: [...turns, 1], ...about },
  { kind: "what-if", ...about },
])("leaves another question to the worker: %o", (asked) => {
  expect(answerOpening(asked)).toBeUndefined();
});
