/** Two servers on one Redis behind nginx, as docs/deploy.md says: they share what is kept, stream, and one can end. */
import { existsSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { type Ask, findProgram, HOST, type Installation, startInstallation } from "./support/behind-nginx";

test.describe.configure({ mode: "serial", timeout: 120_000 });

let running: Installation;

test.beforeAll(async () => {
  const [nginx, redis] = [await findProgram("nginx"), await findProgram("redis-server")];
  const missing = [
    nginx ? "" : "nginx",
    redis ? "" : "redis-server",
    existsSync(".next/BUILD_ID") ? "" : "a build",
  ];
  const word = `Two servers behind nginx are not tested: ${missing.filter(Boolean).join(", ")} missing.`;
  if (missing.some(Boolean)) process.stdout.write(`${word}\n`);
  test.skip(missing.some(Boolean), word);
  running = await startInstallation({ nginx: nginx ?? "", redis: redis ?? "" });
});
test.afterAll(async () => running?.stop());

const LONG = "Every word of this text is counted once, and then once more. ".repeat(150);
const chat = (fields: object = {}) =>
  JSON.stringify({
    model: "qwen3.7-max",
    messages: [
      { role: "user", content: [{ type: "text", text: LONG, cache_control: { type: "ephemeral" } }] },
    ],
    ...fields,
  });
const send = (ask: Ask, body: string, headers: Record<string, string> = {}, onFirst?: () => void) =>
  ask("/emulator/compatible-mode/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer shared", "content-type": "application/json", ...headers },
    body,
    ...(onFirst ? { onFirst } : {}),
  });
const SLOW_STREAM = { "x-emulator-fault": "slow", "x-emulator-completion": "30" };

/** What begins like a sealed layout. */
const sealed = Uint8Array.from({ length: 200 }, (_, at) => (at === 0 ? 1 : (at * 31) % 256));
const makeLink = (ask: Ask) =>
  ask("/api/s?days=1", {
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      origin: `https://${HOST}`,
      "sec-fetch-site": "same-origin",
    },
    body: sealed,
  });

test("every server is healthy, also as nginx asks, and plain HTTP leads to TLS", async () => {
  for (const { ask } of [...running.servers, running]) {
    const answer = await ask("/api/health");
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({
      status: "ok",
      storage: "ok",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      uptime: expect.any(Number),
    });
  }
  const moved = await running.askPlain("/learn?x=1");
  expect([moved.status, moved.headers.location]).toEqual([301, `https://${HOST}/learn?x=1`]);
  const page = await running.ask("/", { headers: { accept: "text/html" } });
  expect(page.status).toBe(200);
  expect(page.headers["strict-transport-security"]).toBe("max-age=31536000");
});

test("what one server has written to the emulator's cache, the other one reads", async () => {
  const [first, second] = running.servers;
  const usageOf = async (ask: Ask) => JSON.parse((await send(ask, chat())).text).usage.prompt_tokens_details;
  const written = await usageOf(first.ask);
  expect(written.cache_creation_input_tokens).toBeGreaterThan(1000);
  const read = await usageOf(second.ask);
  expect(read.cached_tokens).toBe(written.cache_creation_input_tokens);
});

test("a short link made on one server opens on the other, and through nginx", async () => {
  const [first, second] = running.servers;
  const made = await makeLink(first.ask);
  expect(made.status).toBe(201);
  const { id } = JSON.parse(made.text);
  const bytes = Buffer.from(sealed).toString("utf8");
  expect((await second.ask(`/api/s/${id}`)).text).toBe(bytes);
  expect((await running.ask(`/api/s/${id}`)).text).toBe(bytes);
  expect((await makeLink(running.ask)).status).toBe(201);
});

test("a stream comes through nginx piece by piece", async () => {
  const { chunks, text, headers } = await send(running.ask, chat({ stream: true }), SLOW_STREAM);
  expect(headers["content-type"]).toContain("text/event-stream");
  const events = text.match(/^data: /gm)?.length ?? 0;
  expect(events).toBeGreaterThan(15);
  // Held back, they would come in one or two.
  expect(chunks.length).toBeGreaterThan(events / 2);
  expect(chunks[0]).not.toContain("[DONE]");
  expect(text.trim()).toMatch(/data: \[DONE\]$/);
});

test("health says when the Redis is away, and when it is back", async () => {
  const [{ ask, log }] = running.servers;
  running.redis.pause();
  await expect.poll(async () => (await ask("/api/health")).status, { timeout: 20_000 }).toBe(503);
  expect((await ask("/api/health")).text).not.toContain("127.0.0.1");
  running.redis.resume();
  await expect.poll(async () => (await ask("/api/health")).status, { timeout: 20_000 }).toBe(200);
  expect(log()).toMatch(/"event":"fault","message":"PLAYGROUND_REDIS_URL \(127/);
});

test("a server that ends lets its streams finish, and the other one serves what follows", async () => {
  const [first, second] = running.servers;
  const { id } = JSON.parse((await makeLink(first.ask)).text);
  const begun: Promise<void>[] = [];
  // nginx takes turns: at least one of them is at the server that ends.
  const streams = Array.from({ length: 4 }, () => {
    let begin = (): void => {};
    begun.push(
      new Promise((resolve) => {
        begin = resolve;
      }),
    );
    return send(running.ask, chat({ stream: true }), SLOW_STREAM, begin);
  });
  await Promise.all(begun);
  const ended = first.stop();
  // While it ends, and once it is gone.
  await expect.poll(() => first.ask("/api/health").catch(({ code }) => code)).toBe("ECONNREFUSED");
  for (let more = 0; more < 10; more += 1) {
    expect((await running.ask("/api/health")).status).toBe(200);
  }
  for (const { status, text } of await Promise.all(streams)) {
    expect(status).toBe(200);
    expect(text.trim()).toMatch(/data: \[DONE\]$/);
  }
  expect(await ended).toBe(0);
  expect(first.log()).not.toContain("broken off");
  expect((await running.ask(`/api/s/${id}`)).status).toBe(200);
  expect((await second.ask("/api/health")).status).toBe(200);
});

test("the log has a line a request, with nothing of what was sent", async () => {
  const logs = running.servers.map(({ log }) => log());
  const lines = logs.flatMap((log) =>
    log
      .trim()
      .split("\n")
      // Node's own warnings are none of ours.
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line)),
  );
  const streamed = lines.filter(({ route, ms }) => route?.startsWith("/emulator") && ms >= 2000);
  expect(streamed.length).toBeGreaterThanOrEqual(5);
  for (const line of streamed) expect(line).toMatchObject({ event: "request", status: 200, ended: true });
  expect(lines.some(({ route, status }) => route === "/api/s" && status === 201)).toBe(true);
  expect(lines.some(({ route, reason }) => route === "/api/health" && reason === "storage_unavailable")).toBe(
    true,
  );
  expect(logs.join("")).not.toMatch(/Every word|Bearer|days=|qwen3/);
});
