/** Requests on their way through real sockets: bodies as they come, headers of the connection, and who leaves when. */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { createTestRecorder } from "../record/fixtures/create-test-recorder";
import { serveRequests } from "../record/fixtures/serve-requests";
import { createUpstream } from "./call-upstream";
import { forward } from "./forward";
import { createRelay } from "./relay";
import { DEFAULT_SETTINGS, readRelaySettings } from "./settings";

const stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** A service that sees requests as they begin. */
async function startService(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const WAYS = {
  async relay(service: string) {
    const { endpoints } = readRelaySettings({ PLAYGROUND_RELAY_HOSTS: service });
    const settings = { ...DEFAULT_SETTINGS, endpoints };
    const relay = createRelay({ fetch: createUpstream(5000, new Set([service])), now: () => 0, settings });
    const { origin, stop } = await serveRequests(relay);
    stops.push(stop);
    const endpoint = `operator/${new URL(service).host}/openai`;
    return { url: `${origin}/api/relay`, headers: { "x-relay-endpoint": endpoint } };
  },
  async recorder(service: string) {
    const recorder = createTestRecorder({ service });
    const { origin, stop } = await serveRequests(recorder.record);
    stops.push(stop);
    return {
      url: `${origin}/record/${await recorder.open()}/compatible-mode/v1/chat/completions`,
      headers: {},
    };
  },
};
const ways = Object.entries(WAYS);

/** Larger than what the recorder reads before it sends. */
const LENGTH = 6 * 1024 * 1024;

async function post(
  way: Awaited<ReturnType<typeof WAYS.relay>> | { url: string; headers: object },
  length = LENGTH,
) {
  const headers = { ...way.headers, authorization: "Bearer sk-own", "content-length": String(length) };
  const sent = request(way.url, { method: "POST", headers });
  sent.on("error", () => undefined);
  const answer = new Promise<IncomingMessage>((resolve) => sent.once("response", resolve));
  return { sent, answer };
}

async function readText(message: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of message) text += chunk;
  return text;
}

it.each(ways)("the %s passes a body on while it comes, with its length", async (_name, open) => {
  let sendRest: () => void = () => undefined;
  const service = await startService(async (incoming, response) => {
    let length = 0;
    incoming.once("data", () => sendRest());
    for await (const chunk of incoming) length += chunk.length;
    response.end(`${length} of ${incoming.headers["content-length"]}`);
  });
  const { sent, answer } = await post(await open(service));
  sendRest = () => sent.end(Buffer.alloc(LENGTH / 2, "b"));
  sent.write(Buffer.alloc(LENGTH / 2, "a"));
  expect(await readText(await answer)).toBe(`${LENGTH} of ${LENGTH}`);
});

it.each(ways)("the %s tells an answer that comes before the body has ended", async (_name, open) => {
  const service = await startService((incoming, response) => {
    incoming.once("data", () => {
      response.writeHead(401);
      response.end("early");
    });
  });
  const { sent, answer } = await post(await open(service));
  sent.write(Buffer.alloc(LENGTH / 2));
  const early = await answer;
  sent.end(Buffer.alloc(LENGTH / 2));
  expect([early.statusCode, await readText(early)]).toEqual([401, "early"]);
});

it.each(ways)("the %s ends the request when the client leaves within its body", async (_name, open) => {
  let seeBegin: () => void = () => undefined;
  let seeEnd: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    seeBegin = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    seeEnd = resolve;
  });
  const service = await startService((incoming) => {
    incoming.once("data", seeBegin).on("error", () => undefined);
    incoming.once("close", seeEnd).resume();
  });
  const { sent } = await post(await open(service));
  sent.write(Buffer.alloc(LENGTH / 2));
  await begun;
  sent.destroy();
  await ended;
});

it.each(ways)(
  "the %s refuses a body that is told to be too large, and sends nothing of it",
  async (_name, open) => {
    const seen = vi.fn();
    const { sent, answer } = await post(await open(await startService(seen)), 21 * 1024 * 1024);
    sent.end(Buffer.alloc(21 * 1024 * 1024));
    const { statusCode } = await answer;
    expect([statusCode, seen.mock.calls.length]).toEqual([413, 0]);
  },
);

it.each(ways)("the %s passes on no header of an answer that its connection lists", async (_name, open) => {
  const service = await startService((incoming, response) => {
    incoming.resume().once("end", () => {
      response.writeHead(200, {
        connection: "x-ratelimit-hop",
        "x-ratelimit-hop": "1",
        "x-ratelimit-end": "2",
      });
      response.end("{}");
    });
  });
  const { sent, answer } = await post(await open(service), 2);
  sent.end("{}");
  const { headers } = await answer;
  expect([headers["x-ratelimit-hop"], headers["x-ratelimit-end"]]).toEqual([undefined, "2"]);
});

it.each([
  [new Response(null, { status: 304 }), 304],
  [new Response(null, { status: 300 }), 502],
  [new Response(null, { status: 302 }), 502],
  [{ type: "opaqueredirect", status: 0 } as Response, 502],
])("takes a redirect for none", async (answer, status) => {
  const { way, times } = calmWay(new Request("http://localhost/", { method: "POST", body: "{}" }));
  const onEnd = vi.fn();
  expect((await forward(way, async () => answer, times, onEnd)).status).toBe(status);
  expect(onEnd).toHaveBeenCalledOnce();
});

const calmWay = (request: Request) => ({
  way: {
    request,
    url: "http://localhost/",
    headers: {},
    limit: 1000,
    kept: 0,
    onBody: () => undefined,
    refuseBody: () => new Response(null, { status: 400 }),
    answerHeaders: (from: Headers) => from,
  },
  times: { firstByteMs: 100, idleMs: 100 },
});

it("counts the wait for an answer from the last piece of the request", async () => {
  vi.useFakeTimers();
  let push: (chunk: Uint8Array) => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      push = (chunk) => controller.enqueue(chunk);
    },
  });
  const headers = { "content-length": "5" };
  const sent = new Request("http://localhost/", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
  const { way, times } = calmWay(sent);
  let seen = 0;
  const answer = forward(
    way,
    async (_url, { body: passed, signal }) => {
      if (!("chunks" in passed)) throw new Error("The body was read before it was sent.");
      const broken = new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
      const pieces = passed.chunks[Symbol.asyncIterator]();
      for (; seen < 4; seen += 1) await Promise.race([pieces.next(), broken]);
      return broken;
    },
    times,
    () => undefined,
  );
  for (let count = 1; count <= 4; count += 1) {
    await vi.advanceTimersByTimeAsync(80);
    push(new Uint8Array(1));
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toBe(count);
  }
  await vi.advanceTimersByTimeAsync(101);
  expect((await answer).status).toBe(504);
});
