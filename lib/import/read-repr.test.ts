/** A usage as people copy it from a console is read like the JSON it stands for; other texts stay what they are. */
import { describe, expect, it } from "vitest";
import { importAll, reasonOf } from "./fixtures/read-fixture";
import { readRepr } from "./read-repr";

describe("a usage from a console", () => {
  it.each<[string, string, object]>([
    [
      "Python's repr of a class",
      "CompletionUsage(completion_tokens=104, prompt_tokens=3019, total_tokens=3123, completion_tokens_details=None, prompt_tokens_details=PromptTokensDetails(audio_tokens=None, cached_tokens=2048, cache_creation_input_tokens=900, cache_type='ephemeral'))",
      { prompt: 3019, read: 2048, written: 900, uncached: 71, kind: "explicit" },
    ],
    [
      "a console.log",
      "{\n  prompt_tokens: 124,\n  completion_tokens: 43,\n  total_tokens: 167,\n  prompt_tokens_details: { cached_tokens: 64 },\n  prompt_cache_hit_tokens: 64,\n  prompt_cache_miss_tokens: 60\n}\n",
      { prompt: 124, read: 64, uncached: 60 },
    ],
    [
      "Python's repr of a dict",
      "{'input_tokens': 62394, 'output_tokens': 214, 'total_tokens': 62608, 'input_token_details': {'audio': 0, 'cache_read': 60024, 'cache_creation': 0}, 'output_token_details': {'audio': 0, 'reasoning': 0}}",
      { prompt: 62_394, read: 60_024, written: 0, uncached: 2370 },
    ],
    [
      "names and values without commas",
      "usage_metadata: {\n    input_tokens: 62394\n    total_tokens: 62608\n    output_tokens: 214\n    input_token_details: {\n    audio: 0\n    cache_read: 60024\n  }\n}\n",
      { prompt: 62_394, read: 60_024, writtenKnown: false },
    ],
    [
      "names and values alone",
      "prompt_tokens: 9800\ncompletion_tokens: 120\ncached_tokens: 9000\n",
      { read: 9000, uncached: 800 },
    ],
    [
      "an OpenRouter generation",
      JSON.stringify({
        data: {
          model: "qwen/qwen3.7-max",
          created_at: "2026-11-20T09:00:00.000Z",
          tokens_prompt: 57_169,
          native_tokens_prompt: 93_500,
          native_tokens_completion: 905,
          native_tokens_cached: 90_100,
          usage: 0.0381,
          usage_cache: -0.2027,
        },
      }),
      { prompt: 93_500, read: 90_100, writtenKnown: false },
    ],
    [
      "the AI SDK 4",
      '{"promptTokens": 787, "completionTokens": 60, "totalTokens": 847}',
      { readKnown: false },
    ],
  ])("%s", async (_name, text, expected) => {
    const { kind, usages } = await importAll(text);
    expect(kind).toBe("usage");
    expect(usages.map(({ usage }) => usage)).toMatchObject([expected]);
  });
});

it("takes no request from a print without commas, and no prose", async () => {
  expect(await reasonOf("{'messages': [{'role': 'user' 'content': 'hi'}]}")).toMatch(
    /Python or JavaScript, but at line 1, column 40/,
  );
  expect(await reasonOf("the usage was: high")).toMatch(/neither JSON/);
});

it("never throws, whatever the depth", () => {
  for (const text of ["(".repeat(90_000), "a=".repeat(40_000), "{'a': ", "'", "\\"])
    expect(readRepr(text).ok).toBe(false);
});
