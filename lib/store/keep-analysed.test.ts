/** Figures stand before the problems do, and neither is shown beside another document. */
import { expect, it, vi } from "vitest";
import type { Diagnostic } from "../lint/diagnostic";
import type { Figures } from "../pipeline/analysis";
import type { Outcome } from "../worker/latest-wins";
import { good, request, settings, text } from "./fixtures/fake-playground";
import { createPlaygroundStore } from "./playground-store";

const { diagnostics: _, ...figures } = good;
const typed = text.replace("Hello", "Hello there");
const longer: Figures = { ...figures, request: { ...request, total: 14 } };
const problem = { rule: "too-short", pointer: "", range: { start: 0, end: 1 } } as unknown as Diagnostic;

interface Asked {
  readonly text: string;
  readonly onFigures: ((figures: Figures) => void) | undefined;
  readonly settle: (outcome: Outcome) => void;
}

/** A page whose frames come when the test says so. */
function open() {
  const asked: Asked[] = [];
  const frames: (() => void)[] = [];
  const whenPainted = () => new Promise<void>((resolve) => frames.push(resolve));
  const playground = createPlaygroundStore(
    { text, settings, presetId: "multi-turn", whenPainted },
    {
      analyse: (of, _settings, _turn, onFigures) =>
        new Promise((settle) => asked.push({ text: of, onFigures, settle })),
      receive: () => undefined,
      fail: () => undefined,
    },
    { ask: () => new Promise(() => undefined) },
  );
  const answer = (index: number, told: Figures): void => {
    asked[index]?.onFigures?.(told);
    asked[index]?.settle({ kind: "done", analysis: { ...told, diagnostics: [problem] } });
  };
  return { ...playground, asked, answer, frames };
}

async function openAnalysed() {
  const page = open();
  page.asked[0]?.settle({ kind: "done", analysis: good });
  await vi.waitFor(() => expect(page.store.getState().status).toBe("ready"));
  return page;
}

it("shows the figures of what was typed at once, and its problems behind the next frame", async () => {
  const { store, actions, answer, frames } = await openAnalysed();
  actions.documentChanged(typed);
  answer(1, longer);
  expect(store.getState()).toMatchObject({ good: { request: { total: 14 } }, analysedText: typed });
  expect(store.getState()).toMatchObject({ diagnostics: [], lintedText: text, status: "working" });
  await vi.waitFor(() => expect(frames).toHaveLength(1));
  expect(store.getState().lintedText).toBe(text);
  frames[0]?.();
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  expect(store.getState()).toMatchObject({ diagnostics: [problem], lintedText: typed });
});

it("leaves out the problems of a text once another key is down", async () => {
  const { store, actions, answer, frames } = await openAnalysed();
  actions.documentChanged(typed);
  answer(1, longer);
  await vi.waitFor(() => expect(frames).toHaveLength(1));
  actions.documentChanged(`${typed} `);
  frames[0]?.();
  answer(2, longer);
  await vi.waitFor(() => expect(frames).toHaveLength(2));
  expect(store.getState()).toMatchObject({ lintedText: text, status: "working" });
  frames[1]?.();
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  expect(store.getState()).toMatchObject({ lintedText: `${typed} `, analysedText: `${typed} ` });
});

it("shows another document with its problems, and nothing of one that was left meanwhile", async () => {
  const { store, actions, asked, answer } = await openAnalysed();
  actions.documentChanged(typed);
  actions.loadDocument({ text: `${text} `, scenario: null, presetId: null });
  asked[1]?.onFigures?.(longer);
  expect(store.getState().good?.request.total).toBe(13);
  const opened = asked.length - 1;
  asked[opened]?.onFigures?.(longer);
  expect(store.getState().good?.request.total).toBe(13);
  answer(opened, longer);
  await vi.waitFor(() => expect(store.getState().lintedText).toBe(`${text} `));
  expect(store.getState()).toMatchObject({ good: { request: { total: 14 } }, diagnostics: [problem] });
});

it("shows figures of a document that was just opened though one types on in it, and no other document's problems", async () => {
  const { store, actions, asked, answer } = await openAnalysed();
  actions.documentChanged(typed);
  answer(1, longer);
  actions.loadDocument({ text: `${text} `, scenario: null, presetId: null });
  const opened = asked.length - 1;
  actions.documentChanged(`${text}  `);
  asked[opened]?.onFigures?.(longer);
  asked[opened]?.settle({ kind: "superseded" });
  await vi.waitFor(() => expect(store.getState().analysedText).toBe(`${text} `));
  expect(store.getState()).toMatchObject({
    good: { request: { total: 14 } },
    diagnostics: [],
    lintedText: null,
  });
});
