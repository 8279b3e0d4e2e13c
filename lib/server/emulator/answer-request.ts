/** The emulator in the server: with the server's store, threads and clock. */
import { setTimeout } from "node:timers/promises";
import { openStore } from "../storage/open-store";
import { askWorkers } from "../work/own-workers";
import { answerEmulator } from "./emulator";
import { readEmulatorSettings } from "./settings";
import type { World } from "./world";

async function openWorld(): Promise<World> {
  const settings = readEmulatorSettings(process.env);
  return {
    store: await openStore(),
    ask: askWorkers,
    settings,
    now: () => Date.now() / 1000,
    sleep: (milliseconds) => setTimeout(milliseconds),
  };
}

/** Answers any request below `/emulator`. */
export const answerRequest = (request: Request): Promise<Response> => answerEmulator(request, openWorld);
