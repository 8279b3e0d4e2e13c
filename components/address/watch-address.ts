/** Tells who reads the address when it changes, also by an entry that a page makes itself, of which the browser tells nobody. */

interface AddressWatch {
  /** For `useSyncExternalStore`. */
  readonly subscribe: (notice: () => void) => () => void;
  /** To be called after an entry was made. */
  readonly tell: () => void;
}

/** @param name of the page's own notice, which no other page hears */
export function watchAddress(name: string): AddressWatch {
  const events = ["popstate", "hashchange", name];
  return {
    subscribe(notice) {
      for (const event of events) window.addEventListener(event, notice);
      return () => {
        for (const event of events) window.removeEventListener(event, notice);
      };
    },
    tell: () => window.dispatchEvent(new Event(name)),
  };
}
