/** The session cache, asked for by its header through the OpenAI SDK. */
import OpenAI from "openai";
import type { ResponseCreateParamsNonStreaming } from "openai/resources/responses/responses";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decodeUsage } from "../../../answers/decode-usage";
import { createWorld, startEmulator, type TestWorld } from "../fixtures/start-emulator";

let world: TestWorld;
let server: Awaited<ReturnType<typeof startEmulator>>;
const connect = (apiKey = "sk-one", path = "/compatible-mode/v1"): OpenAI =>
  new OpenAI({ apiKey, baseURL: `${server.origin}${path}`, maxRetries: 0 });

beforeAll(async () => {
  world = createWorld();
  server = await startEmulator(world);
});
afterAll(() => server.stop());

let about = "";
beforeEach(({ task }) => {
  about = task.name;
});

const SESSION = { headers: { "x-dashscope-session-cache": "enable" } };
const hello = (
  input: ResponseCreateParamsNonStreaming["input"] = "Hello",
): ResponseCreateParamsNonStreaming => ({
  model: "qwen3-max",
  input,
});
/** With words of its own for every test. */
const long = (input: ResponseCreateParamsNonStreaming["input"] = "Where is order 7?") => ({
  ...hello(input),
  instructions: `${about} ${"You keep the desk of a small shop. ".repeat(300)}`,
});
const usageOf = ({ usage }: { usage?: unknown }) => {
  const reading = decodeUsage(usage);
  if (!reading.ok) throw new Error("unreadable usage");
  return reading.usage;
};

describe("the session cache", () => {
  it("writes at the first call and reads at the second, as the documented usage says it", async () => {
    const first = await connect().responses.create(long(), SESSION);
    const written = usageOf(first).written;
    expect(written).toBeGreaterThan(1024);
    const input = (first.usage?.input_tokens ?? 0) - written;
    expect(first.usage).toEqual({
      input_tokens: written + input,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: 40,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: written + input + 40,
      x_details: [
        {
          input_tokens: written + input,
          output_tokens: 40,
          total_tokens: written + input + 40,
          x_billing_type: "response_api",
          prompt_tokens_details: {
            cached_tokens: 0,
            cache_creation_input_tokens: written,
            cache_creation: { ephemeral_5m_input_tokens: written },
            cache_type: "ephemeral",
          },
        },
      ],
    });
    const second = await connect().responses.create(
      { ...long("And order 8?"), previous_response_id: first.id },
      SESSION,
    );
    expect(usageOf(second)).toMatchObject({ dialect: "responses", kind: "session", read: written });
    expect(usageOf(second).written).toBeGreaterThan(0);
    expect(second.previous_response_id).toBe(first.id);
  });

  it("reads what a whole history of items repeats, and keeps it five minutes", async () => {
    const at = (time: number) => ({ headers: { ...SESSION.headers, "x-emulator-time": String(time) } });
    const first = await connect().responses.create({ ...long(), store: false }, at(1000));
    const input = [
      { role: "user" as const, content: "Where is order 7?" },
      ...(first.output as OpenAI.Responses.ResponseInputItem[]),
      { role: "user" as const, content: "And order 8?" },
    ];
    const second = await connect().responses.create({ ...long(input), store: false }, at(1299));
    expect(usageOf(second).read).toBe(usageOf(first).written);
    const late = await connect().responses.create({ ...long(input), store: false }, at(1700));
    expect(usageOf(late).read).toBe(0);
  });

  it("is asked for by the header alone: without it nothing is read or written, markers or not", async () => {
    await connect().responses.create(long(), SESSION);
    const content = [{ type: "input_text", text: "Hi", cache_control: { type: "ephemeral" } }] as never;
    const marked = long([{ role: "user", content }]);
    for (const body of [long(), marked, marked]) {
      const { usage } = await connect().responses.create(body);
      expect(usage?.input_tokens_details.cached_tokens).toBe(0);
      expect(usageOf({ usage })).toMatchObject({ read: 0, written: 0, kind: "implicit" });
    }
    const always = { headers: { "x-emulator-implicit": "always" } };
    await connect().responses.create(long(), always);
    const { usage } = await connect().responses.create(long(), always);
    expect(usageOf({ usage })).toMatchObject({ kind: "implicit", written: 0 });
    expect(usageOf({ usage }).read).toBeGreaterThan(1024);
  });

  it("shares nothing between keys", async () => {
    await connect("sk-one").responses.create(long(), SESSION);
    expect(usageOf(await connect("sk-two").responses.create(long(), SESSION)).read).toBe(0);
  });
});
