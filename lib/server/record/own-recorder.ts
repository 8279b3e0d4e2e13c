/** The recorder of this very server: made at the first request, from its environment. */
import { answerRequest } from "../emulator/answer-request";
import { errorResponse } from "../error-response";
import { createUpstream } from "../relay/call-upstream";
import { loopbackOrigins } from "../relay/own-relay";
import { readRelaySettings } from "../relay/settings";
import { ServiceUnavailable } from "../service-unavailable";
import { openStore } from "../storage/open-store";
import { loadCounters } from "../vocabulary";
import { createKeeper } from "./keep-exchange";
import { createRecordApi, type RecordApi } from "./record-api";
import { createRecorder } from "./recorder";
import { createSessions } from "./sessions";
import { readRecordSettings } from "./settings";

const STORE_MS = 5000;
const WAIT_MS = 20_000;

export interface OwnRecorder {
  readonly record: (request: Request) => Promise<Response>;
  readonly api: RecordApi;
}

/** The recorder of one environment; where a setting is wrong, all of it answers 503 with the sentence. */
export function openRecorder(env: Readonly<Record<string, string | undefined>>): OwnRecorder {
  try {
    const settings = readRecordSettings(env);
    const relay = readRelaySettings(env);
    const now = () => Date.now() / 1000;
    const shared = { openStore: () => openStore(), now, storeMs: STORE_MS, settings };
    const sessions = createSessions(shared);
    const keeper = createKeeper({ ...shared, loadCounters });
    const upstream = createUpstream(relay.connectMs, loopbackOrigins(relay));
    return {
      record: createRecorder({
        upstream,
        emulate: answerRequest,
        now,
        settings,
        relay,
        sessions,
        keeper,
      }),
      api: createRecordApi({ ...shared, waitMs: WAIT_MS, relay, sessions, keeper }),
    };
  } catch (error) {
    if (!(error instanceof ServiceUnavailable)) throw error;
    process.stderr.write(`${error.message}\n`);
    const answer = async () => errorResponse(503, error.error, { "x-record-source": "recorder" });
    return { record: answer, api: { describe: answer, create: answer, read: answer, remove: answer } };
  }
}

// Next bundles routes apart, each with its own copy of this module: what they share is the global object.
const shared = globalThis as typeof globalThis & { playgroundRecorder?: OwnRecorder };

/** This server's recorder. */
export function ownRecorder(): OwnRecorder {
  shared.playgroundRecorder ??= openRecorder(process.env);
  return shared.playgroundRecorder;
}
