/** Gives every token of every prompt a name by what precedes it: two prompts have a token in common where both name it alike. */

import type { ComparableRequest, PrefixPoint } from "../comparable";

/**
 * Plain JSON. A run is what one request had that none before it had; it begins where that request parts from the path
 * of an earlier run. Token `place` of run `run` is the same token, after the same prefix, in every prompt that has it.
 */
export interface PromptPaths {
  /** By key of a point, the run that it lies in. */
  runOf: Record<number, number>;
  /** By run, the one it parts from; -1 = it begins a prompt. */
  before: number[];
  /** By run, the tokens before it. */
  start: number[];
}

/** Tokens from `start` to before `end`, of one run. */
export interface Stretch {
  readonly run: number;
  readonly start: number;
  readonly end: number;
}

export interface TracedPrompt {
  /** Tokens in common with the longest of the earlier prompts that share most. */
  readonly common: number;
  /** From the first token to the last; each begins where the one before ends. */
  readonly stretches: readonly Stretch[];
}

export const openPaths = (): PromptPaths => ({ runOf: {}, before: [], start: [] });

/** Place of the last point whose key is known; -1 = none. What is known is the start: a look costs what is new. */
function findLastKnown(paths: PromptPaths, points: readonly PrefixPoint[]): number {
  for (let place = points.length - 1; place >= 0; place--) {
    const point = points[place];
    if (point && paths.runOf[point.key] !== undefined) return place;
  }
  return -1;
}

/** Names the tokens of a prompt, and remembers it. Costs what is new in it, and its stretches. */
export function tracePrompt(
  paths: PromptPaths,
  { points, prompt }: Pick<ComparableRequest, "points" | "prompt">,
): TracedPrompt {
  const known = findLastKnown(paths, points);
  const parting = points[known];
  const common = parting?.prefix ?? 0;
  let run = parting ? (paths.runOf[parting.key] ?? -1) : -1;
  if (common < prompt) {
    paths.before.push(run);
    paths.start.push(common);
    run = paths.before.length - 1;
    for (const { key } of points.slice(known + 1)) paths.runOf[key] = run;
  }
  const stretches: Stretch[] = [];
  for (let end = prompt; run >= 0; run = paths.before[run] ?? -1) {
    const start = paths.start[run] ?? 0;
    // A run that another one leaves at its very start has no token on this path.
    if (start < end) stretches.push({ run, start, end });
    end = Math.min(end, start);
  }
  return { common, stretches: stretches.reverse() };
}
