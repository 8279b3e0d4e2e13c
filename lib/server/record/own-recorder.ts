/** The recorder of this very server: made at the first request, from its environment. */
import { setTimeout } from "node:timers/promises";
import { answerRequest } from "../emulator/answer-request";
import { type Environment, openOrClose } from "../environment";
import { openUpstream } from "../relay/own-relay";
import { readRelaySettings } from "../relay/settings";
import { beforeEnd } from "../serving-process";
import { openStore } from "../storage/open-store";
import { askWorkers } from "../work/own-workers";
import { createKeeper } from "./keep-exchange";
import { createRecordApi, type RecordApi } from "./record-api";
import { BY_RECORDER } from "./record-refusals";
import { createRecorder } from "./recorder";
import { createSessions } from "./sessions";
import { readRecordSettings } from "./settings";
import { createRequestWriter } from "./write-beside";

const STORE_MS = 5000;
const WAIT_MS = 20_000;

interface OwnRecorder {
  readonly record: (request: Request) => Promise<Response>;
  readonly api: RecordApi;
}

/** The recorder of one environment; where a setting is wrong, all of it answers 503 with the sentence. */
export const openRecorder = (env: Environment): OwnRecorder =>
  openOrClose(
    () => {
      const settings = readRecordSettings(env);
      const relay = readRelaySettings(env);
      const now = () => Date.now() / 1000;
      const shared = { openStore: () => openStore(), now, storeMs: STORE_MS, settings, relay };
      const sessions = createSessions(shared);
      const keeper = createKeeper({ ...shared, writeRequest: createRequestWriter(askWorkers, setTimeout) });
      beforeEnd(keeper.settle);
      const parts = { ...shared, sessions, keeper };
      return {
        record: createRecorder({ ...parts, upstream: openUpstream(relay), emulate: answerRequest }),
        api: createRecordApi({ ...parts, waitMs: WAIT_MS }),
      };
    },
    (answer) => ({
      record: answer,
      api: { describe: answer, create: answer, read: answer, remove: answer },
    }),
    BY_RECORDER,
  );

// Next bundles routes apart, each with its own copy of this module: what they share is the global object.
const shared = globalThis as typeof globalThis & { playgroundRecorder?: OwnRecorder };

/** This server's recorder. */
export function ownRecorder(): OwnRecorder {
  shared.playgroundRecorder ??= openRecorder(process.env);
  return shared.playgroundRecorder;
}
