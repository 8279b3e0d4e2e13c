/** Usage alone, in every shape that endpoints, libraries and tracing tools keep it in. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listRecords, readFixtures, readRecords } from "../fixtures/read-records";
import type { Source } from "../source";
import { claudeCode } from "./claude-code";
import { openCode } from "./opencode";
import { qwenCodeChat } from "./qwen-code-chat";
import { qwenCodeLog } from "./qwen-code-log";
import { usageAlone } from "./usage";

const all = { read: 200, written: 100, uncached: 10, prompt: 310, completion: 7 };
const untold = { read: 200, written: 0, uncached: 110, prompt: 310, completion: 7, writtenKnown: false };
const details = { cached_tokens: 200, cache_creation_input_tokens: 100, cache_type: "ephemeral" };
const span = (fields: object) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`gen_ai.usage.${name}`, value]));

describe("310 tokens of input, of which 200 were read and 100 written", () => {
  it.each<[string, object, object]>([
    ["chat completions", { prompt_tokens: 310, completion_tokens: 7, prompt_tokens_details: details }, all],
    [
      "the native endpoint",
      { input_tokens: 310, output_tokens: 7, total_tokens: 317, prompt_tokens_details: details },
      all,
    ],
    [
      "messages",
      {
        input_tokens: 10,
        output_tokens: 7,
        cache_read_input_tokens: 200,
        cache_creation_input_tokens: 100,
      },
      all,
    ],
    [
      "responses",
      { input_tokens: 310, output_tokens: 7, x_details: [{ prompt_tokens_details: details }] },
      all,
    ],
    [
      "LangChain",
      {
        input_tokens: 310,
        output_tokens: 7,
        total_tokens: 317,
        input_token_details: { cache_read: 200, cache_creation: 100 },
      },
      all,
    ],
    [
      "LangChain without writes",
      { input_tokens: 310, output_tokens: 7, total_tokens: 317, input_token_details: { cache_read: 200 } },
      untold,
    ],
    [
      "AI SDK",
      {
        inputTokens: 310,
        outputTokens: 7,
        inputTokenDetails: { noCacheTokens: 10, cacheReadTokens: 200, cacheWriteTokens: 100 },
      },
      all,
    ],
    [
      "AI SDK, nested",
      {
        inputTokens: { total: 310, noCache: 10, cacheRead: 200, cacheWrite: 100 },
        outputTokens: { total: 7 },
      },
      all,
    ],
    ["AI SDK, older", { inputTokens: 310, outputTokens: 7, cachedInputTokens: 200 }, untold],
    [
      "OpenTelemetry, inclusive",
      span({
        input_tokens: 310,
        output_tokens: 7,
        "cache_read.input_tokens": 200,
        "cache_creation.input_tokens": 100,
      }),
      all,
    ],
    [
      "OpenTelemetry, exclusive",
      span({
        input_tokens: 10,
        output_tokens: 7,
        "input_tokens.cached": 200,
        cache_write_input_tokens: 100,
      }),
      all,
    ],
    [
      "LiteLLM",
      {
        prompt_tokens: 310,
        completion_tokens: 7,
        cache_read_input_tokens: 200,
        cache_creation_input_tokens: 100,
      },
      all,
    ],
    ["Langfuse", { input: 10, output: 7, input_cached_tokens: 200, input_cache_creation: 100 }, all],
    ["OpenClaw", { input: 10, output: 7, cacheRead: 200, cacheWrite: 100, totalTokens: 317 }, all],
    ["OpenCode", { input: 10, output: 7, reasoning: 0, cache: { read: 200, write: 100 } }, all],
    ["OpenCode, compatible", { input: 110, output: 7, reasoning: 0, cache: { read: 200, write: 0 } }, untold],
    [
      "Qwen Code",
      { promptTokenCount: 310, candidatesTokenCount: 7, cachedContentTokenCount: 200, totalTokenCount: 317 },
      untold,
    ],
  ])("%s", (_name, usage, expected) => {
    expect(usageAlone.recognises(usage)).toBe(true);
    const [exchange] = readRecords(usageAlone, [usage]).exchanges;
    expect(exchange).toMatchObject({ body: null, place: "Line 1", usage: expected });
  });

  it.each<[string, object]>([
    [
      "an OTLP span",
      {
        attributes: [
          { key: "gen_ai.usage.input_tokens", value: { intValue: "310" } },
          { key: "gen_ai.usage.output_tokens", value: { intValue: "7" } },
          { key: "gen_ai.usage.cache_read.input_tokens", value: { intValue: "200" } },
          { key: "gen_ai.usage.cache_creation.input_tokens", value: { intValue: "100" } },
        ],
      },
    ],
    [
      "a spend log",
      {
        prompt_tokens: 310,
        completion_tokens: 7,
        spend: 0.1,
        metadata: {
          additional_usage_values: { cache_read_input_tokens: 200, cache_creation_input_tokens: 100 },
        },
      },
    ],
    [
      "an observation",
      {
        usageDetails: {
          input: 10,
          output: 7,
          cache_read_input_tokens: 200,
          cache_creation_input_tokens: 100,
        },
      },
    ],
    ["a response", { usage: { prompt_tokens: 310, completion_tokens: 7, prompt_tokens_details: details } }],
  ])("in %s", (_name, record) => {
    expect(usageAlone.recognises(record)).toBe(true);
    expect(readRecords(usageAlone, [record]).exchanges[0]?.usage).toMatchObject(all);
  });
});

it("reads a list of responses with their models and times", () => {
  const { exchanges, title } = readFixtures(usageAlone, "usage-list.json");
  expect(title).toBe("The usage of 2 requests, without what was sent.");
  expect(exchanges.map(({ usage, model, at }) => [usage?.written, usage?.read, model, at])).toEqual([
    [1605, 0, "qwen3.7-max", 1795166040],
    [0, 1605, "qwen3.7-max", 1795166100],
  ]);
});

it("names what holds no usage, or one that contradicts itself", () => {
  const { exchanges, dropped } = readFixtures(usageAlone, "usage-bad.json");
  expect(exchanges).toEqual([]);
  expect(dropped).toEqual([
    expect.stringMatching(/^Item 1 is left out\. .*contradicts itself/),
    expect.stringMatching(/^Item 2 has no known usage/),
    expect.stringMatching(/^Item 3 is left out\. .*not a number of tokens/),
    expect.stringMatching(/^Item 4 has no known usage/),
  ]);
});

describe("every source", () => {
  const sources: readonly Source[] = [claudeCode, qwenCodeLog, qwenCodeChat, openCode, usageAlone];
  const names = ["claude-code", "claude-code-bad", "qwen-code-chat", "qwen-code-chat-bad"]
    .map((name) => `${name}.jsonl`)
    .concat(
      ["qwen-code-log", "qwen-code-log-bad", "opencode", "opencode-bad", "usage-list"].map(
        (name) => `${name}.json`,
      ),
    );
  const good = names.flatMap(listRecords).map(({ record }) => record);

  /** A record of a real shape in which one value, somewhere, is another. */
  const twisted = fc
    .tuple(fc.constantFrom(...good), fc.nat({ max: 60 }), fc.jsonValue())
    .map(([record, at, value]) => {
      let seen = 0;
      return JSON.parse(JSON.stringify(record), (_key, old: unknown) =>
        seen++ === at ? value : old,
      ) as unknown;
    });

  it("never throws, whatever the records", () => {
    const records = fc.array(fc.oneof(fc.jsonValue(), twisted), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...sources), records, (source, list) => {
        for (const record of list) expect(typeof source.recognises(record)).toBe("boolean");
        const { exchanges, title } = readRecords(source, list);
        expect(title).toMatch(/^[A-Z].*\.$/);
        for (const { usage } of exchanges) {
          if (usage) expect(usage.read + usage.written + usage.uncached).toBe(usage.prompt);
        }
      }),
      { numRuns: 600 },
    );
  });
});
