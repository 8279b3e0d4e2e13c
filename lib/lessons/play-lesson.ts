/** Plays a lesson's scenes and its mend by the engine, outside the page: for tests, and for pictures of a lesson. */
import { findScene } from "../layers/scenes";
import { analyse } from "../pipeline/analyse";
import type { DocumentOpener } from "../pipeline/open-document";
import { answerWhatIf, type WhatIf } from "../pipeline/what-if";
import type { Facts, Lesson, Scene, Scored, Step } from "./lesson";

type MendStep = Extract<Step, { readonly kind: "mend" }>;

/** @throws where the scene is no request that can be played */
export function scoreScene({ text, settings }: Scene, open: DocumentOpener): Scored {
  const { request, timeline } = analyse(text, settings, open);
  if (!request || !timeline) throw new Error("The scene is no request that can be played.");
  return { request, timeline };
}

function playOther({ text, settings }: Scene, open: DocumentOpener): WhatIf {
  const played = answerWhatIf(text, settings, open);
  if (!played) throw new Error("The scene is no request that can be played.");
  return played;
}

/** The facts of a lesson that nobody has touched. */
export function openLesson(lesson: Lesson, open: DocumentOpener): Facts {
  const start = scoreScene(lesson.scene, open);
  const others = Object.entries(lesson.others ?? {}).map(([name, scene]) => [name, playOther(scene, open)]);
  const layers = lesson.layers === undefined ? null : (findScene(lesson.layers)?.settings ?? null);
  return {
    start,
    now: start,
    others: Object.fromEntries(others),
    layers: layers && { start: layers, now: layers },
  };
}

export interface Mended {
  readonly scene: Scene;
  readonly facts: Facts;
}

/** The reference mend, act by act: the scene and the facts after each. */
export function mendLesson({ scene }: Lesson, step: MendStep, facts: Facts, open: DocumentOpener): Mended[] {
  let state: Mended = { scene, facts };
  return step.acts.map(({ act, turn }) => {
    const next = act(state.scene, state.facts);
    const layers = state.facts.layers && {
      start: state.facts.layers.start,
      now: turn ? turn(state.facts.layers.now) : state.facts.layers.now,
    };
    state = { scene: next, facts: { ...state.facts, now: scoreScene(next, open), layers } };
    return state;
  });
}
