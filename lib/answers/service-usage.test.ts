/** The usage of every service, in its own fields: one shape, and the sums checked. */

import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/fixtures/in-english";
import { ENGLISH } from "../words/plain-words";
import { decodeUsage } from "./decode-usage";
import { findUsage } from "./find-usage";

function decode(value: unknown) {
  const reading = decodeUsage(value);
  if (!reading.ok) throw new Error(ENGLISH.say(reading.reason));
  return inEnglish(reading.usage);
}

const chat = (prompt: number, details: object | null, more: object = {}) => ({
  prompt_tokens: prompt,
  completion_tokens: 5,
  total_tokens: prompt + 5,
  prompt_tokens_details: details,
  ...more,
});

/** prompt, read, written, uncached, completion */
type Figures = readonly [number, number, number, number, number];

describe("read + written + uncached = prompt", () => {
  it.each<[string, object, Figures]>([
    [
      "Anthropic, both lives",
      {
        input_tokens: 300,
        cache_read_input_tokens: 1800,
        cache_creation_input_tokens: 248,
        cache_creation: { ephemeral_5m_input_tokens: 148, ephemeral_1h_input_tokens: 100 },
        output_tokens: 393,
      },
      [2348, 1800, 248, 300, 393],
    ],
    [
      "Bedrock, Converse",
      {
        inputTokens: 10,
        outputTokens: 7,
        totalTokens: 317,
        cacheReadInputTokens: 200,
        cacheWriteInputTokens: 100,
        cacheDetails: [
          { ttl: "5m", inputTokens: 60 },
          { ttl: "1h", inputTokens: 40 },
        ],
      },
      [310, 200, 100, 10, 7],
    ],
    [
      "Bedrock, metrics of an invocation",
      { inputTokens: 10, outputTokens: 7, cacheReadInputTokenCount: 200, cacheWriteInputTokenCount: 0 },
      [210, 200, 0, 10, 7],
    ],
    ["OpenAI, chat", chat(2006, { cached_tokens: 1920, audio_tokens: 0 }), [2006, 1920, 0, 86, 5]],
    [
      "OpenAI, chat with writes",
      chat(15_000, { cached_tokens: 12_000, cache_write_tokens: 2900 }),
      [15_000, 12_000, 2900, 100, 5],
    ],
    [
      "OpenAI, responses with writes",
      {
        input_tokens: 15_000,
        input_tokens_details: { cached_tokens: 12_000, cache_write_tokens: 2900 },
        output_tokens: 20,
        output_tokens_details: { reasoning_tokens: 5 },
        total_tokens: 15_020,
      },
      [15_000, 12_000, 2900, 100, 20],
    ],
    [
      "Gemini, thoughts apart",
      {
        promptTokenCount: 10_000,
        cachedContentTokenCount: 8000,
        candidatesTokenCount: 20,
        thoughtsTokenCount: 30,
        totalTokenCount: 10_050,
        promptTokensDetails: [{ modality: "TEXT", tokenCount: 10_000 }],
        cacheTokensDetails: [{ modality: "TEXT", tokenCount: 8000 }],
      },
      [10_000, 8000, 0, 2000, 50],
    ],
    [
      "Gemini, what tools put in",
      {
        prompt_token_count: 100,
        candidates_token_count: 20,
        tool_use_prompt_token_count: 40,
        total_token_count: 160,
      },
      [140, 0, 0, 140, 20],
    ],
    [
      "DeepSeek",
      chat(
        10_000,
        { cached_tokens: 8576 },
        { prompt_cache_hit_tokens: 8576, prompt_cache_miss_tokens: 1424 },
      ),
      [10_000, 8576, 0, 1424, 5],
    ],
    [
      "Kimi",
      { prompt_tokens: 100, completion_tokens: 5, total_tokens: 105, cached_tokens: 60 },
      [100, 60, 0, 40, 5],
    ],
    ["GLM", chat(1200, { cached_tokens: 800 }), [1200, 800, 0, 400, 5]],
    [
      "MiniMax, passive",
      chat(1100, { cached_tokens: 1000 }, { total_characters: 0 }),
      [1100, 1000, 0, 100, 5],
    ],
    [
      "MiniMax, active",
      {
        input_tokens: 108,
        output_tokens: 91,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 14_813,
      },
      [14_921, 14_813, 0, 108, 91],
    ],
    [
      "Grok",
      chat(199, { text_tokens: 199, audio_tokens: 0, image_tokens: 0, cached_tokens: 128 }),
      [199, 128, 0, 71, 5],
    ],
    [
      "Mistral",
      chat(14_500, { cached_tokens: 14_464 }, { num_cached_tokens: 14_464 }),
      [14_500, 14_464, 0, 36, 5],
    ],
    [
      "Groq",
      chat(4641, { cached_tokens: 4608 }, { queue_time: 0.02, prompt_time: 0.009, total_time: 5.7 }),
      [4641, 4608, 0, 33, 5],
    ],
    ["Fireworks", chat(500, { cached_tokens: 384 }), [500, 384, 0, 116, 5]],
    ["vLLM", chat(1040, { cached_tokens: 1024 }), [1040, 1024, 0, 16, 5]],
    ["SGLang", chat(1040, { cached_tokens: 1039 }, { reasoning_tokens: 0 }), [1040, 1039, 0, 1, 5]],
    [
      "SGLang, its own endpoint",
      { meta_info: { prompt_tokens: 1040, completion_tokens: 5, cached_tokens: 1039, e2e_latency: 0.2 } },
      [1040, 1039, 0, 1, 5],
    ],
  ])("%s", (_name, answer, [prompt, read, written, uncached, completion]) => {
    const usage = decode(findUsage(answer));
    expect(usage).toMatchObject({ prompt, read, written, uncached, completion });
    expect(read + written + uncached).toBe(prompt);
    expect(usage.contradiction).toBeUndefined();
    expect(usage.identity).not.toMatch(/meaning is unknown|contradicts/);
    expect(usage.writtenKnown).toBeUndefined();
  });
});

it("tells the lives of what was written", () => {
  const split = { ephemeral_5m_input_tokens: 60, ephemeral_1h_input_tokens: 40 };
  const cases = [
    { input_tokens: 1, output_tokens: 1, cache_creation_input_tokens: 100, cache_creation: split },
    {
      inputTokens: 1,
      outputTokens: 1,
      cacheWriteInputTokens: 100,
      cacheDetails: [
        { ttl: "1h", inputTokens: 40 },
        { ttl: "5m", inputTokens: 60 },
      ],
    },
  ];
  for (const usage of cases) expect(decode(usage).writtenFor).toEqual({ minutes: 60, hour: 40 });
});

describe("a sum that does not hold is named", () => {
  it.each<[string, object, RegExp, Partial<ReturnType<typeof decode>>]>([
    [
      "the lives of Anthropic",
      {
        input_tokens: 21,
        output_tokens: 3,
        cache_read_input_tokens: 0,
        cache_creation_input_tokens: 100,
        cache_creation: { ephemeral_5m_input_tokens: 60, ephemeral_1h_input_tokens: 50 },
      },
      /lifetimes add up to 110, but cache_creation_input_tokens is 100/,
      { prompt: 121, written: 100 },
    ],
    [
      "the lives in the details of a chat",
      chat(200, {
        cached_tokens: 0,
        cache_creation_input_tokens: 100,
        cache_creation: { ephemeral_5m_input_tokens: 99 },
      }),
      /add up to 99/,
      { prompt: 200, written: 100 },
    ],
    [
      "the details of Bedrock",
      {
        inputTokens: 10,
        outputTokens: 7,
        cacheReadInputTokens: 0,
        cacheWriteInputTokens: 100,
        cacheDetails: [{ ttl: "5m", inputTokens: 60 }],
      },
      /cacheDetails add up to 60, but cacheWriteInputTokens is 100/,
      { prompt: 110, written: 100 },
    ],
    [
      "hits and misses",
      {
        prompt_tokens: 10_000,
        completion_tokens: 5,
        prompt_cache_hit_tokens: 8576,
        prompt_cache_miss_tokens: 1400,
      },
      /8,576 hit and 1,400 missed do not add up to 10,000, the value of prompt_tokens/,
      { prompt: 10_000, read: 8576, uncached: 1424 },
    ],
  ])("%s", (_name, usage, words, figures) => {
    const decoded = decode(usage);
    expect(decoded).toMatchObject(figures);
    expect(decoded.contradiction).toMatch(words);
    expect(decoded.identity).toMatch(words);
    expect(decoded.identity).not.toMatch(/meaning is unknown/);
    expect(decoded.writtenFor).toBeUndefined();
  });

  it("and one that cannot be is no reading at all", () => {
    const reading = decodeUsage(chat(100, { cached_tokens: 90, cache_write_tokens: 20 }));
    expect(reading.ok ? "" : inEnglish(reading.reason)).toMatch(/90 read and 20 written exceed the 100/);
  });
});

it("does not take a silent engine for one that read nothing", () => {
  const usage = decode(chat(1040, null));
  expect(usage).toMatchObject({ uncached: 1040, readKnown: false, kind: null });
  expect(usage.zeros).toMatch(/does not say what was read/);
  expect(decode(chat(1040, null, { cached_tokens: 1024 }))).toMatchObject({ read: 1024, uncached: 16 });
});

it("knows Gemini from Qwen Code, which keeps its fields", () => {
  const fields = { promptTokenCount: 310, candidatesTokenCount: 7, totalTokenCount: 317 };
  expect(decode(fields)).toMatchObject({ shape: expect.stringMatching(/^Qwen Code/), writtenKnown: false });
  const told = decode({ ...fields, promptTokensDetails: [{ modality: "TEXT", tokenCount: 310 }] });
  expect(told.shape).toMatch(/^Gemini/);
  expect(told.writtenKnown).toBeUndefined();
  const thinking = { ...fields, thoughtsTokenCount: 5 };
  expect(decode(thinking)).toMatchObject({ completion: 7, shape: expect.stringMatching(/^Qwen Code/) });
});
