/** Settings by the path of the base URL and by the environment, for clients that cannot send headers. */
import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ServiceUnavailable } from "../service-unavailable";
import { ask, createWorld, startEmulator } from "./fixtures/start-emulator";
import { readEmulatorSettings } from "./settings";
import { settlePath, settleRequest } from "./settle-headers";

const at = (path: string, headers: Record<string, string> = {}) =>
  settlePath(new Request(`http://localhost${path}`, { headers }));

describe("the path", () => {
  it("stands for headers, and is left out of what follows", () => {
    const { request, pathname, wrong } = at(
      "/emulator/with/implicit=always,calls=3,session-cache=enable/apps/anthropic",
    );
    expect([pathname, wrong]).toEqual(["/emulator/apps/anthropic", null]);
    expect(Object.fromEntries(request.headers)).toEqual({
      "x-emulator-implicit": "always",
      "x-emulator-calls": "3",
      "x-dashscope-session-cache": "enable",
    });
  });

  it("yields to headers that are sent", () => {
    const { request } = at("/emulator/with/calls=3/x", { "x-emulator-calls": "1" });
    expect(request.headers.get("x-emulator-calls")).toBe("1");
  });

  it("without it the request stays as it is", () => {
    const request = new Request("http://localhost/emulator/compatible-mode/v1/models");
    expect(settlePath(request).request).toBe(request);
  });

  it.each([
    "/emulator/with/time=3/x",
    "/emulator/with/calls/x",
    "/emulator/with//x",
    "/emulator/with/calls=a%20b/x",
  ])("%s is refused with the names that there are", (path) => {
    expect(at(path).wrong).toContain("session-cache");
  });

  it("is told in the shape of what it asks for", async () => {
    const answer = await ask(createWorld(), "/with/nothing/apps/anthropic/v1/messages", { method: "POST" });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ type: "error", error: { type: "invalid_request_error" } });
  });
});

describe("an SDK that sends no header of its own", () => {
  let server: Awaited<ReturnType<typeof startEmulator>>;
  beforeAll(async () => {
    const settings = readEmulatorSettings({ PLAYGROUND_EMULATOR_IMPLICIT: "on" });
    server = await startEmulator({ ...createWorld(), settings });
  });
  afterAll(() => server.stop());

  const readTwice = async (base: string): Promise<number> => {
    const client = new OpenAI({ apiKey: base, baseURL: server.origin + base, maxRetries: 0 });
    const messages = [{ role: "user" as const, content: "alpha beta gamma ".repeat(600) }];
    await client.chat.completions.create({ model: "qwen3-max", messages });
    const { usage } = await client.chat.completions.create({ model: "qwen3-max", messages });
    return usage?.prompt_tokens_details?.cached_tokens ?? 0;
  };

  it("reads implicitly where the operator has set it, and not where the path says never", async () => {
    expect(await readTwice("/compatible-mode/v1")).toBeGreaterThan(1024);
    expect(await readTwice("/with/implicit=never/compatible-mode/v1")).toBe(0);
  });

  it("gets calls and faults by its base URL", async () => {
    const baseURL = (pairs: string) => `${server.origin}/with/${pairs}/compatible-mode/v1`;
    const body = {
      model: "qwen3-max",
      messages: [{ role: "user" as const, content: "Hello" }],
      tools: [{ type: "function" as const, function: { name: "list_files", parameters: {} } }],
    };
    const calling = new OpenAI({ apiKey: "sk", baseURL: baseURL("calls=1"), maxRetries: 0 });
    const { choices } = await calling.chat.completions.create(body);
    expect(choices[0]?.finish_reason).toBe("tool_calls");
    const failing = new OpenAI({ apiKey: "sk", baseURL: baseURL("fault=503"), maxRetries: 0 });
    await expect(failing.chat.completions.create(body)).rejects.toMatchObject({ status: 503 });
  });
});

describe("the environment", () => {
  it("sets nothing by itself", () => {
    expect(readEmulatorSettings({})).toEqual({ implicit: false, sessionCache: false });
    const request = new Request("http://localhost/emulator");
    expect(settleRequest(request, readEmulatorSettings({}))).toBe(request);
  });

  it("turns on the session cache where the request does not say", () => {
    const settings = readEmulatorSettings({ PLAYGROUND_EMULATOR_SESSION_CACHE: " ON " });
    const name = "x-dashscope-session-cache";
    expect(settleRequest(new Request("http://localhost/"), settings).headers.get(name)).toBe("enable");
    const said = new Request("http://localhost/", { headers: { [name]: "disable" } });
    expect(settleRequest(said, settings).headers.get(name)).toBe("disable");
  });

  it("a wrong value is told, and never taken for another", () => {
    expect(() => readEmulatorSettings({ PLAYGROUND_EMULATOR_IMPLICIT: "yes" })).toThrow(ServiceUnavailable);
  });
});
