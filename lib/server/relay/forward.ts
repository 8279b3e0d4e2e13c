/** The one way of a request to a service and of its answer back, chunk by chunk, for the relay and the recorder. */
import type { BodyRoom } from "../body-limits";
import { errorResponse } from "../error-response";
import { BodyFault, type HeldBody, holdBody } from "../read-body";
import { ServiceUnavailable } from "../service-unavailable";
import { guardStream } from "./guard-stream";
import { describeFault, refuseRedirect, refuseSilence } from "./relay-refusals";
import type { RelaySettings } from "./settings";
import type { Upstream, UpstreamInit } from "./upstream";

export interface Forwarding {
  /** Its method, body and signal count; its headers are passed on as `headers` says. */
  readonly request: Request;
  readonly url: string;
  readonly headers: UpstreamInit["headers"];
  /** Bytes of a body that is passed on. */
  readonly limit: number;
  /** What bodies may take; absent = that of this process. */
  readonly room?: BodyRoom;
  /**
   * Called once the body is there, before it begins its way: who is slow to send one takes no place of others. An answer
   * refuses it; else it is told when nothing of it is under way any more, once.
   */
  enter(body: ReadBody): Response | (() => void);
  refuseBody(code: BodyFault["code"]): Response;
  /** Mark what is answered here, so that it is not taken for the service's answer. */
  readonly ownHeaders: HeadersInit;
  answerHeaders(from: Headers): Headers;
}

/** A body that has been read to its end: services want to know its length before it comes. */
export type ReadBody = Pick<HeldBody, "length" | "whole">;

async function* tellEach<Item>(items: AsyncIterable<Item>, tell: () => void): AsyncGenerator<Item> {
  for await (const item of items) {
    tell();
    yield item;
  }
}

const isRedirect = ({ status, type }: Response): boolean =>
  type === "opaqueredirect" || (status >= 300 && status < 400 && status !== 304);

/**
 * Status, headers and body of the service's answer; a refusal where none came. Never rejects. The body ends in a fault
 * where the service breaks off or nothing comes for the idle time; no redirect is followed. When the client leaves, the
 * request to the service is ended.
 */
export async function forward(
  way: Forwarding,
  upstream: Upstream,
  times: Pick<RelaySettings, "firstByteMs" | "idleMs">,
): Promise<Response> {
  let body: HeldBody;
  try {
    body = await holdBody(way.request, way.limit, way.room);
  } catch (error) {
    if (error instanceof ServiceUnavailable)
      return errorResponse(way.request, 503, error.error, way.ownHeaders);
    return way.refuseBody(error instanceof BodyFault ? error.code : "cut");
  }
  try {
    const entered = way.enter(body);
    return entered instanceof Response ? entered : await send(way, body, upstream, times, entered);
  } finally {
    body.release();
  }
}

async function send(
  way: Forwarding,
  { length, take }: HeldBody,
  upstream: Upstream,
  { firstByteMs, idleMs }: Pick<RelaySettings, "firstByteMs" | "idleMs">,
  onEnd: () => void,
): Promise<Response> {
  const { signal, method } = way.request;
  const ending = new AbortController();
  const abort = () => ending.abort();
  const end = () => {
    signal.removeEventListener("abort", abort);
    onEnd();
  };
  const finish = (answer: Response): Response => {
    end();
    return answer;
  };
  signal.addEventListener("abort", abort);
  if (signal.aborted) abort();
  let late = false;
  let timer: NodeJS.Timeout | undefined = setTimeout(() => {
    late = true;
    abort();
  }, firstByteMs);
  try {
    const answer = await upstream(way.url, {
      method: method as UpstreamInit["method"],
      headers: way.headers,
      // The wait for the answer begins when the request has been sent.
      body: { length, chunks: tellEach(take(), () => timer?.refresh()) },
      redirect: "manual",
      cache: "no-store",
      signal: ending.signal,
    });
    if (isRedirect(answer)) {
      abort();
      return finish(refuseRedirect(way.request));
    }
    const init = { status: answer.status, headers: way.answerHeaders(answer.headers) };
    if (!answer.body || method === "HEAD") {
      await answer.body?.cancel();
      return finish(new Response(null, init));
    }
    return new Response(guardStream(answer.body, { firstMs: firstByteMs, idleMs, onEnd: end }), init);
  } catch (error) {
    abort();
    return finish(late ? refuseSilence(way.request) : describeFault(way.request, error));
  } finally {
    clearTimeout(timer);
    // The rest of a body may still be on its way when the answer has begun.
    timer = undefined;
  }
}
