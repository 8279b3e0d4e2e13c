/** What the emulator needs of the world; a test brings its own. */
import type { Store } from "../storage/store";
import type { AskWork } from "../work/work";
import type { EmulatorSettings } from "./settings";

export interface World {
  readonly store: Store;
  /** Reads, counts and composes beside the thread that answers. */
  readonly ask: AskWork;
  /** Absent = nothing is set. */
  readonly settings?: EmulatorSettings;
  /** Epoch seconds. */
  now(): number;
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
}
