/** A loop of thirty calls, played live: one marker rolls along, or stays behind until its entry is out of reach. */
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, startEmulator } from "./fixtures/start-emulator";

let server: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  server = await startEmulator(createWorld());
});
afterAll(() => server.stop());

const RULES = "Rules of the house, read them all before anything else is done. ".repeat(120);
const cache_control = { type: "ephemeral" as const };
const TURNS = 30;
const parameters = { type: "object", properties: { path: { type: "string" } }, required: ["path"] };

interface Turn {
  readonly read: number;
  readonly written: number;
  readonly path: string;
}

const mark = (message: OpenAI.ChatCompletionMessageParam): OpenAI.ChatCompletionMessageParam =>
  ({ ...message, content: [{ type: "text", text: message.content, cache_control }] }) as never;

/**
 * Plays the loop until words come.
 * @param isMarked whether a request with so many results so far marks its last message
 */
async function playChat(apiKey: string, isMarked: (results: number) => boolean): Promise<Turn[]> {
  const client = new OpenAI({ apiKey, baseURL: `${server.origin}/compatible-mode/v1`, maxRetries: 0 });
  const messages: OpenAI.ChatCompletionMessageParam[] = [
    { role: "system", content: RULES },
    { role: "user", content: `call read_file ${TURNS} times` },
  ];
  const turns: Turn[] = [];
  for (;;) {
    const { choices, usage } = await client.chat.completions.create({
      model: "qwen3.7-max",
      messages: isMarked(turns.length)
        ? [...messages.slice(0, -1), ...messages.slice(-1).map(mark)]
        : messages,
      tools: [{ type: "function", function: { name: "read_file", parameters } }],
    });
    const details = usage?.prompt_tokens_details as unknown as Record<string, number>;
    const message = choices[0]?.message;
    const [call] = message?.tool_calls ?? [];
    const path = call?.type === "function" ? JSON.parse(call.function.arguments).path : "";
    turns.push({
      read: details.cached_tokens ?? 0,
      written: details.cache_creation_input_tokens ?? 0,
      path,
    });
    if (!message || !call) return turns;
    messages.push(message, { role: "tool", tool_call_id: call.id, content: `Contents of ${path}.` });
  }
}

describe("chat completions", () => {
  it("a marker that rolls along reads in every turn what the last one wrote", async () => {
    const turns = await playChat("rolling", () => true);
    expect(turns).toHaveLength(TURNS + 1);
    expect(new Set(turns.map(({ path }) => path)).size).toBeGreaterThan(3);
    for (const [index, { read, written }] of turns.entries()) {
      const before = turns[index - 1];
      expect(read).toBe(before ? before.read + before.written : 0);
      expect(written).toBeGreaterThan(0);
    }
  });

  it("a marker that comes back after few blocks reads the entry, after thirty it does not", async () => {
    const near = await playChat("near", (results) => results === 0 || results === 8);
    expect(near[8]?.read).toBe(near[0]?.written);
    const far = await playChat("far", (results) => results === 0 || results === TURNS);
    expect(far[0]?.written).toBeGreaterThan(1024);
    expect(far[TURNS]).toMatchObject({ read: 0 });
    expect(far[TURNS]?.written).toBeGreaterThan(far[0]?.written ?? 0);
  });
});

it("the Anthropic dialect: thirty calls and their results, each turn read by the next", async () => {
  const client = new Anthropic({ apiKey: "loop", baseURL: `${server.origin}/apps/anthropic`, maxRetries: 0 });
  const messages: Anthropic.MessageParam[] = [{ role: "user", content: `call read_file ${TURNS} times` }];
  let calls = 0;
  let known = 0;
  for (;;) {
    const last = messages.at(-1);
    const blocks =
      typeof last?.content === "string"
        ? [{ type: "text" as const, text: last.content }]
        : (last?.content ?? []);
    const marked = blocks.map((block, at) =>
      at === blocks.length - 1 ? { ...block, cache_control } : block,
    );
    const answer = await client.messages.create({
      model: "qwen3.7-max",
      max_tokens: 500,
      system: RULES,
      messages: [
        ...messages.slice(0, -1),
        { role: "user", content: marked as Anthropic.ContentBlockParam[] },
      ],
      tools: [{ name: "read_file", input_schema: parameters as Anthropic.Tool.InputSchema }],
    });
    const { cache_read_input_tokens: read, cache_creation_input_tokens: written } = answer.usage;
    expect(read).toBe(known);
    known = (read ?? 0) + (written ?? 0);
    messages.push({ role: "assistant", content: answer.content });
    const uses = answer.content.filter((block) => block.type === "tool_use");
    if (uses.length === 0) break;
    calls += uses.length;
    messages.push({
      role: "user",
      content: uses.map(({ id }) => ({
        type: "tool_result" as const,
        tool_use_id: id,
        content: "Contents.",
      })),
    });
  }
  expect(calls).toBe(TURNS);
});
