/** A goal is the engine's: other ways than the reference mend reach it, and ways that miss the point do not. */
import { expect, it } from "vitest";
import { createDocumentOpener } from "../pipeline/open-document";
import type { Anchor } from "../placement/anchor";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { addTurn, dropEvents, markAt, replay } from "./acts";
import { chat } from "./ladder/chat";
import { editedHistory } from "./ladder/edited-history";
import { firstWriteCosts } from "./ladder/first-write-costs";
import { minimum } from "./ladder/minimum";
import { secondCallPays } from "./ladder/second-call-pays";
import { shuffledTools } from "./ladder/shuffled-tools";
import { whatIsKept } from "./ladder/what-is-kept";
import type { Facts, Lesson, Scene } from "./lesson";
import { openLesson, scoreScene } from "./play-lesson";
import { ask } from "./scene-text";

type Change = (scene: Scene, facts: Facts) => Scene;

const open = createDocumentOpener(loadTestCounters());

const write =
  (words: string, others: string): Change =>
  (scene) => ({ ...scene, text: scene.text.replace(words, others) });

const place =
  (kind: "system" | "last"): Change =>
  (scene) => {
    const anchors: readonly Anchor[] = [{ kind }];
    return { ...scene, settings: { ...scene.settings, placement: { kind: "anchors", name: "", anchors } } };
  };

const again = addTurn({ mode: "repeat", gap: 30, user: "", reply: "As I said." });
const another = (gap: number): Change => addTurn(ask(gap, "And who may use the app?", "Your family."));
const cut = (turns: number): Change =>
  replay((scenario) => ({ ...scenario, turns: scenario.turns.slice(0, turns) }));

it.each<[string, Lesson, Change, boolean]>([
  ["another question is appended", whatIsKept, another(30), true],
  ["another question comes too late", whatIsKept, another(400), false],
  ["the same other question is asked twice", whatIsKept, write("Which voice", "And which voice"), false],
  ["the manual is sent again, which pays as well", firstWriteCosts, again, true],
  ["a heading of the manual is cut", firstWriteCosts, write("## Overview", ""), false],
  ["the third request is a copy", secondCallPays, again, true],
  ["the third request comes too late", secondCallPays, another(400), false],
  ["a word more stands in the manual", minimum, write("Answer in at", "Please answer in at"), true],
  ["the newest message is marked by a placement", minimum, place("last"), true],
  ["the requests are taken out", minimum, cut(0), false],
  ["only the new tool is taken out", shuffledTools, dropEvents(3), false],
  ["the later requests are taken out", shuffledTools, cut(1), false],
  ["the last request is taken out", editedHistory, cut(2), false],
  ["the newest message is marked by a placement", chat, place("last"), true],
  ["the manual is marked", chat, markAt("/messages/0"), false],
  ["the system text is marked by a placement", chat, place("system"), false],
])("%s", (_, lesson, change, reached) => {
  const facts = openLesson(lesson, open);
  const mends = lesson.steps.flatMap((step) => (step.kind === "mend" ? [step] : []));
  const now = scoreScene(change(lesson.scene, facts), open);
  expect(mends.map(({ goal }) => goal({ ...facts, now }))).toEqual([reached]);
});
