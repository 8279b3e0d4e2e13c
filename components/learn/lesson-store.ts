/** A lesson under way: its step, what was guessed, and the engine's facts; its acts work on the page's own store. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { LayerSettings } from "../../lib/layers/layer-settings";
import { findScene } from "../../lib/layers/scenes";
import { isReached } from "../../lib/lessons/facts";
import type { Facts, Lesson, Scene, Scored, Step } from "../../lib/lessons/lesson";
import type { WhatIf } from "../../lib/pipeline/what-if";
import { differenceOf } from "../../lib/savings/saved-change";
import { FIRST_LOOK } from "../../lib/store/address";
import type { PlaygroundStore } from "../../lib/store/playground-store";
import { tell } from "../../lib/words/message";
import type { MapState } from "../map/map-store";

/** What a reader said before the answer was shown; null = passed. */
export type Guess = string | number | null;

export interface LessonState {
  /** Place of the step, from 0. */
  readonly step: number;
  readonly start: Scored | null;
  readonly others: Readonly<Record<string, WhatIf>> | null;
  /** Of a lesson on the way to the cache: its switches as they are now. */
  readonly layers: LayerSettings | null;
  /** By the id of the step that asked. */
  readonly guesses: Readonly<Record<string, Guess>>;
  /** Ids of the mends whose goal the engine grants. */
  readonly reached: ReadonlySet<string>;
  /** Acts of the mend that "Show me" has done. */
  readonly acts: number;
  /** While acts are being done, nothing else is to be begun. */
  readonly isActing: boolean;
}

export interface LessonRun {
  readonly lesson: Lesson;
  readonly store: StoreApi<LessonState>;
  /** Everything the texts and goals are taken from; null until the scene has been played. */
  readonly readFacts: () => Facts | null;
  readonly goTo: (step: number) => Promise<void>;
  readonly guess: (guess: Guess) => void;
  /** Shows the answer of a question that nobody has answered; of any other step nothing. */
  readonly pass: () => void;
  /** Does the next act of the mend; after the last one it begins anew. */
  readonly showAct: () => Promise<void>;
  readonly startOver: () => void;
  readonly setLayers: (layers: LayerSettings) => void;
  /** Ends what listens. */
  readonly close: () => void;
}

type MendStep = Extract<Step, { readonly kind: "mend" }>;

const isMend = (step: Step): step is MendStep => step.kind === "mend";

/**
 * The row, from 0, from which on outcomes are covered at a step: by its own question, or by the one that it leads up to, until
 * that was answered. Null = nothing is covered.
 */
function findCover({ steps }: Lesson, index: number, guesses: LessonState["guesses"]): number | null {
  const asked = steps.slice(index).find(({ kind }) => kind !== "see");
  return asked?.kind === "predict" && !(asked.id in guesses) ? asked.coverFrom - 1 : null;
}

export function createLessonRun(
  lesson: Lesson,
  playground: PlaygroundStore,
  map: StoreApi<MapState>,
): LessonRun {
  const { store: page, actions } = playground;
  const firstLayers = lesson.layers === undefined ? null : (findScene(lesson.layers)?.settings ?? null);
  const store = createStore<LessonState>(() => ({
    step: 0,
    start: null,
    others: null,
    layers: firstLayers,
    guesses: {},
    reached: new Set(),
    acts: 0,
    isActing: false,
  }));

  /** Waits until what is open has been played as it stands. */
  const whenPlayed = (): Promise<void> =>
    new Promise((resolve) => {
      const isPlayed = (): boolean => {
        const { status, lintedText, text } = page.getState();
        // An analysis that began before the last edit may still end after it.
        return (status === "ready" && lintedText === text) || status === "failed";
      };
      if (isPlayed()) return resolve();
      const stop = page.subscribe(() => {
        if (!isPlayed()) return;
        stop();
        resolve();
      });
    });

  /** The page's document may still be another lesson's. */
  function openScene(): void {
    const { text, settings } = lesson.scene;
    if (page.getState().text === text && page.getState().settings === settings) return;
    const {
      scenario,
      model,
      region,
      isRegionAssumed = false,
      offRules = [],
      mediaSizes = {},
      ...play
    } = settings;
    actions.loadDocument({
      text,
      scenario,
      presetId: null,
      model,
      region,
      isRegionAssumed,
      offRules,
      mediaSizes,
      play,
      name: lesson.id,
    });
    actions.forgetActs();
  }

  async function begin(): Promise<void> {
    openScene();
    await whenPlayed();
    const { good } = page.getState();
    if (!good) return;
    store.setState({ start: good });
    const others: Record<string, WhatIf> = {};
    for (const [name, scene] of Object.entries(lesson.others ?? {})) {
      const answer = await actions.ask({ kind: "what-if", ...scene });
      if (!answer.ok) return actions.warn(answer.reason);
      if (answer.value) others[name] = answer.value;
    }
    store.setState({ others });
    judge();
  }

  function readFacts(): Facts | null {
    const { start, others, layers } = store.getState();
    const { good } = page.getState();
    if (!start || !others || !good) return null;
    return { start, now: good, others, layers: layers && firstLayers && { start: firstLayers, now: layers } };
  }

  const readScene = (): Scene => {
    const { text, settings } = page.getState();
    return { text, settings };
  };
  const isUntouched = (): boolean => !page.getState().edited && store.getState().layers === firstLayers;

  /** Marks the mend as reached as long as the engine says so. */
  function judge(): void {
    const { step, reached } = store.getState();
    const current = lesson.steps[step];
    const facts = readFacts();
    const { stale, status } = page.getState();
    if (!current || !isMend(current) || !facts || stale || status !== "ready") return;
    const holds = isReached(current.goal, facts);
    if (holds === reached.has(current.id)) return;
    const others = [...reached].filter((id) => id !== current.id);
    store.setState({ reached: new Set(holds ? [...others, current.id] : others) });
    if (holds) actions.announce(tell("learn.reached"));
  }

  function restore(): void {
    const { edited, origin } = page.getState();
    if (edited) actions.takeChange(differenceOf(readScene(), origin), tell("learn.startedOver"));
    store.setState({ layers: firstLayers, acts: 0 });
  }

  async function act(mend: MendStep, number: number): Promise<void> {
    await whenPlayed();
    const facts = readFacts();
    const one = mend.acts[number];
    if (!facts || !one) return;
    const scene = readScene();
    const next = one.act(scene, facts);
    if (next !== scene) actions.takeChange(differenceOf(scene, next), tell("learn.actDone"));
    const { layers } = store.getState();
    if (one.turn && layers) store.setState({ layers: one.turn(layers) });
    await whenPlayed();
  }

  async function showAct(): Promise<void> {
    const { step, acts, isActing } = store.getState();
    const mend = lesson.steps[step];
    if (!mend || !isMend(mend) || isActing) return;
    store.setState({ isActing: true });
    // One way is shown from its beginning, not on top of what the reader has tried.
    if (acts === 0 || acts >= mend.acts.length) restore();
    const number = store.getState().acts;
    await act(mend, number);
    store.setState({ acts: number + 1, isActing: false });
    judge();
  }

  /** Brings the scene to where a step expects it: untouched before the mend, mended after it. */
  async function prepare(index: number): Promise<void> {
    const mends = lesson.steps.slice(0, index).filter(isMend);
    if (mends.length === 0) {
      const isMending = lesson.steps[index]?.kind === "mend";
      if (!isUntouched() && !isMending) restore();
      return;
    }
    const facts = readFacts();
    const last = mends.at(-1);
    if (!facts || !last || isReached(last.goal, facts)) return;
    restore();
    for (const mend of mends) for (const number of mend.acts.keys()) await act(mend, number);
  }

  async function goTo(index: number): Promise<void> {
    const step = lesson.steps[index];
    if (!step) return;
    // Covered first: nothing shows for a moment what is to be guessed.
    map.setState({
      coverFrom: findCover(lesson, index, store.getState().guesses),
      ghost: null,
      baseline: null,
    });
    store.setState({ step: index, acts: 0 });
    await ready;
    if (store.getState().step !== index) return;
    await prepare(index);
    await whenPlayed();
    if (store.getState().step !== index) return;
    const { request = 1, sheet = null, tab = null } = step;
    actions.lookAt({ ...FIRST_LOOK, turn: request - 1, sheet, tab });
    judge();
  }

  function guess(value: Guess): void {
    const { step, guesses } = store.getState();
    const asked = lesson.steps[step];
    if (asked?.kind !== "predict") return;
    store.setState({ guesses: { ...guesses, [asked.id]: value } });
    map.setState({ coverFrom: null });
  }

  const stop = page.subscribe(judge);
  const ready = begin();
  return {
    lesson,
    store,
    readFacts,
    goTo,
    guess,
    pass() {
      const { step, guesses } = store.getState();
      if (!((lesson.steps[step]?.id ?? "") in guesses)) guess(null);
    },
    showAct,
    startOver: restore,
    setLayers(layers) {
      store.setState({ layers });
      judge();
    },
    close: stop,
  };
}
