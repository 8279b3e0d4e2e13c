/** A cache that keeps nothing: every request finds it empty. */
import type { StateStore } from "./state-store";

/** The store as a request of such a service sees it; nothing is read from `store`, and nothing written. */
export const forgetful = (store: StateStore): StateStore => ({
  ...store,
  claim: async () => {},
  get: async () => null,
  update: async (_key, _ttl, change) => change(null).result,
});
