/** The recorder: passes an agent's requests on to its session's target, and keeps a redacted copy beside. */

import type { Dialect } from "../../prompt/prompt";
import { isResponses } from "../../sessions/read-responses";
import { type Message, tell } from "../../words/message";
import type { BodyRoom } from "../body-limits";
import { asksForSession } from "../emulator/responses/session-cache";
import { BODY_HEADERS, BODY_STATUS, BODY_WAITS, type BodyFault } from "../read-body";
import { hasType, refuseMethod } from "../read-json-body";
import { forward, type ReadBody } from "../relay/forward";
import { recordedAnswer, recordedHeaders } from "../relay/pass-headers";
import type { RelaySettings } from "../relay/settings";
import { createStreamGate } from "../relay/stream-gate";
import type { Upstream, UpstreamInit } from "../relay/upstream";
import type { Keeper } from "./keep-exchange";
import { listSecrets } from "./known-secrets";
import { type Course, EMULATOR, planCourse } from "./plan-course";
import { readTarget } from "./raw-target";
import {
  BY_RECORDER,
  refuseRecord,
  refuseStorage,
  refuseSwitchedOff,
  refuseUnknown,
} from "./record-refusals";
import type { FoundSession, Sessions } from "./sessions";
import type { RecordSettings } from "./settings";
import { tapStream } from "./tap-stream";
import { tellFault } from "./tell-fault";
import type { ExchangeWatch } from "./watch-exchange";
import { MAX_KEPT_BODY } from "./write-exchange";

export interface RecorderOptions {
  readonly upstream: Upstream;
  /** Answers requests below `/emulator`. */
  readonly emulate: (request: Request) => Promise<Response>;
  /** Epoch seconds. */
  readonly now: () => number;
  readonly settings: Pick<RecordSettings, "isOn">;
  readonly relay: Pick<RelaySettings, "endpoints" | "streams" | "firstByteMs" | "idleMs">;
  readonly sessions: Pick<Sessions, "find">;
  readonly keeper: Pick<Keeper, "begin" | "hasRoom">;
  /** What bodies may take; absent = that of this process. */
  readonly room?: BodyRoom;
}

/** Bytes of a request that is passed on. */
const MAX_BODY = 20 * 1024 * 1024;
const METHODS: readonly string[] = [
  "GET",
  "HEAD",
  "POST",
  "DELETE",
] satisfies readonly UpstreamInit["method"][];

const BODY_FAULTS: Readonly<Record<BodyFault["code"], readonly [code: string, message: Message]>> = {
  too_large: ["record_body_too_large", tell("server.recordBodyTooLarge")],
  cut: ["record_body_cut", tell("server.requestCut")],
  ...BODY_WAITS,
};

const refuseBody = (request: Request, code: BodyFault["code"]): Response =>
  refuseRecord(request, BODY_STATUS[code], ...BODY_FAULTS[code], BODY_HEADERS[code]);

const refuseFull = (request: Request): Response =>
  refuseRecord(request, 503, "record_full", tell("server.recordFull"), { "retry-after": "5" });

/** The emulator plays a request at the time it is told, so that gaps need not be waited for. */
function timeOf(headers: Headers, target: string, now: number): number {
  const told = target === EMULATOR ? headers.get("x-emulator-time")?.trim() : "";
  const time = told ? Number(told) : Number.NaN;
  return time >= 0 && time <= 1e11 ? time : now;
}

const REQUEST_IDS: Readonly<Record<Dialect, readonly string[]>> = {
  openai: ["x-request-id", "x-acs-request-id", "request-id"],
  anthropic: ["request-id", "x-request-id", "x-acs-request-id"],
  responses: ["x-request-id", "x-acs-request-id", "request-id"],
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

/** Answers any request below `/record/<session>/`. Never rejects. */
export function createRecorder(options: RecorderOptions): (request: Request) => Promise<Response> {
  const { upstream, emulate, now, settings, relay, sessions, keeper, room } = options;
  const gate = createStreamGate(relay.streams, relay.streams);

  const askEmulator: Upstream = async (url, { method, headers, body, signal }) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of body.chunks) pieces.push(piece);
    const sent = pieces.length > 0 ? { body: Buffer.concat(pieces) } : {};
    return emulate(new Request(url, { method, headers, signal, ...sent }));
  };

  function watch(request: Request, course: Course, body: ReadBody, found: FoundSession): ExchangeWatch {
    const { headers, method } = request;
    try {
      const isKept = body.length <= MAX_KEPT_BODY && keeper.hasRoom(body.length);
      return keeper.begin(found, {
        course,
        method,
        at: timeOf(headers, found.target, now()),
        body: isKept ? body.whole() : null,
        bytes: body.length,
        secrets: listSecrets(headers, found.session, course.search),
        ...(isResponses(course) && asksForSession(headers) ? { session: true } : {}),
      });
    } catch (error) {
      tellFault(error);
      return UNWATCHED;
    }
  }

  async function send(request: Request, course: Course, found: FoundSession): Promise<Response> {
    const toEmulator = found.target === EMULATOR;
    let seen: ExchangeWatch | undefined;
    const answer = await forward(
      {
        request,
        url: course.url,
        headers: recordedHeaders(request.headers, toEmulator),
        ...(room ? { room } : {}),
        limit: MAX_BODY,
        enter(body) {
          const entered = gate.enter(found.digest);
          if (!entered.ok) return refuseFull(request);
          seen = watch(request, course, body, found);
          return entered.leave;
        },
        refuseBody: (code) => refuseBody(request, code),
        ownHeaders: BY_RECORDER,
        answerHeaders: recordedAnswer,
      },
      toEmulator ? askEmulator : upstream,
      relay,
    );
    if (!seen) return answer;
    const { status, headers } = answer;
    const isEvents = hasType(answer, "text/event-stream");
    seen.answered({ status, requestId: requestIdOf(headers, course.dialect), isEvents });
    if (answer.body) return new Response(tapStream(answer.body, seen), { status, headers });
    seen.onEnd("ended");
    return answer;
  }

  /** An agent at a wrong address is told so on its page too: what it sent is not read. */
  function showRefused(
    { headers, method }: Request,
    { rest, search }: { readonly rest: string; readonly search: string },
    found: FoundSession,
    answer: Response,
  ): Response {
    try {
      const seen = keeper.begin(found, {
        course: {
          dialect: rest.includes("messages") ? "anthropic" : "openai",
          kind: "other",
          path: rest,
          search,
        },
        method,
        at: now(),
        body: new Uint8Array(),
        bytes: Number(headers.get("content-length")) || 0,
        secrets: listSecrets(headers, found.session, search),
        refused: true,
      });
      seen.answered({ status: answer.status, requestId: null, isEvents: false });
      if (!answer.body) seen.onEnd("ended");
      return answer.body
        ? new Response(tapStream(answer.body, seen), { status: answer.status, headers: answer.headers })
        : answer;
    } catch (error) {
      tellFault(error);
      return answer;
    }
  }

  async function find(request: Request, session: string): Promise<FoundSession | Response> {
    try {
      return (await sessions.find(session)) ?? refuseUnknown(request);
    } catch (error) {
      tellFault(error);
      return refuseStorage(request);
    }
  }

  return async (request) => {
    if (!settings.isOn) return refuseSwitchedOff(request);
    const asked = readTarget(request);
    if (!asked) return refuseUnknown(request);
    const { session, rest, search } = asked;
    const { method } = request;
    if (!METHODS.includes(method)) {
      const allowed = METHODS.join(", ");
      return refuseMethod(request, allowed, tell("server.recordMethods", { allowed }), BY_RECORDER);
    }
    const found = await find(request, session);
    if (found instanceof Response) return found;
    const planned = planCourse({ rest, search, method }, found, relay.endpoints);
    if (!planned.ok) {
      return showRefused(
        request,
        { rest, search },
        found,
        refuseRecord(request, 404, "record_path", planned.reason),
      );
    }
    return send(request, planned.course, found);
  };
}
