/** A service that spreads an account's requests over caches that know nothing of each other. */
import type { Store } from "../storage/store";

const CACHES = 3;
const KEPT = 2 * 3600;

/** The account as the next of three caches in turn knows it. */
export function scatterAccount(account: string, store: Store): Promise<string> {
  return store.update(`emulator:turn:${account}`, KEPT, (value) => {
    const turn = typeof value === "number" ? value : 0;
    return { value: (turn + 1) % CACHES, result: `${account}:${turn}` };
  });
}
