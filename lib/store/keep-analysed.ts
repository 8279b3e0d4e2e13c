/** Keeps the newest analysis beside the document, figures before problems, and the selected request in full. */
import type { StoreApi } from "zustand/vanilla";
import type { Analysis } from "../pipeline/analysis";
import { isSameValue } from "../values/same-value";
import type { AnalysisClient } from "../worker/latest-wins";
import type { QuestionClient } from "../worker/question-client";
import { type Beginning, readGood } from "./first-state";
import type { PlaygroundState } from "./playground-state";

/** As a file has it: without what is undefined. */
const asRead = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Whether what the page opened with is what has been counted since: then nothing on the screen changes. */
const isSame = (known: Pick<PlaygroundState, "good" | "diagnostics">, analysis: Analysis): boolean =>
  isSameValue(asRead([known.good, known.diagnostics]), asRead([readGood(analysis), analysis.diagnostics]));

export interface AnalysisLoop {
  /** Analyses what the page opened with; what is known of it already is only checked, and that waits for `whenStanding`. */
  begin(whenStanding: Beginning["whenStanding"]): Promise<void>;
  /** Analyses the document as it stands. */
  refresh(): Promise<void>;
  /** Fetches the selected request in full, unless it is there; drops it where another one is selected meanwhile. */
  showSelected(): Promise<void>;
}

export function createAnalysisLoop(
  store: StoreApi<PlaygroundState>,
  client: AnalysisClient,
  questions: Pick<QuestionClient, "ask">,
  whenPainted: Beginning["whenPainted"],
): AnalysisLoop {
  /** To which document the figures shown belong. */
  let shown = 0;
  /** True while the figures shown are those that the page came with, which nobody has counted here. */
  let isUnchecked = store.getState().good !== null;
  /** How often an analysis was asked for. */
  let asks = 0;

  async function begin(whenStanding: Beginning["whenStanding"]): Promise<void> {
    if (isUnchecked && whenStanding) {
      store.setState({ status: "working" });
      await whenStanding();
    }
    if (asks === 0) await refresh();
  }

  function showFigures(good: NonNullable<PlaygroundState["good"]>, text: string, opened: number): void {
    shown = opened;
    store.setState({
      good,
      stale: false,
      analysedText: text,
      turn: Math.min(store.getState().turn, good.timeline.turns.length - 1),
    });
    void showSelected();
  }

  async function refresh(): Promise<void> {
    const ask = ++asks;
    const { text, settings, good, turn, opened: asked, analysedText } = store.getState();
    const looked = isUnchecked && good && text === analysedText ? good.shown.index : turn;
    store.setState({ status: good ? "working" : "starting" });
    /** Whether the figures of this analysis are shown before its problems. */
    let isAhead = false;
    /** Figures of a document that the page shows nothing of yet. */
    let first: PlaygroundState["good"] = null;
    const outcome = await client.analyse(text, settings, looked, (figures) => {
      const fresh = readGood(figures);
      // What is new to the page comes as a whole: no other document's problems stand beside its figures.
      const isShown = store.getState().good !== null && shown === asked;
      if (!isShown) first = fresh;
      if (!fresh || !isShown || isUnchecked || asked !== store.getState().opened) return;
      isAhead = true;
      showFigures(fresh, text, asked);
    });
    if (outcome.kind === "done" && isAhead) {
      await whenPainted?.();
      // The next key's problems are on their way, and those of this text are none of its.
      if (ask !== asks) return;
    }
    // Whoever types on in what was just opened sees figures all the same; its problems come with the last key.
    if (outcome.kind === "superseded" && first && shown !== asked && asked === store.getState().opened) {
      store.setState({ diagnostics: [], lintedText: null });
      showFigures(first, text, asked);
    }
    // Another document was opened meanwhile: its own analysis is on its way.
    if (outcome.kind === "superseded" || asked !== store.getState().opened) return;
    if (outcome.kind === "failed") {
      store.setState({ status: "failed", failure: outcome.reason });
      // What nobody can check is not shown.
      if (isUnchecked) store.setState({ good: null, analysedText: null, lintedText: null, diagnostics: [] });
      isUnchecked = false;
      return;
    }
    const { diagnostics } = outcome.analysis;
    const fresh = readGood(outcome.analysis);
    const wasUnchecked = isUnchecked;
    isUnchecked = false;
    if (
      wasUnchecked &&
      text === store.getState().analysedText &&
      isSame(store.getState(), outcome.analysis)
    ) {
      store.setState({ status: "ready", failure: null });
      void showSelected();
      return;
    }
    store.setState({ status: "ready", failure: null, diagnostics, stale: fresh === null, lintedText: text });
    if (fresh && !isAhead) showFigures(fresh, text, asked);
    else if (!fresh && shown !== asked) store.setState({ good: null, analysedText: null, turn: 0 });
  }

  async function showSelected(): Promise<void> {
    const { good, turn: index, settings, analysedText } = store.getState();
    const turn = good?.timeline.turns[index];
    if (!good || !turn || good.shown.index === index || analysedText === null) return;
    const answer =
      index === 0
        ? ({ ok: true, value: good.request } as const)
        : await questions.ask({ kind: "view-turn", text: analysedText, settings, turn: index });
    if (!answer.ok) {
      store.setState({ warning: answer.reason });
      return;
    }
    const { good: now, turn: selected } = store.getState();
    if (now !== good || selected !== index || !answer.value) return;
    store.setState({ good: { ...good, shown: { ...turn, index, request: answer.value } } });
  }

  return { begin, refresh, showSelected };
}
