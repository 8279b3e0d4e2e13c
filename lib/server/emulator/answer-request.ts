/** The emulator in the server: with the server's store, threads and clock. */
import { setTimeout } from "node:timers/promises";
import { openStore } from "../storage/open-store";
import { askWorkers } from "../work/own-workers";
import { answerEmulator } from "./emulator";
import { readEmulatorSettings } from "./settings";
import { readStateLimits } from "./state-limits";
import { openStateStore } from "./state-store";
import type { World } from "./world";

async function openWorld(): Promise<World> {
  const settings = readEmulatorSettings(process.env);
  const limits = readStateLimits(process.env);
  return {
    store: openStateStore(await openStore(), limits),
    ask: askWorkers,
    settings,
    now: () => Date.now() / 1000,
    sleep: (milliseconds) => setTimeout(milliseconds),
  };
}

/** Answers any request below `/emulator`. */
export const answerRequest = (request: Request): Promise<Response> => answerEmulator(request, openWorld);
