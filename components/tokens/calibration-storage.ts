/** Keeps the ratios of billed to counted tokens in this browser, by model name. */
import { RATIO_RANGE } from "../../lib/tokens/calibrate";

const KEY = "calibrations";

type Calibrations = Readonly<Record<string, number>>;

const isRatio = (value: unknown): value is number =>
  typeof value === "number" && value >= RATIO_RANGE.least && value <= RATIO_RANGE.most;

/** What an earlier visit kept; nothing where storage is closed or holds something else. */
export function readCalibrations(): Calibrations {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof stored !== "object" || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter(([, ratio]) => isRatio(ratio)));
  } catch {
    return {};
  }
}

export function writeCalibrations(calibrations: Calibrations): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(calibrations));
  } catch {
    // Storage may be closed to the page; the ratios then last until the page is left.
  }
}
