/** What the emulator needs of the world; a test brings its own. */
import type { CounterFor } from "../../tokens/token-counter";
import type { EmulatorSettings } from "./settings";
import type { StateStore } from "./state-store";

export interface World {
  readonly store: StateStore;
  readonly counterFor: CounterFor;
  /** Absent = nothing is set. */
  readonly settings?: EmulatorSettings;
  /** Epoch seconds. */
  now(): number;
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
}
