/** A goal is the engine's: other ways than the reference mend reach it, and ways that miss the point do not. */
import { expect, it } from "vitest";
import { keepTogether, type LayerSettings, pinVendor } from "../layers/layer-settings";
import { createDocumentOpener } from "../pipeline/open-document";
import type { Anchor } from "../placement/anchor";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import {
  addTurn,
  changeTurn,
  dropEvents,
  markAt,
  placeMarkers,
  remark,
  replay,
  unmark,
  waitFor,
} from "./acts";
import { chat } from "./ladder/chat";
import { coffeeBreak } from "./ladder/coffee-break";
import { editedHistory } from "./ladder/edited-history";
import { firstWriteCosts } from "./ladder/first-write-costs";
import { fiveLayers } from "./ladder/five-layers";
import { fourLayers } from "./ladder/four-layers";
import { imageMessage } from "./ladder/image-message";
import { implicitOrExplicit } from "./ladder/implicit-or-explicit";
import { lookBack } from "./ladder/look-back";
import { minimum } from "./ladder/minimum";
import { readAUsage } from "./ladder/read-a-usage";
import { samePromptElsewhere } from "./ladder/same-prompt-elsewhere";
import { secondCallPays } from "./ladder/second-call-pays";
import { shuffledTools } from "./ladder/shuffled-tools";
import { tenWorkers } from "./ladder/ten-workers";
import { toolsRouted } from "./ladder/tools-routed";
import { trimOrKeep } from "./ladder/trim-or-keep";
import { twoInOneMessage } from "./ladder/two-in-one-message";
import { whatIsKept } from "./ladder/what-is-kept";
import { yourRequest } from "./ladder/your-request";
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

const playedBy =
  (played: string): Change =>
  (scene) => ({ ...scene, settings: { ...scene.settings, played } });

const trimAt = (turn: number): Change =>
  changeTurn(turn, (each) => ({ ...each, events: [{ kind: "drop-results", keep: 1 }] }));

const both =
  (one: Change, other: Change): Change =>
  (scene, facts) =>
    other(one(scene, facts), facts);
const copy = (copies: number) => changeTurn(0, (turn) => ({ ...turn, copies }));
const readFewer = (less: number) =>
  changeTurn(0, (turn) => ({
    ...turn,
    rounds: (turn.rounds ?? []).map((round) => ({ ...round, calls: round.calls.slice(0, 21 - less) })),
  }));
const bridge = placeMarkers("", [{ kind: "before-end", blocks: 18 }, { kind: "last" }]);

const calm = replay((scenario) => ({
  ...scenario,
  turns: scenario.turns.map(({ events: _, ...turn }) => turn),
}));

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
  ["the knowledge alone is marked", fourLayers, markAt("/messages/1"), false],
  ["the knowledge no longer changes", fourLayers, both(markAt("/messages/1"), dropEvents(1)), false],
  ["an older model is asked", twoInOneMessage, write("qwen3.7-max", "qwen3-max"), true],
  ["the stock list no longer changes", twoInOneMessage, dropEvents(1), false],
  ["the first marker is taken out", twoInOneMessage, unmark(0), false],
  ["the marker beside the photo is taken out", imageMessage, unmark(1), false],
  ["the marker stays before the photo", imageMessage, remark(1, "/messages/2"), false],
  ["a bridge stands some blocks before the end", lookBack, bridge, true],
  ["one page less is read at once", lookBack, readFewer(1), true],
  ["hardly a page is read", lookBack, readFewer(15), false],
  ["the system text is marked as well", lookBack, markAt("/messages/0"), false],
  ["the break is shorter", coffeeBreak, waitFor(2, 290), true],
  ["the break is exactly five minutes", coffeeBreak, waitFor(2, 300), false],
  ["the requests after the break are taken out", coffeeBreak, cut(2), false],
  ["the others start before the first is answered", tenWorkers, waitFor(0, 3), false],
  ["fewer workers start later", tenWorkers, both(waitFor(0, 5), copy(3)), false],
  ["more workers start later", tenWorkers, both(waitFor(0, 9), copy(19)), true],
  ["the system text is marked by a placement", implicitOrExplicit, place("system"), false],
  ["the question is marked", implicitOrExplicit, markAt("/messages/1"), false],
  ["a service whose entries live for an hour plays", samePromptElsewhere, playedBy("kimi-an-hour"), true],
  ["a service with five minutes plays", samePromptElsewhere, playedBy("anthropic"), false],
  ["the pause is made short", samePromptElsewhere, waitFor(1, 60), false],
  ["the log stays to the end", trimOrKeep, dropEvents(2), false],
  ["it is left out one question before the night", trimOrKeep, both(dropEvents(2), trimAt(3)), false],
  ["it is left out twice, and the first time at once", trimOrKeep, trimAt(4), false],
  ["the first three tools stay, and nothing else", toolsRouted, calm, false],
  ["the last question comes just in time", readAUsage, waitFor(1, 290), true],
  ["the last question comes just too late", readAUsage, waitFor(1, 310), false],
  [
    "the system text is marked by a placement",
    yourRequest,
    both(remark(0, "/messages/0"), place("system")),
    true,
  ],
  ["only the key is taken out", yourRequest, write("POST /tickets, key", "POST"), false],
  ["only the first ticket is left", yourRequest, cut(0), false],
])("%s", (_, lesson, change, reached) => {
  const facts = openLesson(lesson, open);
  const mends = lesson.steps.flatMap((step) => (step.kind === "mend" ? [step] : []));
  const now = scoreScene(change(lesson.scene, facts), open);
  expect(mends.map(({ goal }) => goal({ ...facts, now }))).toEqual([reached]);
});

it.each<[string, (settings: LayerSettings) => LayerSettings, boolean]>([
  [
    "the cheap vendor is pinned, and every layer keeps together",
    (all) => keepTogether(pinVendor(all, 1)),
    true,
  ],
  ["the dear vendor is pinned", (all) => pinVendor(all, 0), false],
  [
    "calls are dealt out in turn",
    (all) => ({ ...all, router: { ...all.router, policy: "round-robin" } }),
    false,
  ],
  [
    "the cheap vendor is pinned, and its host deals out three copies",
    (all) => ({ ...pinVendor(all, 1), host: { policy: "round-robin", replicas: 3 } }),
    false,
  ],
])("%s", (_, turn, reached) => {
  const facts = openLesson(fiveLayers, open);
  const layers = facts.layers && { start: facts.layers.start, now: turn(facts.layers.now) };
  const mends = fiveLayers.steps.flatMap((step) => (step.kind === "mend" ? [step] : []));
  expect(mends.map(({ goal }) => goal({ ...facts, layers }))).toEqual([reached]);
});
