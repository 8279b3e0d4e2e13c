/** Lets one tab alone work on a kept layout: the claim ends with the tab. */

/** Milliseconds that a reloaded page waits for its former self to let go. */
const PATIENCE = 400;

export interface LayoutClaim {
  /** False where another tab works on it. Without the browser's locks, as on plain http, always true. */
  take(id: string): Promise<boolean>;
  release(): void;
}

export function createLayoutClaim(): LayoutClaim {
  let letGo: (() => void) | null = null;
  return {
    take(id) {
      letGo?.();
      letGo = null;
      const { locks } = navigator as { readonly locks?: LockManager };
      if (!locks) return Promise.resolve(true);
      return new Promise((resolve) => {
        const hold = (): Promise<void> =>
          new Promise((release) => {
            letGo = release;
            resolve(true);
          });
        locks
          .request(`layout:${id}`, { signal: AbortSignal.timeout(PATIENCE) }, hold)
          .catch(() => resolve(false));
      });
    },
    release() {
      letGo?.();
      letGo = null;
    },
  };
}
