/** The documented examples, sent to the emulator one after the other, are billed as documented. */
import { describe, expect, it } from "vitest";
import { writeFiller } from "../../timeline/filler-text";
import fixture from "../../timeline/fixtures/model-studio-cases.json";
import { ask, createWorld } from "./fixtures/start-emulator";

interface Turn {
  readonly prompt?: number;
  readonly read?: number;
  readonly written?: number;
  readonly uncached?: number;
}
interface Case {
  readonly name: string;
  readonly request: {
    readonly model?: string;
    readonly implicit?: string;
    readonly requests: readonly { readonly at: number; readonly body?: Record<string, unknown> }[];
  };
  readonly expect: { readonly turns: readonly Turn[] };
}

const cases = (fixture.cases as readonly Case[]).filter(({ request }) =>
  request.requests.every(({ body }) => body !== undefined && !Array.isArray(body)),
);
const world = createWorld();

async function bill(body: Record<string, unknown>, headers: Record<string, string>) {
  const anthropic = "system" in body;
  const path = anthropic ? "/apps/anthropic/v1/messages" : "/compatible-mode/v1/chat/completions";
  const sent = JSON.stringify({ ...body, stream: false });
  const answer = await ask(world, path, { method: "POST", headers, body: sent });
  const { usage, error } = await answer.json();
  if (error) throw new Error(error.message);
  if (anthropic) {
    const { cache_read_input_tokens: read, cache_creation_input_tokens: written } = usage;
    return { read, written, uncached: usage.input_tokens, prompt: usage.input_tokens + read + written };
  }
  const { cached_tokens: read, cache_creation_input_tokens: written = 0 } = usage.prompt_tokens_details;
  return { read, written, uncached: usage.prompt_tokens - read - written, prompt: usage.prompt_tokens };
}

describe("documented cases", () => {
  it("there are many", () => expect(cases.length).toBeGreaterThan(15));

  it.each(cases.map((one) => [one.name, one] as const))("%s", async (name, { request, expect: expected }) => {
    const turns: Turn[] = [];
    for (const { at, body = {} } of request.requests) {
      const headers = { Authorization: `Bearer ${encodeURIComponent(name)}`, "x-emulator-time": String(at) };
      turns.push(await bill({ ...(request.model ? { model: request.model } : {}), ...body }, headers));
    }
    expect(turns).toMatchObject(expected.turns);
  });
});

it("V3: a marker on each last user message writes what was added alone", async () => {
  const user = (tokens: number, seed: number) => ({
    role: "user",
    content: [{ type: "text", text: writeFiller(tokens, seed), cache_control: { type: "ephemeral" } }],
  });
  const reply = (tokens: number, seed: number) => ({ role: "assistant", content: writeFiller(tokens, seed) });
  const first = [user(8735, 1)];
  const second = [...first, reply(100, 2), user(41, 3)];
  const third = [...second, reply(60, 4), user(31, 5)];
  const turns = [];
  for (const messages of [first, second, third]) {
    turns.push(await bill({ model: "qwen3.7-max", enable_thinking: false, messages }, { "x-api-key": "V3" }));
  }
  expect(turns).toMatchObject([
    { read: 0, written: 8739, uncached: 8 },
    { read: 8739, written: 151, uncached: 8 },
    { read: 8890, written: 101, uncached: 8 },
  ]);
});
