/** What the page opens with is what the engine counts, on the request that the page looks at first. */
import { expect, it, vi } from "vitest";
import { analyse } from "../pipeline/analyse";
import type { Analysis } from "../pipeline/analysis";
import { createDocumentOpener } from "../pipeline/open-document";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { createAnalysisSender, createAnalysisTaker } from "../worker/analysis-difference";
import type { Outcome } from "../worker/latest-wins";
import { findFirstMiss } from "./first-miss";
import type { Beginning } from "./first-state";
import { request as counted, good, settings as plain, text as short } from "./fixtures/fake-playground";
import { OPENING, OPENING_ANALYSIS } from "./opening";
import { createPlaygroundStore } from "./playground-store";

const { text, settings } = OPENING;
const { timeline, request } = OPENING_ANALYSIS;
const turn = timeline && request ? findFirstMiss(timeline, request.minimum) : null;

it("shows the engine's figures; where this fails run node scripts/run.mjs scripts/write-opening.ts", () => {
  const fresh = analyse(text, settings, createDocumentOpener(loadTestCounters()), turn ?? 0);
  expect(OPENING_ANALYSIS).toEqual(fresh);
  // Nothing of it is lost on the way through the file, and the page finds it to be the same.
  expect(JSON.stringify(OPENING_ANALYSIS)).toBe(JSON.stringify(fresh));
});

it("holds the request on which the page opens", () => {
  expect(turn).not.toBeNull();
  expect(OPENING_ANALYSIS.shown?.index).toBe(turn);
});

/** A page that comes with an analysis, and whose worker answers when it is told to. */
function open(
  whenStanding?: () => Promise<void>,
  beginning: Beginning = { text: short, settings: plain, presetId: null, analysis: good },
) {
  const asked: { text: string; turn: number; settle: (outcome: Outcome) => void }[] = [];
  const playground = createPlaygroundStore(
    { ...beginning, ...(whenStanding && { whenStanding }) },
    {
      analyse: (of, _, at) => new Promise((settle) => asked.push({ text: of, turn: at, settle })),
      receive: () => undefined,
      fail: () => undefined,
    },
    { ask: () => new Promise(() => undefined) },
  );
  return { ...playground, asked };
}

/** As it comes back from the worker. */
const acrossThreads = ({ diagnostics, ...figures }: Analysis): Analysis => ({
  diagnostics: structuredClone(diagnostics),
  ...createAnalysisTaker()(structuredClone(createAnalysisSender()(figures))),
});

it("shows what the page came with at once, and nothing changes where it is counted alike", async () => {
  const { store, asked } = open();
  const before = store.getState();
  expect(before).toMatchObject({ good: { request: counted }, analysedText: short, status: "working" });
  asked[0]?.settle({ kind: "done", analysis: acrossThreads(good) });
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  expect(store.getState().good).toBe(before.good);
});

it("finds the engine's own figures to be those of the file", async () => {
  const { store, asked } = open(undefined, { text, settings, presetId: null, analysis: OPENING_ANALYSIS });
  store.setState({ turn: turn ?? 0 });
  const before = store.getState().good;
  const fresh = analyse(text, settings, createDocumentOpener(loadTestCounters()), turn ?? 0);
  asked[0]?.settle({ kind: "done", analysis: acrossThreads(fresh) });
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  expect(store.getState().good).toBe(before);
});

it("shows what has been counted where that differs", async () => {
  const { store, asked } = open();
  const other = { ...counted, total: counted.total + 1 };
  asked[0]?.settle({ kind: "done", analysis: { ...good, request: other } });
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  expect(store.getState().good?.request.total).toBe(counted.total + 1);
});

it("shows nothing that cannot be checked", async () => {
  const { store, asked } = open();
  asked[0]?.settle({ kind: "failed", reason: "The vocabulary could not be loaded." });
  await vi.waitFor(() => expect(store.getState().status).toBe("failed"));
  expect(store.getState()).toMatchObject({ good: null, analysedText: null, diagnostics: [] });
});

it("waits to count what is known until the first screen stands", async () => {
  let stand: () => void = () => undefined;
  const { store, asked } = open(() => new Promise((resolve) => (stand = resolve)));
  expect(store.getState()).toMatchObject({ good: { request: counted }, status: "working" });
  expect(asked).toEqual([]);
  stand();
  await vi.waitFor(() => expect(asked.map(({ text: of }) => of)).toEqual([short]));
});

it("counts another text at once, and what is no longer there not at all", async () => {
  let stand: () => void = () => undefined;
  const standing = new Promise<void>((resolve) => (stand = resolve));
  const { actions, asked } = open(() => standing);
  const other = short.replace("Hello", "Good morning");
  actions.documentChanged(other);
  expect(asked.map(({ text: of }) => of)).toEqual([other]);
  stand();
  await standing;
  await Promise.resolve();
  expect(asked).toHaveLength(1);
});
