/** What was billed is priced by the life of what was written, as the usage tells it or as it was predicted. */

import { expect, it } from "vitest";
import { decodeUsage } from "../answers/decode-usage";
import { readField } from "../import/fixtures/read-field";
import { ENGLISH } from "../words/plain-words";
import { billUsage } from "./bill-usage";

const usage = (split: object | null) => {
  const details = { cached_tokens: 0, cache_creation_input_tokens: 100_000, cache_type: "ephemeral" };
  const reading = decodeUsage({
    prompt_tokens: 100_000,
    completion_tokens: 0,
    prompt_tokens_details: { ...details, ...(split ? { cache_creation: split } : {}) },
  });
  if (!reading.ok) throw new Error(ENGLISH.say(reading.reason));
  return reading.usage;
};

it.each<[string, object | null, number, number]>([
  ["five minutes, as told", { ephemeral_5m_input_tokens: 100_000 }, 3600, 0.1875],
  ["an hour, as told", { ephemeral_1h_input_tokens: 100_000 }, 300, 0.3],
  ["some of both", { ephemeral_5m_input_tokens: 60_000, ephemeral_1h_input_tokens: 40_000 }, 300, 0.2325],
  ["not told: an hour, as predicted", null, 3600, 0.3],
  ["not told, not predicted: five minutes", null, 0, 0.1875],
  ["a split that does not add up tells nothing", { ephemeral_1h_input_tokens: 1 }, 300, 0.1875],
])("%s", (_, split, life, cost) => {
  const by = { model: "qwen4-max", readAs: "read", life, thinking: null } as const;
  expect(billUsage(usage(split), by, { region: "intl" }).cost).toBe(cost);
});

it.each([
  ["implicit", 0.5],
  ["ephemeral", 0.25],
])("reads of the cache of type %s have their own price", (type, rate) => {
  const reading = decodeUsage({
    prompt_tokens: 100_000,
    completion_tokens: 0,
    prompt_tokens_details: { cached_tokens: 100_000, cache_type: type },
  });
  if (!reading.ok) throw new Error(ENGLISH.say(reading.reason));
  const by = { model: "qwen3.7-max", readAs: "read", life: 300, thinking: null } as const;
  const { lines } = billUsage(reading.usage, by, { region: "intl" });
  expect(lines[0]?.rate).toBe(rate);
});

it("a session of the Responses API is billed as the explicit cache, thought included", () => {
  const { response } = JSON.parse(readField("09-completed-event.json"));
  const reading = decodeUsage(response.usage);
  if (!reading.ok) throw new Error(ENGLISH.say(reading.reason));
  const by = { model: response.model, readAs: "read", life: 300, thinking: null } as const;
  const { cost, lines } = billUsage(reading.usage, by, { region: "intl" });
  expect(lines.map(({ amount }) => amount && Math.round(amount * 1e8) / 100)).toEqual([
    130.5, 266.25, 6, 7670,
  ]);
  expect(cost).toBe(0.00807275);
});
