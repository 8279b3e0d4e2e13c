/** Which of the page's settings count for requests that are really sent to a target. */
import type { RunSettings } from "./predict-run";
import type { RunPlan } from "./run-state";

/**
 * The emulator counts without what the user knows better: calibrations and sizes of media. What a request cannot say,
 * such as the lifetime of its entries, is left out for every target.
 */
export function settingsOf({ settings, target }: Pick<RunPlan, "settings" | "target">): RunSettings {
  const { model, region, implicit, prices, mediaSizes, calibrations } = settings;
  const known = target.kind === "emulator" ? {} : { mediaSizes, calibrations };
  const given = Object.entries({ implicit, prices, ...known }).filter(([, value]) => value !== undefined);
  return { model, region, ...(Object.fromEntries(given) as Partial<RunSettings>) };
}
