/** Keeps a run of probes and what was entered for it in this tab: both go when the tab is closed, keys are left out. */
import { restoreReadings } from "../../lib/offers/readings";
import { isProbeId } from "../../lib/probes/list-probes";
import type { ProbeRun } from "../../lib/probes/probe-run";
import { type Fields, fieldsOf, listOf, stringOf } from "../../lib/values/json";
import { NEW_DRAFT, type ProbeDraft } from "./probe-draft";

const RUN = "probe-run";
const DRAFT = "probe-draft";

function read(name: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(sessionStorage.getItem(name) ?? "null"));
  } catch {
    return null;
  }
}

function write(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Closed or full storage: the run then lasts until the page is left.
  }
}

export const keepRun = (run: ProbeRun): void => write(RUN, run);

/** The run that this tab has kept; null where there is none that is understood. */
export function readKeptRun(): ProbeRun | null {
  const kept = read(RUN);
  const plan = fieldsOf(kept?.plan);
  const isRun =
    kept?.version === 1 &&
    plan !== null &&
    listOf(plan.probes).every((id) => isProbeId(stringOf(id))) &&
    Array.isArray(kept.sent) &&
    Array.isArray(kept.aside);
  return isRun ? (kept as unknown as ProbeRun) : null;
}

export const keepDraft = (draft: ProbeDraft): void => write(DRAFT, { ...draft, key: "", secondKey: "" });

/** What was entered in this tab, without keys. */
export function readKeptDraft(): ProbeDraft {
  const kept = read(DRAFT);
  if (kept === null) return NEW_DRAFT;
  return {
    ...NEW_DRAFT,
    ...kept,
    readings: restoreReadings(kept.readings),
    probes: listOf(kept.probes).map(stringOf).filter(isProbeId),
  };
}
