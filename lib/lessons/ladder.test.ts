/** Every lesson holds what it promises: its scene plays, one answer is right, its goal fails before and holds after the mend. */
import { describe, expect, it } from "vitest";
import { createDocumentOpener } from "../pipeline/open-document";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { LANGUAGES } from "../words/languages";
import { LADDER } from "./ladder";
import type { Facts, Lesson, LessonText, Step, StepText } from "./lesson";
import { createLessonWords } from "./lesson-words";
import { mendLesson, openLesson } from "./play-lesson";

const open = createDocumentOpener(loadTestCounters());
const lessons = await Promise.all(LADDER.map(({ load }) => load()));

it("has each lesson once, under its own id", () => {
  expect(lessons.map(({ id }) => id)).toEqual(LADDER.map(({ id }) => id));
  expect(new Set(LADDER.map(({ id }) => id)).size).toBe(LADDER.length);
});

it("explains each thing in one place", () => {
  const taught = LADDER.flatMap(({ teaches }) => teaches);
  expect(taught.filter((each, index) => taught.indexOf(each) !== index)).toEqual([]);
});

function listTexts({ title, about, steps, bites, link }: LessonText): string[] {
  const ofStep = ({ heading, body, question, choices, acts, done, notes }: StepText) => [
    heading,
    body,
    notes,
    ...(question === undefined ? [] : [question]),
    ...(done === undefined ? [] : [done]),
    ...Object.values(choices ?? {}),
    ...Object.values(acts ?? {}),
  ];
  return [title, about, bites, link, ...Object.values(steps).flatMap(ofStep)];
}

/** What a step must have in words, by its kind. */
function listNeeded(step: Step): string[] {
  const common = ["body", "heading", "notes"];
  if (step.kind === "predict") {
    return [...common, "question", ...(step.question.kind === "choice" ? ["choices"] : [])].toSorted();
  }
  return (step.kind === "mend" ? [...common, "acts", "done"] : common).toSorted();
}

const idsOf = (step: Step): string[] =>
  step.kind === "predict" && step.question.kind === "choice"
    ? [...step.question.choices]
    : step.kind === "mend"
      ? step.acts.map(({ id }) => id)
      : [];

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))("%s", (_, lesson: Lesson) => {
  const rung = LADDER.find(({ id }) => id === lesson.id);
  const facts: Facts = openLesson(lesson, open);
  const mends = lesson.steps.flatMap((step) => (step.kind === "mend" ? [step] : []));

  it("sees, predicts, reveals and mends, in this order", () => {
    const kinds = lesson.steps.map(({ kind }) => kind);
    expect(kinds[0]).toBe("see");
    const order = ["see", "predict", "reveal", "mend"] as const;
    const firsts = order.map((kind) => kinds.indexOf(kind)).filter((place) => place >= 0);
    expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    expect(kinds).toEqual(expect.arrayContaining(["predict", "reveal"]));
    expect(new Set(lesson.steps.map(({ id }) => id)).size).toBe(lesson.steps.length);
    expect(lesson.steps[(rung?.explains ?? 0) - 1]?.kind).toBe("reveal");
  });

  it("points at requests that are there", () => {
    const requests = lesson.steps.flatMap((step) => [
      ...(step.request === undefined ? [] : [step.request]),
      ...(step.spot && "request" in step.spot ? [step.spot.request] : []),
      ...(step.kind === "predict" ? [step.coverFrom] : []),
    ]);
    const count = facts.start.timeline.turns.length;
    expect(requests.filter((request) => request < 1 || request > count)).toEqual([]);
  });

  it("has one right answer, among those that are offered", () => {
    for (const step of lesson.steps) {
      if (step.kind !== "predict") continue;
      const { question } = step;
      const right = question.answer(facts);
      if (question.kind === "choice") expect(question.choices).toContain(right);
      else if (question.kind === "number") {
        expect(right).toBeGreaterThanOrEqual(question.from);
        expect(right).toBeLessThanOrEqual(question.to);
        expect(question.to - question.from).toBeGreaterThan(4 * question.near);
      } else expect(facts.start.timeline.turns[Number(right) - 1]).toBeDefined();
    }
  });

  it("is mended by its own acts, and not before", () => {
    for (const step of mends) {
      expect(step.acts.length).toBeGreaterThan(0);
      expect(step.goal(facts)).toBe(false);
      const after = mendLesson(lesson, step, facts, open);
      expect(after.map((state) => step.goal(state.facts)).indexOf(true)).toBe(after.length - 1);
    }
  });

  it.each(LANGUAGES)("says everything in %s", (language) => {
    const text = lesson.text[language];
    expect(Object.keys(text.steps)).toEqual(lesson.steps.map(({ id }) => id));
    for (const step of lesson.steps) {
      const words = text.steps[step.id];
      expect(Object.keys(words ?? {}).toSorted()).toEqual(listNeeded(step));
      expect(Object.keys(words?.choices ?? words?.acts ?? {})).toEqual(idsOf(step));
    }
    const mended = mends.flatMap((step) => mendLesson(lesson, step, facts, open).map((state) => state.facts));
    const words = createLessonWords(language);
    for (const seen of [facts, ...mended]) {
      const figures = lesson.figures(seen);
      for (const [name, figure] of Object.entries(figures)) {
        if (typeof figure === "number") expect(`${name} ${Number.isFinite(figure)}`).toBe(`${name} true`);
      }
      for (const each of listTexts(text)) {
        const said = words.plain(each, figures);
        expect(said.trim().length).toBeGreaterThan(0);
        expect(said).not.toMatch(/undefined|NaN|unknown|\{|\}/);
      }
    }
  });

  it("types no token count of its own into a text", () => {
    const typed = LANGUAGES.flatMap((language) =>
      listTexts(lesson.text[language]).flatMap((text) => text.match(/\d[\d,]*(?= (tokens|个 Token))/g) ?? []),
    );
    // Limits of the rules may stand in words: their lessons are about them.
    expect(typed.filter((figure) => !["1,024", "1,023", "256", "128"].includes(figure))).toEqual([]);
  });
});
