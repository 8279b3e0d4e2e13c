/** The recorder's API: what can be recorded, and sessions made, read and removed. */
import type { Endpoint } from "../../offers/endpoint";
import { type Message, type Said, tell } from "../../words/message";
import { errorResponse, NO_STORE, wordedResponse } from "../error-response";
import { createRateLimit } from "../rate-limit";
import { readJsonBody } from "../read-json-body";
import { clientOf } from "../relay/client-of";
import { describeRelay } from "../relay/describe-relay";
import type { RelaySettings } from "../relay/settings";
import { isCrossSite } from "../request-origin";
import { ServiceUnavailable } from "../service-unavailable";
import type { Store } from "../storage/store";
import { createTurns } from "../take-turns";
import type { Keeper } from "./keep-exchange";
import { EMULATOR } from "./plan-course";
import { readNewSession } from "./read-new-session";
import { awaitNews, readPage } from "./read-session";
import {
  refuseRecord,
  refuseStorage,
  refuseSwitchedOff,
  refuseUnknown,
  SWITCHED_OFF,
} from "./record-refusals";
import { digestOf } from "./session-index";
import type { Sessions } from "./sessions";
import type { RecordSettings } from "./settings";
import { forgetSize } from "./store-exchanges";
import { tapStream } from "./tap-stream";
import { tellFault } from "./tell-fault";

interface RecordApiOptions {
  readonly openStore: () => Promise<Store>;
  /** Epoch seconds. */
  readonly now: () => number;
  /** Milliseconds that a reader waits at most for news. */
  readonly waitMs: number;
  readonly settings: RecordSettings;
  readonly relay: RelaySettings;
  readonly sessions: Sessions;
  readonly keeper: Keeper;
}

/** Where requests of a recording can go. */
interface RecordTarget extends Pick<Endpoint, "id" | "region" | "plan"> {
  readonly name: Said;
  /** The dialect of that id; a recording takes both. Null for the emulator. */
  readonly dialect: Endpoint["dialect"] | null;
  readonly needsWorkspace: boolean;
}

/** What `GET /api/record` answers. */
interface RecordDescription {
  readonly on: boolean;
  /** Why it is off and how that can be changed; null where it is on. */
  readonly sentence: Message | null;
  /** Hours that a session is kept: the standard, and the most. */
  readonly hours: number;
  readonly targets: readonly RecordTarget[];
}

export interface RecordApi {
  describe(request: Request): Promise<Response>;
  create(request: Request): Promise<Response>;
  read(request: Request, session: string): Promise<Response>;
  remove(request: Request, session: string): Promise<Response>;
}

const SESSIONS_PER_MINUTE = 20;
/** Pages that are put together, or wait to be taken, at one time: each takes many times its bytes of memory meanwhile. */
const PAGES_AT_ONCE = 4;
/** A reader that is slower than so many milliseconds holds up no other. */
const PAGE_MS = 5000;

const EMULATED: RecordTarget = {
  id: EMULATOR,
  name: tell("server.emulator"),
  region: null,
  plan: "operator",
  dialect: null,
  needsWorkspace: false,
};

const describeTarget = ({ id, name, region, plan, dialect, baseUrl }: Endpoint): RecordTarget => ({
  id,
  name,
  region,
  plan,
  dialect,
  needsWorkspace: baseUrl.includes("{workspace}"),
});

const answer = (request: Request, body: unknown, status = 200): Response =>
  wordedResponse(request, body, { status });

const countOf = (text: string | null): number | null =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;

export function createRecordApi(options: RecordApiOptions): RecordApi {
  const { openStore, now, settings, relay, sessions, keeper, waitMs } = options;
  const rate = createRateLimit(SESSIONS_PER_MINUTE, () => now() * 1000);
  const turns = createTurns(PAGES_AT_ONCE, PAGE_MS);
  const targets = [EMULATED, ...describeRelay(relay).endpoints.map(describeTarget)];

  /** Refuses other sites, and answers 503 where the storage cannot be used. */
  async function guard(request: Request, act: () => Promise<Response>): Promise<Response> {
    if (isCrossSite(request, relay.trustedProxies > 0)) {
      return refuseRecord(request, 403, "record_cross_site", tell("server.recordCrossSite"));
    }
    try {
      return await act();
    } catch (error) {
      if (error instanceof ServiceUnavailable) return errorResponse(request, 503, error.error);
      tellFault(error);
      return refuseStorage(request);
    }
  }

  async function makeSession(request: Request): Promise<Response> {
    if (!settings.isOn) return refuseSwitchedOff(request);
    const wait = rate.take(clientOf(request.headers, relay.trustedProxies));
    if (wait > 0) {
      const sentence = tell("server.recordRate", { most: SESSIONS_PER_MINUTE, wait });
      return refuseRecord(request, 429, "record_rate_limited", sentence, { "retry-after": String(wait) });
    }
    const body = await readJsonBody(request);
    if (!body.ok) return errorResponse(request, body.status, body.error, body.headers);
    const read = readNewSession(body.value, settings.hours, relay.endpoints);
    if (!read.ok) return errorResponse(request, 400, read.error);
    const made = await sessions.create(read.target, read.hours);
    return made
      ? answer(request, made, 201)
      : refuseRecord(request, 507, "record_quota", tell("server.recordQuota"));
  }

  async function read(request: Request, session: string): Promise<Response> {
    if (!settings.isOn) return refuseSwitchedOff(request);
    const found = await sessions.find(session);
    if (!found) return refuseUnknown(request);
    const { searchParams: query } = new URL(request.url);
    const asked = {
      since: countOf(query.get("since")) ?? 0,
      version: countOf(query.get("version")),
      after: query.get("after"),
      wait: query.get("wait") === "1",
    };
    const reading = { store: await openStore(), keeper, now, waitMs, signal: request.signal };
    const index = await awaitNews(found, asked, reading);
    if (!index) return refuseUnknown(request);
    const leave = await turns.enter();
    try {
      // Somebody who has left reads nothing.
      if (request.signal.aborted) {
        leave();
        return refuseStorage(request);
      }
      const page = answer(request, await readPage(found, index, asked, reading));
      if (!page.body) return page;
      return new Response(tapStream(page.body, { onChunk: () => undefined, onEnd: leave }), page);
    } catch (error) {
      leave();
      throw error;
    }
  }

  async function remove(request: Request, session: string): Promise<Response> {
    const digest = digestOf(session);
    keeper.drop(digest);
    if (!(await sessions.remove(session))) return refuseUnknown(request);
    await forgetSize(await openStore(), digest, { now, settings });
    return new Response(null, { status: 204, headers: NO_STORE });
  }

  const { isOn: on, hours } = settings;
  const description: RecordDescription = { on, sentence: on ? null : SWITCHED_OFF, hours, targets };
  return {
    describe: (request) => guard(request, async () => answer(request, description)),
    create: (request) => guard(request, () => makeSession(request)),
    read: (request, session) => guard(request, () => read(request, session)),
    remove: (request, session) => guard(request, () => remove(request, session)),
  };
}
