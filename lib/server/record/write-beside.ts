/** Has a recorded request parsed, redacted and counted beside the thread that answers, which takes a while for a large one. */
import type { Alias } from "../../redact/redaction";
import { ServiceUnavailable } from "../service-unavailable";
import type { AskWork } from "../work/work";
import { type RequestHalf, type SentRequest, writeRequest } from "./write-exchange";

/** What a thread is asked. */
export interface AskedRecording {
  readonly sent: SentRequest;
  /** The id of the session, from which aliases are made. */
  readonly session: string;
}

/** Writes a request as it is kept; without its body where nobody has time for it. */
export type RequestWriter = (sent: SentRequest, session: string, alias: Alias) => Promise<RequestHalf>;

/** Times that a busy server is asked. */
const MOST_ATTEMPTS = 5;

/** @param sleep resolves after so many milliseconds */
export const createRequestWriter =
  (ask: AskWork, sleep: (milliseconds: number) => Promise<void>): RequestWriter =>
  async (sent, session, alias) => {
    const { kind, dialect, isNative, path, search } = sent.course;
    // What else a course has may not be fit to be handed over.
    const course = { kind, dialect, isNative, path, search };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask("recording", { sent: { ...sent, course }, session });
      } catch (error) {
        if (!(error instanceof ServiceUnavailable)) throw error;
        const { retryAfter } = error;
        if (retryAfter === undefined || attempt === MOST_ATTEMPTS) {
          return writeRequest({ ...sent, body: null }, alias);
        }
        await sleep(retryAfter * 1000);
      }
    }
  };
