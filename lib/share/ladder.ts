/** Brings what an older link carries up to the present version, one step a version. */

/** Version that links are written in: `v1.<payload>`. */
export const SHARE_VERSION = 1;

/** Turns the value of one version into the value of the next. */
export type Step = (value: unknown) => unknown;

/** `STEPS[n - 1]` leads from version n to n + 1. A step stays for good: links of every version are out there. */
const STEPS: readonly Step[] = [];

/** @param steps the ladder, replaced in tests only */
export function climbLadder(version: number, value: unknown, steps: readonly Step[] = STEPS): unknown {
  return steps.slice(version - 1).reduce((current, step) => step(current), value);
}
