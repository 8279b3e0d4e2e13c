/** The relay against a real service on this machine: what arrives there, and what comes back. */
import { gzipSync } from "node:zlib";
import { afterEach, expect, it, vi } from "vitest";
import { createUpstream } from "./call-upstream";
import { type AnswerRequest, type LocalService, startService } from "./fixtures/local-service";
import { createRelay } from "./relay";
import { DEFAULT_SETTINGS, type RelaySettings, readRelaySettings } from "./settings";

const services: LocalService[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(services.splice(0).map((service) => service.close()));
});

async function start(answer: AnswerRequest, changed: Partial<RelaySettings> = {}) {
  const service = await startService(answer);
  services.push(service);
  const { endpoints } = readRelaySettings({ PLAYGROUND_RELAY_HOSTS: service.origin });
  const settings = { ...DEFAULT_SETTINGS, endpoints, ...changed };
  const fetch = createUpstream(settings.connectMs, new Set([service.origin]));
  const relay = createRelay({ fetch, now: () => 0, settings });
  const endpoint = `operator/${new URL(service.origin).host}/openai`;
  const post = (headers: Record<string, string> = {}, init: RequestInit = {}) =>
    relay(
      new Request("http://localhost:3000/api/relay", {
        method: "POST",
        body: '{"model": "qwen-plus"}',
        ...init,
        headers: {
          host: "localhost:3000",
          "x-relay-endpoint": endpoint,
          authorization: "Bearer sk-own",
          ...headers,
        },
      }),
    );
  return { service, post, endpoint };
}

const codeOf = async (response: Response): Promise<string> => (await response.json()).error.code;

it("sends the body as it is, with the key and nothing of the browser's", async () => {
  const { service, post } = await start((response) => response.end("{}"));
  const body = '{ "messages" : [ "ü\\u2028" ],\n"x": 1.0 }';
  await post(
    {
      cookie: "a=b",
      "accept-encoding": "gzip",
      "x-playground-token": "word",
      origin: "http://localhost:3000",
    },
    { body },
  );
  expect(service.seen).toHaveLength(1);
  expect(service.seen[0]).toMatchObject({
    path: "/compatible-mode/v1/chat/completions",
    body,
    headers: {
      authorization: "Bearer sk-own",
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
      "accept-encoding": "identity",
    },
  });
  const names = Object.keys(service.seen[0]?.headers ?? {});
  expect(names.filter((name) => /^(x-|cookie|origin|referer|sec-|anthropic)/.test(name))).toEqual([]);
});

it("speaks the Anthropic dialect at its own path", async () => {
  const { service, post, endpoint } = await start((response) => response.end("{}"));
  await post({ "x-relay-endpoint": endpoint.replace(/openai$/, "anthropic") });
  expect(service.seen[0]).toMatchObject({
    path: "/apps/anthropic/v1/messages",
    headers: { "anthropic-version": "2023-06-01" },
  });
});

it("sends Responses to their path, with the session cache where it is asked for", async () => {
  const { service, post } = await start((response) => response.end("{}"));
  const body = '{"model":"qwen-plus","input":"Hi"}';
  await post({ "x-relay-api": "responses", "x-dashscope-session-cache": "enable" }, { body });
  await post({ "x-dashscope-session-cache": "enable" });
  expect(service.seen[0]).toMatchObject({
    path: "/compatible-mode/v1/responses",
    body,
    headers: { "x-dashscope-session-cache": "enable" },
  });
  expect(service.seen[1]?.path).toBe("/compatible-mode/v1/chat/completions");
  expect(service.seen[1]?.headers).not.toHaveProperty("x-dashscope-session-cache");
});

it("passes a stream on chunk by chunk", async () => {
  let write: (text: string) => void = () => undefined;
  const { post } = await start((response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    write = (text) => (text === "" ? response.end() : response.write(text));
    write("data: 1\n\n");
  });
  const answer = await post();
  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  expect(answer.headers.get("cache-control")).toContain("no-store");
  const reader = answer.body?.getReader();
  // The service writes the next chunk only when the last one has come through.
  for (const next of ["data: 2\n\n", "data: [DONE]\n\n", ""]) {
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^data: \S+\n\n$/);
    write(next);
  }
  expect((await reader?.read())?.done).toBe(true);
});

it("ends the service's work when the reader leaves", async () => {
  const { service, post } = await start((response) => response.write("data: 1\n\n"));
  const leave = new AbortController();
  const answer = await post({}, { signal: leave.signal });
  const reader = answer.body?.getReader();
  await reader?.read();
  leave.abort();
  await service.abandoned;
  await expect(reader?.read()).rejects.toThrow("broke off");
});

it("ends the service's work when the reader leaves before the answer", async () => {
  const leave = new AbortController();
  const { service, post } = await start(() => leave.abort());
  await post({}, { signal: leave.signal });
  await service.abandoned;
});

it("passes status and body of an error on unchanged", async () => {
  const body =
    '{"error":{"message":"Incorrect API key provided.","code":"invalid_api_key"},"request_id":"r"}';
  const { post } = await start((response) => {
    response.writeHead(401, {
      "content-type": "application/json",
      "x-request-id": "r",
      "set-cookie": "a=b",
      "strict-transport-security": "max-age=1",
      "access-control-allow-origin": "*",
    });
    response.end(body);
  });
  const answer = await post();
  expect([answer.status, await answer.text()]).toEqual([401, body]);
  expect(Object.fromEntries(answer.headers)).toEqual({
    "content-type": "application/json",
    "x-request-id": "r",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
    "x-relay-source": "upstream",
  });
});

it("decodes an answer that is compressed all the same", async () => {
  const { post } = await start((response) => {
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
    response.end(gzipSync('{"ü":1}'));
  });
  const answer = await post();
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(await answer.json()).toEqual({ ü: 1 });
});

it("refuses an encoding that it cannot read", async () => {
  const { post } = await start((response) => {
    response.writeHead(200, { "content-encoding": "zstd" });
    response.end("x");
  });
  const answer = await post();
  expect([answer.status, await codeOf(answer)]).toEqual([502, "relay_encoding"]);
});

it.each([301, 302, 303, 307, 308])("does not follow a redirect of status %i", async (status) => {
  const { service, post } = await start((response) => {
    response.writeHead(status, { location: "/elsewhere" });
    response.end();
  });
  const answer = await post();
  expect([answer.status, await codeOf(answer)]).toEqual([502, "relay_redirect"]);
  expect(service.seen).toHaveLength(1);
});

it("gives up on a service that does not begin to answer", async () => {
  const { service, post } = await start(() => undefined, { firstByteMs: 30 });
  const answer = await post();
  expect([answer.status, await codeOf(answer)]).toEqual([504, "relay_first_byte_timeout"]);
  await service.abandoned;
});

it("breaks off a stream in which nothing comes any more", async () => {
  const { service, post } = await start((response) => response.write("data: 1\n\n"), { idleMs: 30 });
  await expect((await post()).text()).rejects.toThrow("broke off");
  await service.abandoned;
});

it("does not pass a cut answer for a whole one", async () => {
  const { post } = await start((response) => response.write("data: 1\n\n", () => response.destroy()));
  await expect((await post()).text()).rejects.toThrow("broke off");
});

it("says when nothing listens there", async () => {
  const { service, post } = await start(() => undefined);
  await service.close();
  const answer = await post();
  expect([answer.status, await codeOf(answer)]).toEqual([502, "relay_unreachable"]);
});

it("frees a place when an answer ends", async () => {
  const ends: (() => void)[] = [];
  const { post } = await start(
    (response) => {
      response.write("a");
      ends.push(() => response.end());
    },
    { streamsPerClient: 1 },
  );
  const first = await post();
  const refused = await post();
  expect([refused.status, await codeOf(refused)]).toEqual([429, "relay_too_many_streams"]);
  expect(refused.headers.get("retry-after")).toBe("5");
  ends[0]?.();
  expect(await first.text()).toBe("a");
  expect((await post()).status).toBe(200);
});

it("writes nothing, even where all goes wrong", async () => {
  const written = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockReturnValue(true),
  );
  const { service, post } = await start((response) => response.destroy());
  const answers = [
    await post({ authorization: "Bearer sk-planted" }),
    await post({ authorization: "sk-planted" }),
  ];
  await service.close();
  answers.push(await post({ authorization: "Bearer sk-planted" }));
  for (const answer of answers) {
    expect(answer.ok).toBe(false);
    expect(JSON.stringify([...answer.headers])).not.toContain("planted");
    expect(await answer.text()).not.toContain("planted");
  }
  for (const spy of written) expect(spy).not.toHaveBeenCalled();
});
