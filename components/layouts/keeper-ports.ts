/** What the keeper of layouts does for the page, and what it needs of the browser to do so. */
import type { StoreApi } from "zustand/vanilla";
import type { PlaygroundStore } from "../../lib/store/playground-store";
import type { LayoutClaim } from "./claim-layout";
import type { KeptName, LayoutShelf } from "./layout-shelf";
import type { TabMemory } from "./tab-memory";

export interface KeeperState {
  readonly name: string;
  /** `unchanged`: nothing to keep yet, as after opening a preset or a link. */
  readonly status: "unchanged" | "saving" | "kept" | "failed";
  /** Milliseconds of the clock at the last save; null before it. */
  readonly savedAt: number | null;
  /** Of the kept layout that is open; null where none is. */
  readonly id: string | null;
}

export interface LayoutKeeper {
  readonly store: StoreApi<KeeperState>;
  /** Opens what this tab, or else the last one, had open. False where there is nothing. */
  resume(): Promise<boolean>;
  open(id: string): Promise<void>;
  rename(name: string): void;
  /** Goes on with a copy under a name of its own. */
  duplicate(): Promise<void>;
  remove(id: string): Promise<void>;
  list(): Promise<KeptName[]>;
  /** Saves what is not saved yet. */
  flush(): Promise<void>;
  stop(): void;
}

/** What the keeper needs of its surroundings. */
export interface KeeperPorts {
  readonly playground: PlaygroundStore;
  readonly shelf: LayoutShelf;
  readonly claim: LayoutClaim;
  readonly now: () => number;
  readonly newId: () => string;
  /** The page's address as far as it names a document; `/` where it names none. */
  readonly readAddress: () => string;
  readonly readMemory: () => TabMemory | null;
  readonly writeMemory: (memory: TabMemory | null) => void;
  /** Whether a layout waits to be asked for, because the page could not be drawn with it. */
  readonly isSetAside: (id: string) => boolean;
}
