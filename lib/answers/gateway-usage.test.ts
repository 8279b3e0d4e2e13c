/** Usage as gateways, other services and tools write it: known fields are read, unknown ones named, none is a silent zero. */

import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/fixtures/in-english";
import { ENGLISH } from "../words/plain-words";
import { decodeUsage } from "./decode-usage";
import { createStreamReader } from "./read-stream";

function decode(value: unknown) {
  const reading = decodeUsage(value);
  if (!reading.ok) throw new Error(ENGLISH.say(reading.reason));
  return inEnglish(reading.usage);
}

const chat = (details: object, top: object = {}) => ({
  prompt_tokens: 10_000,
  completion_tokens: 100,
  total_tokens: 10_100,
  ...top,
  prompt_tokens_details: details,
});

describe("what was written, as gateways name it", () => {
  it.each<[string, object, object]>([
    [
      "OpenRouter, created",
      {
        id: "gen-0001",
        model: "qwen/qwen3.6-plus",
        usage: {
          prompt_tokens: 7460,
          completion_tokens: 42,
          total_tokens: 7502,
          cost: 0.00478,
          is_byok: false,
          prompt_tokens_details: {
            cached_tokens: 0,
            cache_write_tokens: 7447,
            audio_tokens: 0,
            video_tokens: 0,
          },
          cost_details: { upstream_inference_cost: null },
        },
      },
      { read: 0, written: 7447, uncached: 13, kind: "explicit" },
    ],
    [
      "OpenRouter, read",
      {
        prompt_tokens: 7660,
        completion_tokens: 42,
        total_tokens: 7702,
        prompt_tokens_details: { cached_tokens: 7447, cache_write_tokens: 200 },
      },
      { read: 7447, written: 200, uncached: 13 },
    ],
    [
      "Responses",
      {
        input_tokens: 2600,
        input_tokens_details: { cached_tokens: 2000, cache_write_tokens: 400 },
        output_tokens: 20,
        total_tokens: 2620,
      },
      { dialect: "responses", read: 2000, written: 400, uncached: 200 },
    ],
    [
      "written beside the details",
      {
        prompt_tokens: 54_081,
        completion_tokens: 210,
        total_tokens: 54_291,
        cache_creation_input_tokens: 649,
        prompt_tokens_details: { cached_tokens: 53_429 },
      },
      { read: 53_429, written: 649, uncached: 3 },
    ],
    [
      "read beside the sums",
      { prompt_tokens: 9800, completion_tokens: 120, total_tokens: 9920, cached_tokens: 9000 },
      { read: 9000, written: 0, uncached: 800, kind: "implicit" },
    ],
    [
      "a sum inside its own split",
      chat({
        cached_tokens: 2048,
        cache_creation: { cache_creation_input_tokens: 500, cache_type: "ephemeral" },
      }),
      { read: 2048, written: 500, uncached: 7452, kind: "explicit" },
    ],
    [
      "hits and misses",
      {
        prompt_tokens: 124,
        completion_tokens: 43,
        prompt_cache_hit_tokens: 64,
        prompt_cache_miss_tokens: 60,
      },
      { read: 64, uncached: 60 },
    ],
    [
      "a zero in the details beside a count",
      chat({ cached_tokens: 0 }, { cached_tokens: 9000 }),
      { read: 9000 },
    ],
    [
      "Bedrock",
      { inputTokens: 10, outputTokens: 7, cacheReadInputTokens: 200, cacheWriteInputTokens: 100 },
      { prompt: 310, read: 200, written: 100, uncached: 10 },
    ],
    [
      "Pydantic AI",
      { input_tokens: 310, output_tokens: 7, cache_read_tokens: 200, cache_write_tokens: 100 },
      { prompt: 310, read: 200, written: 100, uncached: 10 },
    ],
    [
      "Cline",
      { tokensIn: 10, tokensOut: 7, cacheReads: 200, cacheWrites: 100 },
      { prompt: 310, read: 200, written: 100, uncached: 10 },
    ],
  ])("%s", (_name, usage, expected) => {
    const decoded = decode(usage);
    expect(decoded).toMatchObject(expected);
    expect(decoded.identity).not.toMatch(/meaning is unknown/);
    expect(decoded.writtenKnown).toBeUndefined();
  });
});

it("reads a real usage of the explicit cache to the token", () => {
  const details = {
    text_tokens: 29_719,
    cache_creation: { ephemeral_5m_input_tokens: 29_713 },
    cache_creation_input_tokens: 29_713,
    cache_type: "ephemeral",
    cached_tokens: 0,
  };
  const usage = { prompt_tokens: 29_719, completion_tokens: 435, prompt_tokens_details: details };
  expect(decode(usage)).toMatchObject({ read: 0, written: 29_713, uncached: 6, kind: "explicit" });
});

describe("a field that is not known", () => {
  it.each<[string, object, string]>([
    ["beside the sums", chat({ cached_tokens: 0 }, { kv_cache_reuse: 8000 }), "kv_cache_reuse (8,000)"],
    ["in the details", chat({ prefix_hits: 8000 }), "prompt_tokens_details.prefix_hits (8,000)"],
    ["as text", chat({}, { cacheCreated: "8000" }), "cacheCreated (8,000)"],
    [
      "of a known name at another place",
      chat({}, { extra: { cached_tokens: 8000 } }),
      "extra.cached_tokens (8,000)",
    ],
  ])("%s is named, not counted as zero", (_name, usage, field) => {
    const { identity, zeros, readKnown, writtenKnown, kind } = decode(usage);
    expect(identity).toContain(field);
    expect(identity).toMatch(/meaning is unknown/);
    expect({ readKnown, writtenKnown, kind }).toEqual({ readKnown: false, writtenKnown: false, kind: null });
    expect(zeros).not.toMatch(/Nothing was read/);
  });

  it("does not hide what is told", () => {
    const usage = chat({ cached_tokens: 8000, cache_creation_input_tokens: 500, prefix_misses: 1400 });
    expect(decode(usage)).toMatchObject({ read: 8000, written: 500, uncached: 1500 });
    expect(decode(usage).identity).toMatch(/prefix_misses \(1,400\)/);
  });

  it("is none where it repeats a figure, splits one, or is money or time", () => {
    const usage = chat(
      { cached_tokens: 8000, cached_tokens_details: { text_tokens: 5000, image_tokens: 3000 } },
      {
        cache_hits: 8000,
        cache_misses: 2000,
        cache_discount: 0.5,
        cache_ttl: 300,
        created_at: 1_795_166_040,
      },
    );
    expect(decode(usage).identity).toBe("8,000 read + 0 written + 2,000 uncached = 10,000 prompt tokens.");
  });
});

it("tells nothing of a cache where the source has no place for one", () => {
  const usage = decode({ promptTokens: 787, completionTokens: 60, totalTokens: 847 });
  expect(usage).toMatchObject({
    prompt: 787,
    completion: 60,
    readKnown: false,
    writtenKnown: false,
    kind: null,
  });
  expect(usage.identity).toBe("787 read, written or uncached = 787 prompt tokens.");
  expect(usage.zeros).toMatch(/does not say what was read/);
});

it("does not say which cache it was where a tool's names do not", () => {
  const langChain = {
    input_tokens: 62_394,
    output_tokens: 214,
    total_tokens: 62_608,
    input_token_details: { audio: 0, cache_read: 60_024, cache_creation: 0 },
  };
  expect(decode(langChain)).toMatchObject({ read: 60_024, uncached: 2370, kind: null });
});

describe("the usage of a stream", () => {
  it.each<[string, object[], object]>([
    [
      "of a gateway",
      [
        { choices: [{ index: 0, delta: { content: "Late." } }], usage: null },
        {
          choices: [],
          usage: {
            prompt_tokens: 54_081,
            completion_tokens: 210,
            cache_creation_input_tokens: 649,
            prompt_tokens_details: { cached_tokens: 53_429 },
          },
        },
      ],
      { read: 53_429, written: 649, uncached: 3 },
    ],
    [
      "of the Responses endpoint",
      [
        { type: "response.output_text.delta", delta: "Late." },
        {
          type: "response.completed",
          response: {
            usage: {
              input_tokens: 2600,
              output_tokens: 20,
              input_tokens_details: { cached_tokens: 2000, cache_write_tokens: 400 },
            },
          },
        },
      ],
      { read: 2000, written: 400, uncached: 200 },
    ],
  ])("%s", (_name, events, expected) => {
    const reader = createStreamReader();
    for (const event of events) reader.push(`data: ${JSON.stringify(event)}\n\n`);
    reader.end();
    const { usage, text } = reader.answer();
    expect(text).toBe("Late.");
    expect(decode(usage)).toMatchObject(expected);
  });
});
