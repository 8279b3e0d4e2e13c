/** Usage objects as the documentation shows them, and as others send them: one shape, and sums that hold. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/fixtures/in-english";
import { decodeUsage } from "./decode-usage";

const explicit = (written: number, read: number) => ({
  cache_creation: { ephemeral_5m_input_tokens: written },
  cache_creation_input_tokens: written,
  cache_type: "ephemeral",
  cached_tokens: read,
});

describe("a usage object", () => {
  it.each([
    [
      "OpenAI, implicit read",
      {
        prompt_tokens: 3019,
        completion_tokens: 104,
        total_tokens: 3123,
        prompt_tokens_details: { cached_tokens: 2048 },
      },
      {
        dialect: "openai",
        prompt: 3019,
        read: 2048,
        written: 0,
        uncached: 971,
        completion: 104,
        kind: "implicit",
      },
    ],
    [
      "OpenAI, explicit write",
      {
        prompt_tokens: 1618,
        completion_tokens: 1,
        total_tokens: 1619,
        prompt_tokens_details: explicit(1605, 0),
      },
      { dialect: "openai", prompt: 1618, read: 0, written: 1605, uncached: 13, kind: "explicit" },
    ],
    [
      "OpenAI, both",
      { prompt_tokens: 200, completion_tokens: 7, prompt_tokens_details: explicit(50, 120) },
      { prompt: 200, read: 120, written: 50, uncached: 30, kind: "explicit" },
    ],
    [
      "OpenAI, written only by lifetime",
      {
        prompt_tokens: 2000,
        completion_tokens: 1,
        prompt_tokens_details: { cached_tokens: 0, cache_creation: { ephemeral_1h_input_tokens: 1900 } },
      },
      { written: 1900, uncached: 100, kind: "explicit" },
    ],
    [
      "OpenAI, no details",
      { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 },
      { prompt: 12, uncached: 12, kind: null },
    ],
    [
      "DashScope",
      {
        input_tokens: 3019,
        output_tokens: 101,
        total_tokens: 3120,
        prompt_tokens_details: { cached_tokens: 2048 },
      },
      { dialect: "dashscope", prompt: 3019, read: 2048, completion: 101, kind: "implicit" },
    ],
    [
      "DashScope, vision",
      {
        input_tokens: 1292,
        output_tokens: 9,
        total_tokens: 1301,
        input_tokens_details: { text_tokens: 43, image_tokens: 1249 },
        prompt_tokens_details: { cached_tokens: 1152 },
      },
      { dialect: "dashscope", prompt: 1292, read: 1152, uncached: 140 },
    ],
    [
      "DashScope, cached tokens at the top",
      { input_tokens: 1292, output_tokens: 9, total_tokens: 1301, cached_tokens: 1152 },
      { dialect: "dashscope", read: 1152, kind: "implicit" },
    ],
    [
      "Anthropic",
      { input_tokens: 82, cache_creation_input_tokens: 0, cache_read_input_tokens: 1536, output_tokens: 14 },
      { dialect: "anthropic", prompt: 1618, read: 1536, uncached: 82, completion: 14 },
    ],
    [
      "Anthropic, bare",
      { input_tokens: 82, output_tokens: 14 },
      { dialect: "anthropic", prompt: 82, kind: null },
    ],
    [
      "Responses, a session",
      {
        input_tokens: 1524,
        output_tokens: 1534,
        total_tokens: 3058,
        input_tokens_details: { cached_tokens: 1305 },
        output_tokens_details: { reasoning_tokens: 1187 },
        x_details: [{ prompt_tokens_details: explicit(213, 1305), x_billing_type: "response_api" }],
      },
      {
        dialect: "responses",
        prompt: 1524,
        read: 1305,
        written: 213,
        uncached: 6,
        completion: 1534,
        kind: "session",
      },
    ],
  ])("%s", (_name, usage, expected) => {
    expect(decodeUsage(usage)).toMatchObject({ ok: true, usage: expected });
    expect(decodeUsage({ id: "x", usage })).toEqual(decodeUsage(usage));
  });

  it.each([
    [null, /has no usage/],
    ["12", /has no usage/],
    [{}, /neither prompt_tokens nor input_tokens/],
    [{ prompt_tokens: "many" }, /prompt_tokens.*not a number/],
    [{ prompt_tokens: 10, prompt_tokens_details: { cached_tokens: 11 } }, /contradicts itself/],
  ])("that cannot be read is told in a sentence: %j", (usage, words) => {
    const reading = decodeUsage(usage);
    expect(reading.ok ? "" : inEnglish(reading.reason)).toMatch(words);
  });
});

it("explains why nothing was read", () => {
  const zeros = (details: object) => {
    const reading = decodeUsage({
      prompt_tokens: 2000,
      completion_tokens: 1,
      prompt_tokens_details: details,
    });
    return inEnglish(reading.ok ? reading.usage.zeros : reading.reason);
  };
  expect(zeros(explicit(0, 1500))).toBeNull();
  expect(zeros(explicit(1500, 0))).toMatch(/written again/);
  expect(zeros(explicit(0, 0))).toMatch(/below the minimum/);
  expect(zeros({ cached_tokens: 0 })).toMatch(/never promises/);
});

it("does not take an untold write for none", () => {
  const usage = { prompt_tokens: 310, completion_tokens: 5, prompt_tokens_details: { cached_tokens: 200 } };
  const reading = decodeUsage(usage, { tellsWritten: false });
  expect(reading).toMatchObject({
    ok: true,
    usage: { prompt: 310, read: 200, written: 0, uncached: 110, kind: null, writtenKnown: false },
  });
  expect(reading.ok && inEnglish(reading.usage.identity)).toBe(
    "200 read + 110 written or uncached = 310 prompt tokens.",
  );
  const missed = decodeUsage({ prompt_tokens: 310, completion_tokens: 5 }, { tellsWritten: false });
  expect(missed.ok && inEnglish(missed.usage.zeros)).toMatch(/does not say/);
  // A source that tells it all the same is taken at its word.
  const told = { prompt_tokens: 310, completion_tokens: 5, prompt_tokens_details: explicit(100, 200) };
  expect(decodeUsage(told, { tellsWritten: false })).toEqual(decodeUsage(told));
});

it("adds up in every dialect, and never throws", () => {
  const tokens = fc.nat({ max: 1_000_000 });
  fc.assert(
    fc.property(tokens, tokens, tokens, tokens, (read, written, uncached, completion) => {
      const prompt = read + written + uncached;
      const details = explicit(written, read);
      const bodies = [
        { prompt_tokens: prompt, completion_tokens: completion, prompt_tokens_details: details },
        { input_tokens: prompt, output_tokens: completion, total_tokens: 1, prompt_tokens_details: details },
        {
          input_tokens: uncached,
          output_tokens: completion,
          cache_read_input_tokens: read,
          cache_creation_input_tokens: written,
        },
        { input_tokens: prompt, output_tokens: completion, x_details: [{ prompt_tokens_details: details }] },
      ];
      for (const body of bodies) {
        expect(decodeUsage(body)).toMatchObject({
          ok: true,
          usage: { prompt, read, written, uncached, completion },
        });
      }
    }),
  );
  fc.assert(fc.property(fc.jsonValue(), (value) => typeof decodeUsage(value).ok === "boolean"));
});
