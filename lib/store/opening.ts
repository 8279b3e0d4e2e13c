/** What the page opens with, and what is known of it before anything has been counted in the browser. */
import type { Analysis } from "../pipeline/analysis";
import { presets } from "../timeline/presets/presets";
import type { Beginning } from "./first-state";
import analysis from "./opening-analysis.json" with { type: "json" };

const [{ id, title, text, model, scenario }] = presets;

export const OPENING = {
  text,
  presetId: id,
  name: title,
  settings: { model, region: "intl", isRegionAssumed: true, scenario },
} as const satisfies Beginning;

/**
 * The engine's own analysis of just this, written by `scripts/write-opening.ts`, with the request in full on which the page
 * opens. It holds for no other text and no other settings, calibrations and a vocabulary of the user's own among them.
 */
export const OPENING_ANALYSIS = analysis as unknown as Analysis;
