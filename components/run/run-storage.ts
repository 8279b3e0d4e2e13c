/** Keeps a run, an audit, and a key where the user wants it, in this tab: all go when the tab is closed. */
import type { AuditState } from "../../lib/audit/audit-state";
import { condenseRun } from "../../lib/run/run-scenario";
import type { RunState } from "../../lib/run/run-state";

const RUN = "live-run";
const AUDIT = "audit";
const KEY = "live-run-key";

function read(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

/** False where the storage is closed or full: what was kept before then stays. */
function write(name: string, value: string | null): boolean {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}

function readState(name: string, version: number, list: string): object | null {
  try {
    const kept = JSON.parse(read(name) ?? "null") as Record<string, unknown> | null;
    return kept?.version === version && kept.plan !== undefined && Array.isArray(kept[list]) ? kept : null;
  } catch {
    return null;
  }
}

/** The run that this tab has kept; null where there is none that is understood. */
export const readKeptRun = (): RunState | null => readState(RUN, 3, "records") as RunState | null;

export function keepRun(run: RunState): void {
  if (write(RUN, JSON.stringify(run))) return;
  // An older state would offer to send again what has been sent since.
  write(RUN, null);
  write(RUN, JSON.stringify(condenseRun(run)));
}

export const readKeptAudit = (): AuditState | null => readState(AUDIT, 2, "calls") as AuditState | null;

export function keepAudit(audit: AuditState): void {
  if (!write(AUDIT, JSON.stringify(audit))) write(AUDIT, null);
}

export const readKeptKey = (): string | null => read(KEY);

/** Null takes it away. */
export function keepKey(key: string | null): void {
  write(KEY, key);
}
