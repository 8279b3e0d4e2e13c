/** Keeps a session current by asking again and again; what stands in the way is told, and waited for where it may pass. */
import { readChanges } from "../../lib/sessions/read-changes";
import type { RecordedSession, RecordedSessionAnswer } from "../../lib/sessions/recorded-exchange";
import { type Said, tell } from "../../lib/words/message";
import { mergeSession } from "./merge-session";

export interface FollowedSession {
  /**
   * `lost`: the server does not answer, and is asked again. `ended`: what was followed is no longer there.
   * `unknown`: it never was, as far as this page can tell. `off`: the operator allows no recording.
   */
  readonly state: "loading" | "live" | "lost" | "ended" | "unknown" | "off";
  /** What has been read so far; null before the first answer. */
  readonly session: RecordedSession | null;
  /** What the server says about it, one sentence; null where nothing is wrong. */
  readonly sentence: Said | null;
}

export interface FollowPorts {
  readonly fetch: (path: string, signal: AbortSignal) => Promise<Response>;
  /** Ends early where there is a reason to try again, e.g. a network that is back. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export const START: FollowedSession = { state: "loading", session: null, sentence: null };

const OFFLINE = tell("record.offline");
/** Changes that come close together are read in one go. Milliseconds. */
const BREATH = 250;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

export const waitAfter = (failures: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1));

async function sentenceOf(response: Response): Promise<string | null> {
  try {
    const { error } = (await response.json()) as { readonly error?: { readonly message?: unknown } };
    return typeof error?.message === "string" ? error.message : null;
  } catch {
    return null;
  }
}

type Look =
  | { readonly kind: "answer"; readonly answer: RecordedSessionAnswer }
  | { readonly kind: "over"; readonly state: "unknown" | "off"; readonly sentence: string | null }
  | { readonly kind: "lost"; readonly sentence: Said };

/** All of it before it is shown: to explain a recording anew with every page of it would take longer than to read it. */
async function look(
  session: string,
  query: string,
  { fetch }: FollowPorts,
  signal: AbortSignal,
): Promise<Look> {
  const path = `/api/record/${encodeURIComponent(session)}`;
  try {
    const read = await readChanges((page) => fetch(`${path}?${page}`, signal), query);
    if (read.ok) return { kind: "answer", answer: read.answer };
    const { response } = read;
    const sentence = await sentenceOf(response);
    if (response.status === 404) return { kind: "over", state: "unknown", sentence };
    if (response.status === 403) return { kind: "over", state: "off", sentence };
    return { kind: "lost", sentence: sentence ?? OFFLINE };
  } catch {
    return { kind: "lost", sentence: OFFLINE };
  }
}

/** Ends once the session is over or `signal` is aborted. Never rejects. */
export async function followSession(
  session: string,
  ports: FollowPorts,
  onChange: (followed: FollowedSession) => void,
  signal: AbortSignal,
): Promise<void> {
  let known: RecordedSession | null = null;
  let version = 0;
  let failures = 0;
  while (!signal.aborted) {
    // Whoever waits for the connection to come back wants to know at once that it has.
    const waits = known !== null && failures === 0;
    const query = `version=${version}${waits ? "&wait=1" : ""}`;
    const seen = await look(session, query, ports, signal);
    if (signal.aborted) return;
    if (seen.kind === "over") {
      const state = known && seen.state === "unknown" ? "ended" : seen.state;
      onChange({ state, session: known, sentence: seen.sentence });
      return;
    }
    if (seen.kind === "lost") {
      failures++;
      onChange({ state: "lost", session: known, sentence: seen.sentence });
      await ports.pause(waitAfter(failures), signal);
      continue;
    }
    const { answer } = seen;
    const isNews: boolean = known === null || failures > 0 || answer.version !== version;
    failures = 0;
    version = answer.version;
    if (isNews) {
      known = mergeSession(known, answer);
      onChange({ state: "live", session: known, sentence: null });
    }
    await ports.pause(BREATH, signal);
  }
}
