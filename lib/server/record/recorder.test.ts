/** The recorder against a service on this machine: what arrives there, what comes back, and what is kept. */
import { gzipSync } from "node:zlib";
import { afterEach, expect, it } from "vitest";
import { type AnswerRequest, type LocalService, startService } from "../relay/fixtures/local-service";
import { createTestRecorder, type TestRecorderOptions } from "./fixtures/create-test-recorder";
import { serveRequests } from "./fixtures/serve-requests";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function start(answer: AnswerRequest, options: TestRecorderOptions = {}) {
  const service: LocalService = await startService(answer);
  stops.push(() => service.close());
  const recorder = createTestRecorder({ service: service.origin, ...options });
  return { service, recorder, session: await recorder.open() };
}

const chat = '{ "model" : "qwen-plus", "messages": [{"role":"user","content":"Hello"}], "new_field": [1.0] }';
const json: AnswerRequest = (response) => {
  response.writeHead(200, { "content-type": "application/json", "x-request-id": "r-1", "set-cookie": "a=b" });
  response.end(
    '{"choices":[{"message":{"content":"Hi."},"finish_reason":"stop"}],"usage":{"prompt_tokens":9}}',
  );
};

it("sends a request on byte for byte, with the agent's own headers", async () => {
  const { service, recorder, session } = await start(json);
  const answer = await recorder.ask(`${session}/compatible-mode/v1/chat/completions?beta=true`, {
    method: "POST",
    body: chat,
    headers: {
      authorization: "Bearer sk-own",
      "x-stainless-lang": "js",
      "x-dashscope-cachecontrol": "enable",
      "user-agent": "agent/1",
      "content-type": "application/json",
      cookie: "site=1",
      "accept-encoding": "br",
      "x-forwarded-for": "203.0.113.7",
      connection: "x-hop",
      "x-hop": "1",
      "x-emulator-time": "5",
    },
  });
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(answer.headers.get("x-request-id")).toBe("r-1");
  expect(await answer.json()).toMatchObject({ usage: { prompt_tokens: 9 } });
  const [seen] = service.seen;
  expect(seen).toMatchObject({
    path: "/compatible-mode/v1/chat/completions?beta=true",
    body: chat,
    headers: {
      authorization: "Bearer sk-own",
      "x-stainless-lang": "js",
      "x-dashscope-cachecontrol": "enable",
      "user-agent": "agent/1",
      "accept-encoding": "identity",
    },
  });
  const names = Object.keys(seen?.headers ?? {});
  expect(names.filter((name) => /cookie|forwarded|x-hop|emulator/.test(name))).toEqual([]);
});

it("tells a target nothing of the agent's machine, and sends its query as it came", async () => {
  const { service, recorder, session } = await start(json);
  const path = `${session}/compatible-mode/v1/chat/completions`;
  const query = "?b=%7e&a=+&a=%zz&f&g=&h='&&b=%E4";
  const machine = "203.0.113.7";
  const names =
    "x-forwarded-for x-forwarded-host forwarded x-real-ip cf-connecting-ip true-client-ip x-client-ip client-ip " +
    "fastly-client-ip fly-client-ip x-cluster-client-ip x-original-forwarded-for x-envoy-external-address via";
  const headers = Object.fromEntries(names.split(" ").map((name) => [name, machine]));
  const raw = { "x-raw-target": `/record/${path}${query}` };
  await recorder.ask(`${path}?a=1`, { method: "POST", body: chat, headers: { ...headers, ...raw } });
  expect(service.seen[0]?.path).toBe(`/compatible-mode/v1/chat/completions${query}`);
  expect(JSON.stringify(service.seen[0]?.headers)).not.toContain(machine);
  expect(service.seen[0]?.headers).not.toHaveProperty("x-raw-target");
});

it("passes on the headers of an answer that clients read, and no others", async () => {
  const told = {
    "content-type": "application/json",
    "x-request-id": "r-1",
    "retry-after": "3",
    "x-ratelimit-remaining-requests": "4",
    "openai-processing-ms": "5",
  };
  const orders =
    "x-accel-redirect x-accel-expires x-sendfile x-middleware-rewrite x-middleware-next x-nextjs-cache link expires " +
    "age etag last-modified cdn-cache-control surrogate-control vary set-cookie server x-powered-by location refresh";
  const { recorder, session } = await start((response) => {
    response.writeHead(200, {
      ...told,
      ...Object.fromEntries(orders.split(" ").map((name) => [name, "/x"])),
    });
    response.end("{}");
  });
  const { headers } = await recorder.ask(`${session}/compatible-mode/v1/chat/completions`, {
    method: "POST",
    body: chat,
  });
  expect(Object.fromEntries(headers)).toEqual({
    ...told,
    "cache-control": "no-store, no-transform",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-accel-buffering": "no",
    "x-record-source": "target",
  });
});

it("keeps the request, its answer and its times", async () => {
  const { recorder, session } = await start(json);
  const path = `${session}/compatible-mode/v1/chat/completions?beta=true`;
  await (await recorder.ask(path, { method: "POST", body: chat })).text();
  const read = await recorder.read(session);
  expect(read).toMatchObject({ target: recorder.target, forgotten: 0, unstored: 0 });
  expect(read.exchanges).toHaveLength(1);
  const [exchange] = read.exchanges;
  expect(exchange).toMatchObject({
    number: 1,
    kind: "chat",
    dialect: "openai",
    method: "POST",
    path: "/chat/completions?beta",
    status: 200,
    body: JSON.parse(chat),
    bytes: chat.length,
    answer: { text: "Hi.", reasoning: "", calls: [], finish: "stop", isComplete: true, error: null },
    usage: { prompt_tokens: 9 },
    requestId: "r-1",
    redacted: [],
    missing: null,
    firstToken: null,
  });
  expect(exchange?.duration).toBeGreaterThanOrEqual(exchange?.firstByte ?? Number.NaN);
  expect(read.startedAt).toBe(exchange?.at);
});

it.each([
  ["GET", "compatible-mode/v1/models", "", "other"],
  ["HEAD", "apps/anthropic", "", "other"],
  ["POST", "apps/anthropic/v1/messages/count_tokens?beta=true", "{}", "count"],
  ["POST", "compatible-mode/v1/embeddings", "{}", "other"],
])("passes %s %s through", async (method, path, body, kind) => {
  const { service, recorder, session } = await start((response) => {
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
    response.end(method === "HEAD" ? undefined : gzipSync('{"input_tokens":3}'));
  });
  const answer = await recorder.ask(`${session}/${path}`, { method, ...(body ? { body } : {}) });
  expect([answer.status, await answer.text()]).toEqual([200, method === "HEAD" ? "" : '{"input_tokens":3}']);
  expect(service.seen[0]?.path).toBe(`/${path}`);
  const { exchanges } = await recorder.read(session);
  expect(exchanges[0]).toMatchObject({
    method,
    kind,
    status: 200,
    answer: { isComplete: true },
    usage: null,
  });
});

it("keeps the service's error as a sentence, and passes it on as it is", async () => {
  const body = '{"error":{"message":"Range of input length should be [1, 30720]","code":"invalid"}}';
  const { recorder, session } = await start((response) => {
    response.writeHead(400, { "content-type": "application/json" });
    response.end(body);
  });
  const answer = await recorder.ask(`${session}/compatible-mode/v1/chat/completions`, {
    method: "POST",
    body: chat,
  });
  expect([answer.status, await answer.text()]).toEqual([400, body]);
  const { exchanges } = await recorder.read(session);
  expect(exchanges[0]?.answer?.error).toBe("Range of input length should be [1, 30720]");
});

it("follows no redirect", async () => {
  const { service, recorder, session } = await start((response) => {
    response.writeHead(307, { location: "https://elsewhere.example/" });
    response.end();
  });
  const answer = await recorder.ask(`${session}/compatible-mode/v1/models`);
  expect([answer.status, answer.headers.get("location"), service.seen.length]).toEqual([502, null, 1]);
});

it.each([
  "v1/messages",
  "apps/anthropicx/v1/messages",
  "apps/anthropic/../../secret",
  "apps/anthropic/..%2f..%2fsecret",
  "http://elsewhere.example/",
])("goes nowhere but below the base URL: %s", async (path) => {
  const { service, recorder, session } = await start(json);
  expect((await recorder.ask(`${session}/${path}`, { method: "POST", body: "{}" })).status).toBe(404);
  expect(service.seen).toEqual([]);
});

it("says that an answer broke off, to the agent and in the recording", async () => {
  const { recorder, session } = await start((response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write('data: {"choices":[{"delta":{"content":"Half"}}]}\n\n', () => response.destroy());
  });
  const answer = await recorder.ask(`${session}/compatible-mode/v1/chat/completions`, {
    method: "POST",
    body: chat,
  });
  await expect(answer.text()).rejects.toThrow();
  const { exchanges } = await recorder.read(session);
  expect(exchanges[0]).toMatchObject({
    answer: { text: "Half", isComplete: false },
    missing: "The answer broke off before its end.",
  });
});

it("ends the service's work when the agent leaves, and says so", async () => {
  const { service, recorder, session } = await start((response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write('data: {"choices":[{"delta":{"content":"Half"}}]}\n\n');
  });
  const server = await serveRequests(recorder.record);
  stops.push(server.stop);
  const leaving = new AbortController();
  const url = `${server.origin}/record/${session}/compatible-mode/v1/chat/completions`;
  const answer = await fetch(url, { method: "POST", body: chat, signal: leaving.signal });
  await answer.body?.getReader().read();
  const open = await recorder.read(session);
  expect(open.exchanges[0]).toMatchObject({ answer: null, duration: null, body: JSON.parse(chat) });
  leaving.abort();
  await service.abandoned;
  const { exchanges } = await recorder.read(session, "wait=1&since=1");
  expect(exchanges[0]).toMatchObject({
    answer: { text: "Half", isComplete: false },
    missing: "The agent left before the answer ended.",
  });
});

it("passes a large body on and says that it is not kept, and refuses one that is too large", async () => {
  const { service, recorder, session } = await start(json);
  const path = `${session}/compatible-mode/v1/chat/completions`;
  const large = JSON.stringify({ text: "x".repeat(5 * 1024 * 1024) });
  await (await recorder.ask(path, { method: "POST", body: large })).text();
  expect(service.seen[0]?.body.length).toBe(large.length);
  const { exchanges } = await recorder.read(session);
  expect(exchanges[0]).toMatchObject({ body: null, bytes: large.length });
  expect(exchanges[0]?.missing).toContain("larger than 4 MB");
  const refused = await recorder.ask(path, { method: "POST", body: "x".repeat(21 * 1024 * 1024) });
  expect([refused.status, service.seen.length]).toEqual([413, 1]);
});

it("loses no byte of 200 streams at one time", async () => {
  const textOf = (name: string) =>
    Array.from(
      { length: 20 },
      (_, turn) => `data: {"choices":[{"delta":{"content":"${name}.${turn} "}}]}\n\n`,
    );
  const { recorder, session } = await start((response, request) => {
    const name = String(request.headers["x-name"]);
    response.writeHead(200, { "content-type": "text/event-stream" });
    const pieces = [...textOf(name), "data: [DONE]\n\n"];
    const write = () => {
      const piece = pieces.shift();
      if (piece === undefined) response.end();
      else response.write(piece, () => setImmediate(write));
    };
    write();
  });
  const names = Array.from({ length: 200 }, (_, index) => `stream-${index}`);
  const answers = await Promise.all(
    names.map(async (name) => {
      const init = { method: "POST", body: JSON.stringify({ name }), headers: { "x-name": name } };
      return (await recorder.ask(`${session}/compatible-mode/v1/chat/completions`, init)).text();
    }),
  );
  expect(answers).toEqual(names.map((name) => `${textOf(name).join("")}data: [DONE]\n\n`));
  const { exchanges, unstored } = await recorder.read(session);
  expect(unstored).toBe(0);
  expect(exchanges.map(({ number }) => number)).toEqual(names.map((_, index) => index + 1));
  for (const { body, answer } of exchanges) {
    const { name } = body as { name: string };
    expect(answer).toMatchObject({ isComplete: true });
    expect(answer?.text).toBe(Array.from({ length: 20 }, (_, turn) => `${name}.${turn} `).join(""));
  }
});
