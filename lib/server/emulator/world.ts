/** What the emulator needs of the world; a test brings its own. */
import type { AskWork } from "../work/work";
import type { EmulatorSettings } from "./settings";
import type { StateStore } from "./state-store";

export interface World {
  readonly store: StateStore;
  /** Reads, counts and composes beside the thread that answers. */
  readonly ask: AskWork;
  /** Absent = nothing is set. */
  readonly settings?: EmulatorSettings;
  /** Epoch seconds. */
  now(): number;
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
}
