/** Lessons that fit a document: what costs most comes first, in the problem's own words. */
import { expect, it } from "vitest";
import { analyse } from "../pipeline/analyse";
import { createDocumentOpener } from "../pipeline/open-document";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { type FittingLesson, findLessons } from "./find-lessons";
import { LADDER } from "./ladder";
import { clock } from "./ladder/clock";
import { editedHistory } from "./ladder/edited-history";
import { shuffledTools } from "./ladder/shuffled-tools";
import { yourRequest } from "./ladder/your-request";
import type { Scene } from "./lesson";
import { ask, playWith, readManual, writeBody } from "./scene-text";

const open = createDocumentOpener(loadTestCounters());
const find = ({ text, settings }: Scene): FittingLesson[] => findLessons(analyse(text, settings, open));
const idsOf = (lessons: readonly FittingLesson[]): string[] => lessons.map(({ rung }) => rung.id);

it.each([
  ["clock", clock],
  ["shuffled-tools", shuffledTools],
  ["edited-history", editedHistory],
] as const)("finds %s first for its own scene", (id, { scene }) => {
  const [first] = find(scene);
  expect(first?.rung.id).toBe(id);
  expect(first?.tokens).toBeGreaterThan(1000);
  expect(first?.address).toBe(`/learn/${id}/${LADDER.find((rung) => rung.id === id)?.explains}`);
});

it("names each lesson once, in the words of a rule where one has found it", () => {
  const lessons = find(clock.scene);
  expect(new Set(idsOf(lessons)).size).toBe(lessons.length);
  const { diagnostics } = analyse(clock.scene.text, clock.scene.settings, open);
  expect(diagnostics.map(({ message }) => ENGLISH.say(message))).toContain(
    ENGLISH.say(lessons[0]?.problem ?? ""),
  );
});

it("tells a miss in its own words where no rule has found it", () => {
  const text = writeBody([
    { role: "system", content: [{ text: readManual(0, 90), marked: true }] },
    { role: "user", content: "Which sensor is slow?" },
  ]);
  const other = {
    ...ask(30, "And now?", "The one in the hall."),
    events: [{ kind: "edit-system", text: "Be brief.", at: "start" }] as const,
  };
  const settings = playWith({ name: "", duration: 2, reply: "The one in the hall.", turns: [other] });
  const [first] = find({ text, settings });
  expect(first?.rung.teaches).toContain("reason:system_changed");
  expect(ENGLISH.say(first?.problem ?? "")).toMatch(/system message/);
});

it("puts what costs before what is only severe, and what is severe before hints", () => {
  const lessons = find(yourRequest.scene);
  const order = ["error", "warning", "info"];
  const keys = lessons.map(({ tokens, severity }) => [-tokens, order.indexOf(severity)] as const);
  expect(keys).toEqual(keys.toSorted((one, other) => one[0] - other[0] || one[1] - other[1]));
  expect(lessons.length).toBeGreaterThan(1);
});

it("finds none where all is well, nor where the text is no request beyond what is broken", () => {
  const text = writeBody([
    { role: "system", content: [{ text: readManual(0, 90), marked: true }] },
    { role: "user", content: "Which sensor is slow?" },
  ]);
  const settings = playWith({ name: "", duration: 2, reply: "That one.", turns: [ask(30, "Why?", "So.")] });
  expect(find({ text, settings })).toEqual([]);
  expect(idsOf(find({ text: "{", settings }))).toEqual(["your-request"]);
});
