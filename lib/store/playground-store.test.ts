/** Actions change the document by edits; the last good analysis outlives a broken text. */
import { expect, it, vi } from "vitest";
import type { RequestView } from "../pipeline/analysis";
import { NEUTRAL_SCENARIO } from "../timeline/scenarios";
import { ENGLISH } from "../words/plain-words";
import type { AnalysisClient, Outcome } from "../worker/latest-wins";
import type { QuestionClient } from "../worker/question-client";
import { broken, good, request, settings, start, text } from "./fixtures/fake-playground";
import type { EditorPort } from "./playground-state";
import { createPlaygroundStore } from "./playground-store";

it("analyses the first document without being asked", async () => {
  const { store, asked } = start();
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  expect(asked).toEqual([{ text, settings }]);
  expect(store.getState()).toMatchObject({ good: { request }, analysedText: text, stale: false });
});

it("keeps the last good analysis while the text is broken, and says so", async () => {
  const cut = text.slice(0, -1);
  const { store, actions } = start((asked) => ({ kind: "done", analysis: asked === cut ? broken : good }));
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  actions.documentChanged(cut);
  await vi.waitFor(() => expect(store.getState().lintedText).toBe(cut));
  expect(store.getState()).toMatchObject({ text: cut, good: { request }, analysedText: text, stale: true });
});

it("says money for a thousand conversations without asking for another analysis", async () => {
  const { store, actions, asked } = start();
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  actions.setMoneyPer(1000);
  expect(store.getState()).toMatchObject({ moneyPer: 1000, status: "ready" });
  expect(asked).toHaveLength(1);
});

it("shows a failure in words and keeps the text", async () => {
  const { store } = start(() => ({ kind: "failed", reason: "The vocabulary could not be loaded." }));
  await vi.waitFor(() => expect(store.getState().status).toBe("failed"));
  expect(store.getState()).toMatchObject({ failure: "The vocabulary could not be loaded.", text });
});

it("puts a marker on a segment as an edit of the editor's text", async () => {
  const { store, actions } = start();
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  const editor: EditorPort = {
    applyEdits: vi.fn(),
    replaceAll: vi.fn(),
    reveal: vi.fn(),
    show: vi.fn(),
    format: vi.fn(),
  };
  actions.attachEditor(editor);
  actions.toggleMarker("/messages/0");
  expect(editor.applyEdits).toHaveBeenCalledOnce();
  expect(editor.show).toHaveBeenCalledOnce();
  expect(editor.reveal).not.toHaveBeenCalled();
  expect(store.getState().text).toBe(text);
  expect(ENGLISH.say(store.getState().announcement)).toBe(
    "Marker added to message 1 (user), prefix 5 tokens.",
  );
});

it("applies edits to the text itself while there is no editor", async () => {
  const { store, actions } = start();
  actions.toggleMarker("/messages/0");
  expect(JSON.parse(store.getState().text).messages[0].content[0]).toEqual({
    type: "text",
    text: "Hello",
    cache_control: { type: "ephemeral" },
  });
});

it("writes a chosen model into the document and analyses with it", async () => {
  const { store, actions, asked } = start();
  actions.setModel("qwen3-max");
  expect(JSON.parse(store.getState().text).model).toBe("qwen3-max");
  expect(asked.at(-1)?.settings.model).toBe("qwen3-max");
});

it("warns about an edit that cannot be made and changes nothing", async () => {
  const { store, actions } = start();
  actions.toggleMarker("/messages/7");
  expect(ENGLISH.say(store.getState().warning ?? "")).toMatch(/./);
  expect(store.getState().text).toBe(text);
});

it("an example that was changed stays that example, edited; once taken back it is as it was", async () => {
  const { store, actions } = start();
  actions.documentChanged(`${text}\n`);
  expect(store.getState()).toMatchObject({ presetId: "multi-turn", edited: true });
  actions.undo();
  expect(store.getState()).toMatchObject({ presetId: "multi-turn", edited: false, text });
});

it("one's own text in the place of an example is a document of its own and borrows no conversation", () => {
  const { store, actions } = start();
  actions.setScenario({ name: "The example's", duration: 1, reply: "", turns: [] });
  actions.documentChanged("");
  expect(store.getState()).toMatchObject({ presetId: "multi-turn", opened: 0 });
  actions.documentChanged('[{"role": "user", "content": "Own"');
  actions.documentChanged('[{"role": "user", "content": "Own"}]');
  expect(store.getState()).toMatchObject({
    presetId: null,
    documentName: null,
    opened: 1,
    keepDocument: true,
  });
  expect(store.getState().settings.scenario).toBe(NEUTRAL_SCENARIO);
  while (store.getState().text !== text) actions.undo();
  expect(store.getState()).toMatchObject({ presetId: "multi-turn", opened: 0, isReplaced: false });
  expect(store.getState().settings.scenario?.name).toBe("The example's");
});

it("drops the analysis of a document that is no longer open, also when it ends later", async () => {
  const settle = new Map<string, (outcome: Outcome) => void>();
  const client: AnalysisClient = {
    analyse: (asked) => new Promise((resolve) => settle.set(asked, resolve)),
    receive: () => undefined,
    fail: () => undefined,
  };
  const ask = () => new Promise<never>(() => undefined);
  const { store, actions } = createPlaygroundStore({ text, settings, presetId: null }, client, { ask });
  actions.loadDocument({ text: "{", scenario: null, presetId: null });
  settle.get(text)?.({ kind: "done", analysis: good });
  settle.get("{")?.({ kind: "done", analysis: broken });
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  expect(store.getState()).toMatchObject({ good: null, lintedText: "{" });
});

it("does not show another document's figures for a loaded one that is no request", async () => {
  const { store, actions } = start((asked) => ({ kind: "done", analysis: asked === "{" ? broken : good }));
  await vi.waitFor(() => expect(store.getState().good).not.toBeNull());
  actions.loadDocument({ text: "{", scenario: null, presetId: null });
  await vi.waitFor(() => expect(store.getState().lintedText).toBe("{"));
  expect(store.getState()).toMatchObject({ good: null, analysedText: null });
});

it("fetches a selected request in full, and shows the one before until it is there", async () => {
  let settle: (view: RequestView) => void = () => undefined;
  const ask = (() =>
    new Promise<unknown>((resolve) => {
      settle = (value) => resolve({ ok: true, value });
    })) as QuestionClient["ask"];
  const { store, actions } = start(undefined, ask);
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  actions.selectTurn(1);
  expect(store.getState().good?.shown.index).toBe(0);
  settle({ ...request, total: 99 });
  await vi.waitFor(() => expect(store.getState().good?.shown).toMatchObject({ index: 1, at: 60 }));
  expect(store.getState().good?.shown.request.total).toBe(99);
  actions.selectTurn(0);
  await vi.waitFor(() => expect(store.getState().good?.shown).toMatchObject({ index: 0, request }));
});

it("drops a request that is no longer the selected one when it comes", async () => {
  const settle: ((view: RequestView) => void)[] = [];
  const ask = (() =>
    new Promise<unknown>((resolve) => {
      settle.push((value) => resolve({ ok: true, value }));
    })) as QuestionClient["ask"];
  const { store, actions } = start(undefined, ask);
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  actions.selectTurn(1);
  actions.selectTurn(0);
  settle[0]?.({ ...request, total: 99 });
  await Promise.resolve();
  await Promise.resolve();
  expect(store.getState().good?.shown.index).toBe(0);
});

it("a placement writes its markers and decides from then on, until a marker is moved by hand", () => {
  const { store, actions } = start();
  actions.choosePlacement({ kind: "anchors", name: "Last message", anchors: [{ kind: "last" }] });
  expect(store.getState().settings.placement).toMatchObject({ name: "Last message" });
  expect(store.getState().text).toContain("cache_control");
  actions.removeMarker("/messages/0/content/0/cache_control");
  expect(store.getState().settings).not.toHaveProperty("placement");
  expect(store.getState().text).not.toContain("cache_control");
});

it("a new document is played as the service does it; prices of one's own stay", () => {
  const { store, actions } = start();
  const prices = [{ model: "qwen3.7-max", region: "intl" as const, read: 0.1 }];
  actions.changePlay({ implicit: "always", prices });
  actions.switchRule("no-marker", false);
  actions.loadDocument({ text: "[]", scenario: null, presetId: null });
  expect(store.getState().settings).toMatchObject({ prices, offRules: [] });
  expect(store.getState().settings).not.toHaveProperty("implicit");
});

it("keeps what is said of changing words, each said once, until it is taken back", () => {
  const { store, actions } = start();
  actions.setChanging("09:30", "request");
  actions.setChanging("Alpha", "day");
  actions.setChanging("09:30", "never");
  expect(store.getState().settings.changing).toEqual([
    { words: "Alpha", change: "day" },
    { words: "09:30", change: "never" },
  ]);
  expect(ENGLISH.say(store.getState().announcement)).toBe("“09:30” never changes.");
  actions.setChanging("Alpha", null);
  actions.setChanging("09:30", null);
  expect(store.getState().settings).not.toHaveProperty("changing");
});

it("moves changing words by an edit, and never by one that was made for another text", async () => {
  const { store, actions } = start();
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  const at = text.indexOf("Hello");
  const mend = { title: "Move it", edits: [{ range: { start: at, end: at + 5 }, text: "Bye" }] };
  actions.documentChanged(`${text} `);
  actions.moveChanging({ words: "Hello", mend });
  expect(store.getState().text).toBe(`${text} `);
  expect(ENGLISH.say(store.getState().warning ?? "")).toContain("Hello");
  await vi.waitFor(() => expect(store.getState().analysedText).toBe(`${text} `));
  actions.moveChanging({ words: "Hello", mend });
  expect(store.getState().text).toContain("Bye");
});
