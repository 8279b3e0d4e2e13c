/** Keeps layouts in this browser's IndexedDB, each by its id; no save overwrites what another tab has written. */
import { createStore, type UseStore } from "idb-keyval";
import { restoreSharedLayout } from "../../lib/share/restore";
import type { SharedLayout } from "../../lib/share/shared-layout";
import type { SketchRow } from "../../lib/timeline/sketch-scenario";

export interface KeptName {
  readonly id: string;
  readonly name: string;
  /** Milliseconds of the clock. */
  readonly savedAt: number;
  /** Counts the saves. */
  readonly revision: number;
  /** Its picture in the list; absent where it was saved without one. */
  readonly sketch?: readonly SketchRow[];
}

export interface KeptLayout extends KeptName {
  readonly layout: SharedLayout;
}

export interface LayoutShelf {
  /** Newest first, without their contents. */
  list(): Promise<KeptName[]>;
  /** Null where it is gone, or cannot be read any more. */
  read(id: string): Promise<KeptLayout | null>;
  /**
   * Saves in one step with looking whether another tab has saved meanwhile: then false, and nothing has changed.
   * @param expected the revision that this tab has read or written last; 0 = the layout is new
   */
  save(kept: Omit<KeptLayout, "revision">, expected: number): Promise<boolean>;
  remove(id: string): Promise<void>;
}

/** Names and contents lie apart, so that a list needs no contents. */
const nameKey = (id: string): string => `name:${id}`;
const contentKey = (id: string): string => `content:${id}`;
const NAMES: readonly [string, string] = ["name:", "name;"];

function isName(value: unknown): value is KeptName {
  if (typeof value !== "object" || value === null) return false;
  const { id, name, savedAt, revision } = value as Record<string, unknown>;
  return (
    typeof id === "string" &&
    typeof name === "string" &&
    typeof savedAt === "number" &&
    typeof revision === "number"
  );
}

/** The result of the requests that `work` makes, once all of it is written. */
function inOneStep<Result>(
  shelf: UseStore,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, settle: (result: Result) => void) => void,
): Promise<Result> {
  return shelf(
    mode,
    (store) =>
      new Promise<Result>((resolve, reject) => {
        let result: { readonly value: Result } | null = null;
        const { transaction } = store;
        transaction.oncomplete = () => result && resolve(result.value);
        transaction.onabort = () => reject(transaction.error ?? new Error("The browser's storage refused."));
        work(store, (value) => {
          result = { value };
        });
      }),
  );
}

/** The shelf of this browser. Its promises reject where the browser allows no storage. */
export function openLayoutShelf(): LayoutShelf {
  let opened: UseStore | null = null;
  const shelf = (): UseStore => {
    opened ??= createStore("prompt-cache-playground", "layouts");
    return opened;
  };
  return {
    async list() {
      const found = await inOneStep<unknown[]>(shelf(), "readonly", (store, settle) => {
        const asked = store.getAll(IDBKeyRange.bound(...NAMES));
        asked.onsuccess = () => settle(asked.result);
      });
      return found.filter(isName).sort((one, other) => other.savedAt - one.savedAt);
    },
    async read(id) {
      const [name, content] = await inOneStep<[unknown, unknown]>(shelf(), "readonly", (store, settle) => {
        const named = store.get(nameKey(id));
        const held = store.get(contentKey(id));
        held.onsuccess = () => settle([named.result, held.result]);
      });
      const layout = restoreSharedLayout(content);
      return isName(name) && layout ? { ...name, layout } : null;
    },
    save: ({ layout, ...name }, expected) =>
      inOneStep<boolean>(shelf(), "readwrite", (store, settle) => {
        const asked = store.get(nameKey(name.id));
        asked.onsuccess = () => {
          const revision = isName(asked.result) ? asked.result.revision : 0;
          if (revision !== expected) {
            settle(false);
            return;
          }
          store.put({ ...name, revision: revision + 1 } satisfies KeptName, nameKey(name.id));
          store.put(layout, contentKey(name.id));
          settle(true);
        };
      }),
    remove: (id) =>
      inOneStep<void>(shelf(), "readwrite", (store, settle) => {
        store.delete(nameKey(id));
        store.delete(contentKey(id));
        settle();
      }),
  };
}
