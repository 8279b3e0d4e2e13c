/** Sends a recorded request on to its target: the emulator within this server, or a listed host. */
import { guardStream } from "../relay/guard-stream";
import { describeFault, refuseRedirect, refuseSilence } from "../relay/relay-refusals";
import type { RelaySettings } from "../relay/settings";
import type { Upstream } from "../relay/upstream";
import type { Course } from "./plan-course";
import { answeredHeaders, forwardedHeaders } from "./record-headers";

export type ForwardedMethod = "GET" | "HEAD" | "POST";

export interface ForwardOptions {
  readonly upstream: Upstream;
  /** Answers requests below `/emulator`. */
  readonly emulate: (request: Request) => Promise<Response>;
  readonly times: Pick<RelaySettings, "firstByteMs" | "idleMs">;
}

export interface Outgoing {
  readonly course: Course;
  readonly toEmulator: boolean;
  readonly method: ForwardedMethod;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Aborted when the agent has left. */
  readonly signal: AbortSignal;
}

const isRedirect = ({ status }: Response): boolean => status >= 300 && status < 400 && status !== 304;

/**
 * Status, headers and body of the target's answer; a refusal of the relay's where none came. Never rejects. The body ends
 * in a fault where the target breaks off or nothing comes for the idle time; no redirect is followed.
 * @param onEnd called once, when nothing of it is under way any more
 */
export async function forward(
  { course, toEmulator, method, headers, body, signal }: Outgoing,
  { upstream, emulate, times }: ForwardOptions,
  onEnd: () => void,
): Promise<Response> {
  const ending = new AbortController();
  const abort = () => ending.abort();
  const end = () => {
    signal.removeEventListener("abort", abort);
    onEnd();
  };
  signal.addEventListener("abort", abort);
  if (signal.aborted) abort();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort();
  }, times.firstByteMs);
  const finish = (answer: Response): Response => {
    end();
    return answer;
  };
  try {
    const sent = { method, headers: forwardedHeaders(headers, toEmulator), signal: ending.signal };
    const answer = toEmulator
      ? await emulate(new Request(course.url, { ...sent, ...(body.length > 0 ? { body } : {}) }))
      : await upstream(course.url, { ...sent, body, redirect: "manual", cache: "no-store" });
    if (isRedirect(answer)) {
      abort();
      return finish(refuseRedirect());
    }
    const init = { status: answer.status, headers: answeredHeaders(answer.headers) };
    if (!answer.body || method === "HEAD") {
      await answer.body?.cancel();
      return finish(new Response(null, init));
    }
    const guard = { firstMs: times.firstByteMs, idleMs: times.idleMs, onEnd: end };
    return new Response(guardStream(answer.body, guard), init);
  } catch (error) {
    return finish(late ? refuseSilence() : describeFault(error));
  } finally {
    clearTimeout(timer);
  }
}
