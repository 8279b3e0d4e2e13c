/** The one way of a request to a service and of its answer back, chunk by chunk, for the relay and the recorder. */
import { BodyFault, readBytes, readChunks } from "../read-json-body";
import { guardStream } from "./guard-stream";
import { describeFault, refuseRedirect, refuseSilence } from "./relay-refusals";
import type { RelaySettings } from "./settings";
import type { SentBody, Upstream, UpstreamInit } from "./upstream";

export interface Forwarding {
  /** Its method, body and signal count; its headers are passed on as `headers` says. */
  readonly request: Request;
  readonly url: string;
  readonly headers: UpstreamInit["headers"];
  /** Bytes of a body that is passed on. */
  readonly limit: number;
  /** A body up to so many bytes is read to its end before it is sent. */
  readonly kept: number;
  /** Called before the body begins its way; an answer refuses it. */
  onBody(body: SentBody): Response | undefined;
  refuseBody(code: BodyFault["code"]): Response;
  answerHeaders(from: Headers): Headers;
}

/** Passed on as it comes where its length is told; services do not take a body of unknown length. */
async function takeBody({ request, limit, kept }: Forwarding): Promise<SentBody> {
  const told = request.headers.get("content-length");
  const length = told === null ? null : Number(told);
  if (length === null || length <= kept) return readBytes(request, limit);
  // Nothing of it is kept.
  if (!(length <= limit)) return readBytes(request, 0);
  return { length, chunks: readChunks(request.body, length) };
}

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
 * @param onEnd called once, when nothing of it is under way any more
 */
export async function forward(
  way: Forwarding,
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
  let timer: NodeJS.Timeout | undefined;
  try {
    const body = await takeBody(way);
    const refusal = way.onBody(body);
    if (refusal) return finish(refusal);
    timer = setTimeout(() => {
      late = true;
      abort();
    }, firstByteMs);
    const answer = await upstream(way.url, {
      method: method as UpstreamInit["method"],
      headers: way.headers,
      // The wait for the answer begins when the request has been sent.
      body: "chunks" in body ? { ...body, chunks: tellEach(body.chunks, () => timer?.refresh()) } : body,
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
    if (error instanceof BodyFault) return finish(way.refuseBody(error.code));
    return finish(late ? refuseSilence(way.request) : describeFault(way.request, error));
  } finally {
    clearTimeout(timer);
    timer = undefined;
  }
}
