/** What this tab remembers over a reload: which kept layout it shows, and at which address. */

const KEY = "open-layout";

export interface TabMemory {
  readonly id: string;
  /** Path and fragment: a link that was opened first must not come back over the edits made since. */
  readonly address: string;
}

export function readTabMemory(): TabMemory | null {
  try {
    const { id, address } = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as TabMemory;
    return typeof id === "string" && typeof address === "string" ? { id, address } : null;
  } catch {
    return null;
  }
}

/** Null forgets. */
export function writeTabMemory(memory: TabMemory | null): void {
  try {
    if (memory) sessionStorage.setItem(KEY, JSON.stringify(memory));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage a reload begins anew.
  }
}
