/** Requests on their way through real sockets: bodies as they come, headers of the connection, and who leaves when. */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { createBodyRoom, DEFAULT_BODY_LIMITS } from "../body-limits";
import { createTestRecorder } from "../record/fixtures/create-test-recorder";
import { serveRequests } from "../record/fixtures/serve-requests";
import { createUpstream } from "./call-upstream";
import { forward } from "./forward";
import { createRelay } from "./relay";
import { DEFAULT_SETTINGS, readRelaySettings } from "./settings";
import type { Upstream } from "./upstream";

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
  async relay(service: string, room = createBodyRoom(DEFAULT_BODY_LIMITS)) {
    const { endpoints } = readRelaySettings({ PLAYGROUND_RELAY_HOSTS: service });
    const settings = { ...DEFAULT_SETTINGS, endpoints, streamsPerClient: 1 };
    const fetch = createUpstream(5000, new Set([service]));
    const relay = createRelay({ fetch, now: () => 0, settings, room });
    const { origin, stop } = await serveRequests(relay);
    stops.push(stop);
    const endpoint = `operator/${new URL(service).host}/openai`;
    return { url: `${origin}/api/relay`, headers: { "x-relay-endpoint": endpoint } };
  },
  async recorder(service: string, room = createBodyRoom(DEFAULT_BODY_LIMITS)) {
    const recorder = createTestRecorder({ service, room });
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

it.each(ways)("the %s reads a body to its end, then passes it on with its length", async (_name, open) => {
  const service = await startService(async (incoming, response) => {
    let length = 0;
    for await (const chunk of incoming) length += chunk.length;
    response.end(`${length} of ${incoming.headers["content-length"]}`);
  });
  const way = await open(service);
  const { sent, answer } = await post(way);
  sent.write(Buffer.alloc(LENGTH / 2, "a"));
  sent.end(Buffer.alloc(LENGTH / 2, "b"));
  expect(await readText(await answer)).toBe(`${LENGTH} of ${LENGTH}`);
  const unmeasured = request(way.url, { method: "POST", headers: way.headers });
  const answered = new Promise<IncomingMessage>((resolve) => unmeasured.once("response", resolve));
  for (const piece of ["one", "by", "one"]) unmeasured.write(piece);
  unmeasured.end();
  // The relay wants a key, the recorder none: it has its own word then.
  const { statusCode } = await answered;
  expect([200, 401]).toContain(statusCode);
});

it.each(ways)("the %s tells an answer that comes before the body has been sent", async (_name, open) => {
  const service = await startService((incoming, response) => {
    incoming.once("data", () => {
      response.writeHead(401);
      response.end("early");
    });
  });
  const { sent, answer } = await post(await open(service));
  sent.end(Buffer.alloc(LENGTH));
  const early = await answer;
  expect([early.statusCode, await readText(early)]).toEqual([401, "early"]);
});

it.each(ways)("senders that are slow, or leave, take no place of the %s", async (_name, open) => {
  const seen = vi.fn();
  const service = await startService((incoming, response) => {
    seen();
    incoming.resume().once("end", () => response.end("{}"));
  });
  const way = await open(service);
  const slow = await Promise.all(Array.from({ length: 3 }, () => post(way)));
  for (const { sent } of slow) sent.write(Buffer.alloc(LENGTH / 2));
  slow[0]?.sent.destroy();
  const whole = await post(way, 2);
  whole.sent.end("{}");
  expect((await whole.answer).statusCode).toBe(200);
  expect(seen).toHaveBeenCalledOnce();
  for (const { sent } of slow) sent.destroy();
});

it.each(ways)("the %s waits for no sender for ever, and holds no more than it can", async (_name, open) => {
  const seen = vi.fn();
  const room = createBodyRoom({ idleMs: 20, wholeMs: 1000, heldBytes: 1000 });
  const way = await open(await startService(seen), room);
  const slow = await post(way);
  slow.sent.write("{");
  const late = await slow.answer;
  expect([late.statusCode, late.headers.connection]).toEqual([408, "close"]);
  expect(await readText(late)).toContain("body_late");
  const large = await post(way, 2000);
  large.sent.end(Buffer.alloc(2000));
  const full = await large.answer;
  expect([full.statusCode, full.headers["retry-after"]]).toEqual([503, "5"]);
  expect(await readText(full)).toContain("body_no_room");
  expect([seen.mock.calls.length, room.held.count()]).toEqual([0, 0]);
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
  const onEnd = vi.fn();
  const { way, times } = calmWay("{}", onEnd);
  expect((await forward(way, async () => answer, times)).status).toBe(status);
  expect(onEnd).toHaveBeenCalledOnce();
});

const calmWay = (body: string, onEnd = () => undefined) => ({
  way: {
    request: new Request("http://localhost/", { method: "POST", body }),
    url: "http://localhost/",
    headers: {},
    limit: 1_000_000,
    room: createBodyRoom(DEFAULT_BODY_LIMITS),
    enter: () => onEnd,
    refuseBody: () => new Response(null, { status: 400 }),
    ownHeaders: {},
    answerHeaders: (from: Headers) => from,
  },
  times: { firstByteMs: 100, idleMs: 100 },
});

it("counts the wait for an answer from the last piece of the request", async () => {
  vi.useFakeTimers();
  const { way, times } = calmWay("a".repeat(20_000 * 4));
  const length = { seen: 0 };
  const answer = forward(
    way,
    async (_url, { body, signal }) => {
      const broken = new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
      for await (const piece of body.chunks) {
        length.seen += piece.length;
        await Promise.race([new Promise((resolve) => setTimeout(resolve, 80)), broken]);
      }
      return broken;
    },
    times,
  );
  await vi.advanceTimersByTimeAsync(80 * 4);
  expect(length.seen).toBe(80_000);
  await vi.advanceTimersByTimeAsync(101);
  expect((await answer).status).toBe(504);
  expect(way.room.held.count()).toBe(0);
});

it("lets go of a body piece by piece as it is sent", async () => {
  const { way, times } = calmWay("a".repeat(100_000));
  const held: number[] = [];
  const upstream: Upstream = async (_url, { body }) => {
    held.push(way.room.held.count());
    for await (const piece of body.chunks) held.push(way.room.held.count() + (piece.length > 0 ? 0 : 1));
    return new Response("{}");
  };
  await forward(way, upstream, times);
  expect([held[0], held.at(-1)]).toEqual([100_000, 0]);
});
