/** The recorder: passes an agent's requests on to its session's target, and keeps a redacted copy beside. */
import type { Dialect } from "../../prompt/prompt";
import { readBytes } from "../read-json-body";
import type { RelaySettings } from "../relay/settings";
import { createStreamGate } from "../relay/stream-gate";
import { type ForwardedMethod, type ForwardOptions, forward } from "./forward";
import type { Keeper } from "./keep-exchange";
import { listSecrets } from "./known-secrets";
import { type Course, EMULATOR, planCourse, splitRecordPath } from "./plan-course";
import { refuseRecord, refuseStorage, refuseSwitchedOff, refuseUnknown } from "./record-refusals";
import type { FoundSession, Sessions } from "./sessions";
import type { RecordSettings } from "./settings";
import { tapStream } from "./tap-stream";
import type { ExchangeWatch } from "./watch-exchange";
import { MAX_KEPT_BODY } from "./write-exchange";

export interface RecorderOptions extends ForwardOptions {
  /** Epoch seconds. */
  readonly now: () => number;
  readonly settings: Pick<RecordSettings, "isOn">;
  readonly relay: Pick<RelaySettings, "endpoints" | "streams">;
  readonly sessions: Pick<Sessions, "find">;
  readonly keeper: Pick<Keeper, "begin" | "hasRoom">;
}

/** Bytes of a request that is passed on. */
const MAX_BODY = 20 * 1024 * 1024;
const METHODS: readonly string[] = ["GET", "HEAD", "POST"] satisfies readonly ForwardedMethod[];

const isForwarded = (method: string): method is ForwardedMethod => METHODS.includes(method);

/** The emulator plays a request at the time it is told, so that gaps need not be waited for. */
function timeOf(headers: Headers, target: string, now: number): number {
  const told = target === EMULATOR ? headers.get("x-emulator-time")?.trim() : "";
  const time = told ? Number(told) : Number.NaN;
  return time >= 0 && time <= 1e11 ? time : now;
}

const REQUEST_IDS: Readonly<Record<Dialect, readonly string[]>> = {
  openai: ["x-request-id", "x-acs-request-id", "request-id"],
  anthropic: ["request-id", "x-request-id", "x-acs-request-id"],
};

function requestIdOf(headers: Headers, dialect: Dialect): string | null {
  const id = REQUEST_IDS[dialect].map((name) => headers.get(name)).find((value) => value);
  return id && id.length <= 200 ? id : null;
}

/** What cannot be watched is passed on all the same. */
const UNWATCHED: ExchangeWatch = {
  answered: () => undefined,
  onChunk: () => undefined,
  onEnd: () => undefined,
};

async function readBody({ body }: Request): Promise<Uint8Array<ArrayBuffer> | Response> {
  try {
    const bytes = body ? await readBytes(body, MAX_BODY) : new Uint8Array();
    if (bytes) return new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length);
    return refuseRecord(413, "record_body_too_large", "The request is larger than 20 MB: shorten its texts.");
  } catch {
    return refuseRecord(400, "record_body_cut", "The request broke off before its end: send it again.");
  }
}

/** Answers any request below `/record/<session>/`. Never rejects. */
export function createRecorder(options: RecorderOptions): (request: Request) => Promise<Response> {
  const { now, settings, relay, sessions, keeper } = options;
  const gate = createStreamGate(relay.streams, relay.streams);

  function watch(request: Request, course: Course, body: Uint8Array, found: FoundSession): ExchangeWatch {
    const { headers, method } = request;
    try {
      const isKept = body.length <= MAX_KEPT_BODY && keeper.hasRoom(body.length);
      return keeper.begin(found, {
        course,
        method,
        at: timeOf(headers, found.target, now()),
        body: isKept ? body : null,
        bytes: body.length,
        secrets: listSecrets(headers, found.session),
      });
    } catch {
      return UNWATCHED;
    }
  }

  async function send(request: Request, course: Course, found: FoundSession, leave: () => void) {
    const body = await readBody(request);
    if (body instanceof Response) {
      leave();
      return body;
    }
    const { method, headers, signal } = request;
    const outgoing = {
      course,
      toEmulator: found.target === EMULATOR,
      method: method as ForwardedMethod,
      headers,
      body,
      signal,
    };
    const seen = watch(request, course, body, found);
    const answer = await forward(outgoing, options, leave);
    const { status } = answer;
    const isEvents = /^text\/event-stream\b/i.test(answer.headers.get("content-type") ?? "");
    seen.answered({ status, requestId: requestIdOf(answer.headers, course.dialect), isEvents });
    if (!answer.body) {
      seen.onEnd("ended");
      return answer;
    }
    return new Response(tapStream(answer.body, seen), { status, headers: answer.headers });
  }

  async function find(session: string): Promise<FoundSession | Response> {
    try {
      return (await sessions.find(session)) ?? refuseUnknown();
    } catch {
      return refuseStorage();
    }
  }

  return async (request) => {
    if (!settings.isOn) return refuseSwitchedOff();
    const { pathname, search } = new URL(request.url);
    const [session, rest] = splitRecordPath(pathname) ?? [];
    if (!session || !rest) return refuseUnknown();
    const { method } = request;
    if (!isForwarded(method)) {
      const sentence = `A recording takes ${METHODS.join(", ")} requests.`;
      return refuseRecord(405, "method_not_allowed", sentence, { Allow: METHODS.join(", ") });
    }
    const found = await find(session);
    if (found instanceof Response) return found;
    const planned = planCourse({ rest, search, method }, found, relay.endpoints);
    if (!planned.ok) return refuseRecord(404, "record_path", planned.reason);
    const entered = gate.enter(found.digest);
    if (!entered.ok) {
      return refuseRecord(503, "record_full", "This server records all that it can: try again in a moment.", {
        "retry-after": "5",
      });
    }
    return send(request, planned.course, found, entered.leave);
  };
}
