/** Keeps in this browser what probes have found of models, each with its endpoint, region and date. */
import {
  addObservations,
  type Observations,
  type ObservedFinding,
  restoreObservations,
} from "../../lib/offers/observations";

const KEY = "findings";

/** What an earlier visit kept; nothing where storage is closed or holds something else. */
export function readFindings(): Observations {
  try {
    return restoreObservations(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return {};
  }
}

/** Keeps just these. */
export function writeFindings(observations: Observations): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(observations));
  } catch {
    // Storage may be closed to the page; what was found then lasts until the page is left.
  }
}

/** Keeps findings besides those that are kept, and gives all of them. */
export function keepFindings(findings: readonly ObservedFinding[]): Observations {
  const all = addObservations(readFindings(), findings);
  writeFindings(all);
  return all;
}
