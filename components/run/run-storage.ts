/** Keeps a run, and a key where the user wants it, in this tab: both go when the tab is closed. */
import type { RunState } from "../../lib/run/run-state";

const RUN = "live-run";
const KEY = "live-run-key";

function read(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
  } catch {
    // Closed or full storage: the run then lasts until the page is left.
  }
}

/** The run that this tab has kept; null where there is none that is understood. */
export function readKeptRun(): RunState | null {
  try {
    const kept = JSON.parse(read(RUN) ?? "null") as Partial<RunState> | null;
    const isRun = kept?.version === 2 && kept.plan !== undefined && Array.isArray(kept.records);
    return isRun ? (kept as RunState) : null;
  } catch {
    return null;
  }
}

export const keepRun = (run: RunState): void => write(RUN, JSON.stringify(run));

export const readKeptKey = (): string | null => read(KEY);

/** Null takes it away. */
export const keepKey = (key: string | null): void => write(KEY, key);
