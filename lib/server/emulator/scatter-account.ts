/** A service that spreads an account's requests over caches that know nothing of each other. */
import type { StateStore } from "./state-store";

const CACHES = 3;
const KEPT = 2 * 3600;

/** The account as the next of three caches in turn knows it. */
export async function scatterAccount(account: string, store: StateStore): Promise<string> {
  const key = `emulator:turn:${account}`;
  await store.claim(key, 1, KEPT);
  return store.update(key, KEPT, (value) => {
    const turn = typeof value === "number" ? value : 0;
    return { value: (turn + 1) % CACHES, result: `${account}:${turn}` };
  });
}
