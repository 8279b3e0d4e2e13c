/** What the emulator needs of the world; a test brings its own. */
import type { CounterFor } from "../../tokens/token-counter";
import type { Store } from "../storage/store";

export interface World {
  readonly store: Store;
  readonly counterFor: CounterFor;
  /** Epoch seconds. */
  now(): number;
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
}
