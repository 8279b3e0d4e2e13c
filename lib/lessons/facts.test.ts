/** What a reader does to a scene breaks neither its texts nor its goal. */
import { describe, expect, it } from "vitest";
import { createDocumentOpener } from "../pipeline/open-document";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { isReached, readFigures } from "./facts";
import { LADDER } from "./ladder";
import type { Scene } from "./lesson";
import { openLesson, scoreScene } from "./play-lesson";

const open = createDocumentOpener(loadTestCounters());
const lessons = await Promise.all(LADDER.map(({ load }) => load()));

const TOUCHED: readonly (readonly [string, (scene: Scene) => Scene])[] = [
  [
    "every request but the first is gone",
    ({ text, settings }) => ({ text, settings: { ...settings, scenario: null } }),
  ],
  [
    "a model without a price is asked",
    ({ text, settings }) => ({
      text: text.replace(/"model": "[^"]*"/, '"model": "own-model"'),
      settings: { ...settings, model: "own-model" },
    }),
  ],
  [
    "a foreign document stands in its place",
    ({ settings }) => ({ text: '{"messages":[{"role":"user","content":"Hello"}]}', settings }),
  ],
];

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))("%s", (_, lesson) => {
  const facts = openLesson(lesson, open);

  it.each(TOUCHED)("keeps its figures where %s", (_case, touch) => {
    const now = scoreScene(touch(lesson.scene), open);
    expect(Object.keys(readFigures(lesson, { ...facts, now }))).toEqual(
      Object.keys(readFigures(lesson, facts)),
    );
    for (const step of lesson.steps) {
      if (step.kind === "mend") expect(isReached(step.goal, { ...facts, now })).toBeTypeOf("boolean");
    }
  });
});
