/** What the user did, act by act, as differences: to be taken back and done again. */
import type { Said } from "../words/message";
import { joinPatches, type Patch, sizeOf } from "./patch";

/** What an act is called, and whether the next one like it belongs to it. */
export interface ActName {
  /** After "Undo:", e.g. `marker moved`. */
  readonly name: Said;
  /** One sentence for a toast; null = the change is on the screen already, as typing is. */
  readonly said: Said | null;
  /** Acts of one group that follow each other without a pause are one, e.g. the letters of a word; null = stands alone. */
  readonly group: string | null;
}

/** @typeParam Held everything besides the text that an act may change; compared field by field */
export interface Step<Held> extends ActName {
  readonly id: number;
  /** Milliseconds of any clock. */
  readonly at: number;
  readonly patches: readonly Patch[];
  readonly before: Held;
  readonly after: Held;
}

export interface History<Held> {
  /** Oldest first. */
  readonly done: readonly Step<Held>[];
  /** What was taken back last stands last. */
  readonly undone: readonly Step<Held>[];
  /** Whether the last step may still grow: not once it was reached by taking back. */
  readonly isOpen: boolean;
}

/** Milliseconds without an act after which the next one is another. */
const PAUSE = 1_500;
/** More is forgotten, oldest first. */
export const MAX_STEPS = 300;
/** UTF-16 units of all pieces together; the newest step stays however large it is. */
export const MAX_UNITS = 16_000_000;

export const noHistory = <Held>(): History<Held> => ({ done: [], undone: [], isOpen: false });

/** Two acts of one group as one; null where they are two. */
function join<Held>(last: Step<Held>, next: Step<Held>): Step<Held> | null {
  if (next.group === null || last.group !== next.group || next.at - last.at > PAUSE) return null;
  const joined = { ...next, id: last.id, before: last.before };
  const [first, ...others] = last.patches;
  const [second, ...more] = next.patches;
  if (others.length > 0 || more.length > 0) return null;
  if (!first || !second) return { ...joined, patches: first ? last.patches : next.patches };
  const patch = joinPatches(first, second);
  return patch && { ...joined, patches: patch.removed === patch.put ? [] : [patch] };
}

/** The newest steps within the bounds. */
function bound<Held>(steps: readonly Step<Held>[]): readonly Step<Held>[] {
  let units = 0;
  let from = steps.length;
  while (from > 0 && steps.length - from < MAX_STEPS) {
    units += sizeOf(steps[from - 1]?.patches ?? []);
    if (units > MAX_UNITS && from < steps.length) break;
    from--;
  }
  return from === 0 ? steps : steps.slice(from);
}

/**
 * The history with one more act; what had been taken back is forgotten.
 * @param isVoid whether two states are the same but for the text: a step that changes nothing is none
 */
export function addStep<Held>(
  { done, isOpen }: History<Held>,
  step: Step<Held>,
  isVoid: (before: Held, after: Held) => boolean,
): History<Held> {
  const last = done.at(-1);
  const joined = last && isOpen ? join(last, step) : null;
  const rest = joined ? done.slice(0, -1) : done;
  const added = joined ?? step;
  const changesNothing = added.patches.length === 0 && isVoid(added.before, added.after);
  return { done: changesNothing ? rest : bound([...rest, added]), undone: [], isOpen: !changesNothing };
}

/** Without the last step, which can be done again; the same history where there is none. */
export function stepBack<Held>(history: History<Held>): History<Held> {
  const step = history.done.at(-1);
  if (!step) return history;
  return { done: history.done.slice(0, -1), undone: [...history.undone, step], isOpen: false };
}

/** With the step again that was taken back last; the same history where there is none. */
export function stepForward<Held>(history: History<Held>): History<Held> {
  const step = history.undone.at(-1);
  if (!step) return history;
  return { done: [...history.done, step], undone: history.undone.slice(0, -1), isOpen: false };
}
