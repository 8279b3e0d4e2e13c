/** The emulator's edges: paths, keys, bodies, pace, lies; and the bodies that coding agents really send. */
import { describe, expect, it, vi } from "vitest";
import { claudeCode } from "../../lint/fixtures/agents/claude-code";
import type { AgentBody, Stage } from "../../lint/fixtures/agents/conversation";
import { openClawAnthropic, openClawChat } from "../../lint/fixtures/agents/open-claw";
import { openCodeAlibaba, openCodeAnthropic } from "../../lint/fixtures/agents/open-code";
import { cline, goose, hermesSplit } from "../../lint/fixtures/agents/other-agents";
import { qwenCodeAnthropic, qwenCodeDashScope } from "../../lint/fixtures/agents/qwen-code";
import { answerEmulator } from "./emulator";
import { ask, createWorld } from "./fixtures/start-emulator";

const CHAT = "/compatible-mode/v1/chat/completions";
const MESSAGES = "/apps/anthropic/v1/messages";

const world = createWorld();
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(world, path, {
    method: "POST",
    headers: { Authorization: "Bearer sk-x", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const hello = { model: "qwen3-max", messages: [{ role: "user", content: "Hello" }] };
const long = (words: string) => ({
  model: "qwen3-max",
  messages: [
    {
      role: "user",
      content: [{ type: "text", text: words.repeat(2000), cache_control: { type: "ephemeral" } }],
    },
  ],
});

describe("keys", () => {
  it.each([[{}], [{ Authorization: "Bearer" }], [{ Authorization: "Basic abc" }], [{ "x-api-key": " " }]])(
    "%o is none",
    async (headers: Record<string, string>) => {
      const init = { method: "POST", headers, body: JSON.stringify(hello) };
      const chat = await ask(world, CHAT, init);
      expect(chat.status).toBe(401);
      expect(await chat.json()).toEqual({
        error: {
          message: expect.stringContaining("Incorrect API key provided"),
          type: "invalid_request_error",
          param: null,
          code: "invalid_api_key",
        },
        request_id: chat.headers.get("x-request-id"),
      });
      const message = await ask(world, MESSAGES, init);
      expect(message.status).toBe(401);
      expect(await message.json()).toMatchObject({
        type: "error",
        error: { type: "authentication_error" },
        request_id: message.headers.get("request-id"),
      });
    },
  );

  it("both ways of giving one name the same account", async () => {
    const body = JSON.stringify(long("one account "));
    const ways: Record<string, string>[] = [{ Authorization: "Bearer sk-same" }, { "x-api-key": "sk-same" }];
    const reads = [];
    for (const headers of ways) {
      const answer = await ask(world, CHAT, { method: "POST", headers, body });
      reads.push((await answer.json()).usage.prompt_tokens_details.cached_tokens);
    }
    expect(reads).toEqual([0, expect.toSatisfy((read: number) => read > 1024)]);
  });
});

describe("paths", () => {
  it.each(["GET", "HEAD"])("%s of the base URL is a probe, without a key", async (method) => {
    const answer = await ask(world, "/apps/anthropic", { method });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it.each(["", "/compatible-mode/v1", "/apps/anthropic/v1/models", "/toString"])(
    "%s is nothing",
    async (path) => {
      const answer = await post(path, hello);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toHaveProperty("error.message");
    },
  );

  it("says which method a path takes", async () => {
    const answer = await ask(world, CHAT, { method: "GET" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it("opens nothing to other sites", async () => {
    const answer = await post(CHAT, hello, { Origin: "https://example.com" });
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});

describe("bodies that are refused", () => {
  it.each<[string, unknown, string]>([
    ["nothing", "", "empty"],
    ["cut JSON", '{"model": "qwen3-max",', "Line 1"],
    ["comments", `// x\n${JSON.stringify(hello)}`, "comments"],
    ["a list", [{ role: "user", content: "x" }], "JSON object"],
    ["no model", { messages: hello.messages }, "model is missing"],
    ["no messages", { model: "qwen3-max" }, "messages"],
    ["an empty list of messages", { ...hello, messages: [] }, "no message"],
    ["an unknown role", { ...hello, messages: [{ role: "boss", content: "x" }] }, "boss"],
    ["a limit of zero", { ...hello, max_tokens: 0 }, "max_tokens"],
    ["stream as a word", { ...hello, stream: "yes" }, "stream"],
    ["a wrong choice", { ...hello, tool_choice: "perhaps" }, "tool_choice"],
  ])("%s", async (_name, body, words) => {
    for (const path of [CHAT, MESSAGES]) {
      const answer = await post(path, body);
      expect(answer.status).toBe(400);
      const { error } = await answer.json();
      expect(error.message).toContain(words);
      expect(error.type).toBe("invalid_request_error");
    }
  });

  it("more than 10 MB", async () => {
    const answer = await post(MESSAGES, JSON.stringify("x".repeat(10 * 1024 * 1024)));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error: { type: "request_too_large" } });
  });

  it("a wrong header", async () => {
    const answer = await post(CHAT, hello, { "x-emulator-time": "noon" });
    expect(answer.status).toBe(400);
    expect((await answer.json()).error.message).toContain("x-emulator-time");
  });
});

it("answers 500 without a word of the request when it fails itself", async () => {
  const sent = new Request(`http://localhost/emulator${CHAT}`, {
    method: "POST",
    headers: { Authorization: "Bearer sk-x" },
    body: JSON.stringify(long("secret ")),
  });
  const broken = {
    ...world,
    store: { ...world.store, update: () => Promise.reject(new TypeError("secret")) },
  };
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const answer = await answerEmulator(sent, async () => broken);
  const logged = written.mock.calls.join();
  written.mockRestore();
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("secret");
  expect(logged).toContain("TypeError");
  expect(logged).not.toContain("secret");
});

describe("pace", () => {
  const own = createWorld();
  const timed = async (body: unknown, headers: Record<string, string>) => {
    own.slept.length = 0;
    const init = { method: "POST", headers: { "x-api-key": "pace", ...headers }, body: JSON.stringify(body) };
    await (await ask(own, CHAT, init)).text();
    return [...own.slept];
  };

  it("waits for nothing unless it is told to", async () => {
    expect(await timed(hello, {})).toEqual([]);
  });

  it("slow is two seconds before the first byte, and a pause before every chunk", async () => {
    const headers = { "x-emulator-fault": "slow", "x-emulator-completion": "3" };
    const [first, ...rest] = await timed({ ...hello, stream: true }, headers);
    expect(first).toBe(2000);
    expect(rest).toEqual(new Array(5).fill(50));
  });

  it("the first token comes sooner where more is read", async () => {
    const headers = { "x-emulator-latency": "real" };
    const [miss = 0] = await timed(long("latency "), headers);
    const [hit = 0] = await timed(long("latency "), headers);
    expect(miss).toBeGreaterThan(200 + 0.04 * 1024);
    expect(hit).toBeGreaterThanOrEqual(200);
    expect(hit).toBeLessThan(201);
  });
});

it("what a stream wrote can be read once it has ended, also when its client goes away", async () => {
  const readOf = async () => {
    const { usage } = await (await post(CHAT, long("going away "))).json();
    return usage.prompt_tokens_details.cached_tokens;
  };
  const stream = await post(CHAT, { ...long("going away "), stream: true });
  const reader = stream.body?.getReader();
  await reader?.read();
  expect(await readOf()).toBe(0);
  const other = await post(CHAT, { ...long("left alone "), stream: true });
  await other.body?.cancel();
  const { usage } = await (await post(CHAT, long("left alone "))).json();
  expect(usage.prompt_tokens_details.cached_tokens).toBeGreaterThan(1024);
  await reader?.cancel();
  expect(await readOf()).toBeGreaterThan(1024);
});

describe("lies", () => {
  const claim = async (lie: string, times: number, words: string) => {
    const usages = [];
    for (let time = 0; time < times; time++) {
      const answer = await post(CHAT, long(words), { "x-emulator-lie": lie });
      usages.push((await answer.json()).usage);
    }
    return usages;
  };
  const reads = (usages: { prompt_tokens_details: { cached_tokens: number } }[]) =>
    usages.map(({ prompt_tokens_details }) => prompt_tokens_details.cached_tokens > 0);

  it("says-none never reads", async () => {
    expect(reads(await claim("says-none", 2, "none "))).toEqual([false, false]);
  });

  it("says-all reads from the first request on", async () => {
    expect(reads(await claim("says-all", 2, "all "))).toEqual([true, true]);
  });

  it("says-all keeps nothing, and no-cache says so: no later request is faster", async () => {
    const own = createWorld();
    for (const lie of ["says-all", "no-cache"]) {
      const waits = [];
      const reported = [];
      for (let time = 0; time < 2; time++) {
        own.slept.length = 0;
        const headers = { "x-api-key": lie, "x-emulator-lie": lie, "x-emulator-latency": "real" };
        const body = JSON.stringify(long("kept nowhere "));
        const answer = await ask(own, CHAT, { method: "POST", headers, body });
        reported.push((await answer.json()).usage.prompt_tokens_details.cached_tokens > 0);
        waits.push(own.slept[0]);
      }
      expect(waits[1]).toBe(waits[0]);
      expect(reported).toEqual([lie === "says-all", lie === "says-all"]);
    }
  });

  it("scatter reads only where a request meets the cache that wrote", async () => {
    expect(reads(await claim("scatter", 6, "scatter "))).toEqual([false, false, false, true, true, true]);
  });
});

it("an hour's entry of Qwen4 is counted as such", async () => {
  const [message] = long("an hour ").messages;
  const [part] = message?.content ?? [];
  const content = [{ ...part, cache_control: { type: "ephemeral", ttl: "1h" } }];
  const ask = async (time: number) => {
    const body = { model: "qwen4-max", messages: [{ role: "user", content }] };
    const answer = await post(CHAT, body, { "x-emulator-time": String(time) });
    return (await answer.json()).usage.prompt_tokens_details;
  };
  const first = await ask(0);
  expect(first.cache_creation).toEqual({ ephemeral_1h_input_tokens: first.cache_creation_input_tokens });
  expect(await ask(3599)).toMatchObject({ cached_tokens: first.cache_creation_input_tokens });
});

describe("what coding agents send is taken, and the next stage of a conversation reads", () => {
  it.each<[string, string, (stage: Stage) => AgentBody]>([
    ["Claude Code", MESSAGES, claudeCode],
    ["OpenCode", MESSAGES, openCodeAnthropic],
    ["OpenClaw", MESSAGES, openClawAnthropic],
    ["Qwen Code", MESSAGES, qwenCodeAnthropic],
    ["OpenCode, Alibaba", CHAT, openCodeAlibaba],
    ["OpenClaw, chat", CHAT, openClawChat],
    ["Qwen Code, DashScope", CHAT, qwenCodeDashScope],
    ["Cline", CHAT, cline],
    ["Goose", CHAT, goose],
    ["Hermes", CHAT, hermesSplit],
  ])("%s", async (name, path, write) => {
    const read = [];
    for (const stage of ["first", "loop", "next"] as const) {
      const headers = { Authorization: `Bearer ${encodeURIComponent(name)}` };
      const body = { ...write(stage), stream: false };
      const answer = await post(`${path}?beta=true`, body, headers);
      const { usage, error } = await answer.json();
      expect(error).toBeUndefined();
      read.push(usage.cache_read_input_tokens ?? usage.prompt_tokens_details.cached_tokens);
    }
    expect(read).toMatchObject([0, expect.any(Number), expect.any(Number)]);
    expect(Math.max(...read)).toBeGreaterThan(1024);
  });
});
