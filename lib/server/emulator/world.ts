/** What the emulator needs of the world; a test brings its own. */
import type { CounterFor } from "../../tokens/token-counter";
import type { Store } from "../storage/store";
import type { EmulatorSettings } from "./settings";

export interface World {
  readonly store: Store;
  readonly counterFor: CounterFor;
  /** Absent = nothing is set. */
  readonly settings?: EmulatorSettings;
  /** Epoch seconds. */
  now(): number;
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
}
