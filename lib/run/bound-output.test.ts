/** Output is held to what a ceiling leaves: by the fields that hold it, and never by more than the reader's own. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findOffer } from "../offers/model-studio-offer";
import { parsePrompt } from "../prompt/parse";
import { type BoundedRequest, boundOutput, writeSentParameters } from "./bound-output";
import { findDearestRates } from "./dearest-rates";

const messages = [{ role: "user", content: "Hello" }];
/** A dollar for a million tokens of any kind. */
const DOLLAR = { input: 1, output: 1, outputThinking: 1 };
const requestOf = (
  fields: object,
  dialect: BoundedRequest["dialect"] = "openai",
  change: Partial<BoundedRequest> = {},
): BoundedRequest => ({
  body: JSON.stringify({ model: "qwen3.7-max", messages, ...fields }),
  dialect,
  model: "qwen3.7-max",
  prompt: 1000,
  rates: DOLLAR,
  completion: 100,
  ...change,
});
/** Money for the prompt and so many tokens of output. */
const moneyFor = (tokens: number): number => (1000 + tokens) / 1_000_000;

describe.each([
  ["both in one field", requestOf({}), { max_completion_tokens: 5000 }],
  ["a lower limit of the reader's", requestOf({ max_completion_tokens: 300 }), {}],
  ["a higher one", requestOf({ max_completion_tokens: 9000 }), { max_completion_tokens: 5000 }],
  [
    "an answer without thoughts",
    requestOf({ enable_thinking: false, max_tokens: 9000 }),
    { max_tokens: 5000 },
  ],
  [
    "an answer and the thoughts before it",
    requestOf({ max_tokens: 3000 }),
    { max_tokens: 2038, thinking_budget: 2962 },
  ],
  [
    "a model whose one field holds the answer alone",
    requestOf({ enable_thinking: true }, "openai", { model: "qwen-plus" }),
    { max_tokens: 2038, thinking_budget: 2962 },
  ],
  [
    "messages of the Anthropic dialect",
    requestOf({ thinking: { type: "enabled", budget_tokens: 20_000 }, max_tokens: 32_000 }, "anthropic"),
    { max_tokens: 2501, thinking: { type: "enabled", budget_tokens: 2499 } },
  ],
  ["a response", requestOf({ reasoning: { effort: "none" } }, "responses"), { max_output_tokens: 5000 }],
  ["several answers", requestOf({ n: 4, enable_thinking: false }), { max_completion_tokens: 1250 }],
] as const)("%s", (_, request, expected) => {
  it("costs no more than what is left", () => {
    const bound = boundOutput(request, moneyFor(5000));
    expect(bound).toMatchObject({ ok: true });
    if (!bound.ok) return;
    expect(bound.most).toBeLessThanOrEqual(moneyFor(5000));
    expect(JSON.parse(bound.body)).toMatchObject({ ...JSON.parse(request.body), ...expected });
  });
});

it("changes nothing without a ceiling, and knows then what a request can cost at most", () => {
  const mostOf = (request: BoundedRequest) => {
    const bound = boundOutput(request, null);
    expect(bound).toMatchObject({ ok: true, body: request.body, added: [] });
    return bound.ok ? bound.most : null;
  };
  expect(mostOf(requestOf({ max_completion_tokens: 300 }))).toBeCloseTo(moneyFor(300), 12);
  expect(mostOf(requestOf({ max_tokens: 300, enable_thinking: false }))).toBeCloseTo(moneyFor(300), 12);
  expect(mostOf(requestOf({ max_tokens: 300 }))).toBeCloseTo(moneyFor(300 + 262_144), 12);
  expect(mostOf(requestOf({}))).toBeCloseTo(moneyFor(131_072 + 262_144), 12);
  expect(mostOf(requestOf({}, "openai", { model: "someone-elses" }))).toBeNull();
});

it.each([
  ["past", requestOf({}), moneyFor(1123)],
  ["past", requestOf({ max_tokens: 300, reasoning_effort: "low" }), moneyFor(5000)],
  ["past", requestOf({}, "responses"), moneyFor(5000)],
  ["unheld", requestOf({}, "openai", { model: "kimi-k2-thinking" }), 1],
  ["unheld", requestOf({}, "anthropic", { model: "qwen4-max" }), 1],
  ["open", requestOf({ enable_search: true }), 1],
  ["open", requestOf({ previous_response_id: "resp_1" }, "responses"), 1],
  ["open", requestOf({ tools: [{ type: "web_search" }] }, "responses"), 1],
  ["unpriced", requestOf({}, "openai", { rates: { input: 1, output: null, outputThinking: null } }), 1],
] as const)("is refused (%s) where the ceiling cannot be kept", (why, request, left) => {
  expect(boundOutput(request, left)).toMatchObject({ ok: false, why });
});

it("says what the least costs that it can be held to", () => {
  const refused = boundOutput(requestOf({}), moneyFor(1123));
  expect(refused).toMatchObject({ needs: moneyFor(1124), tokens: 1124 });
  expect(boundOutput(requestOf({}), moneyFor(1124))).toMatchObject({ ok: true, most: moneyFor(1124) });
});

it("shows the parameters as they are sent, without the prompt", () => {
  const added = [{ field: "max_completion_tokens", tokens: 5000 }];
  expect(writeSentParameters(requestOf({ stream: true }).body, added)).toBe(
    '{"model":"qwen3.7-max","stream":true,"max_completion_tokens":5000}',
  );
});

it("takes the dearest of all bands that a prompt of uncertain size may fall into", () => {
  const { tariff } = findOffer("qwen3.7-plus", "intl");
  const at = (low: number, high: number, writes = false) => findDearestRates(tariff, { low, high }, writes);
  expect([at(1000, 2000).input, at(1000, 2000, true).input]).toEqual([0.4, 0.5]);
  expect([at(260_000, 270_000).input, at(260_000, 270_000).output]).toEqual([1.2, 4.8]);
  expect(at(999_999, 1_000_001)).toEqual({ input: null, output: null, outputThinking: null });
});

const models = fc.constantFrom(
  "qwen3.7-max",
  "qwen3.8-max",
  "qwen-plus",
  "qwen3-coder-plus",
  "qwen4-max",
  "deepseek-v3.2",
);
const limits = fc.option(fc.integer({ min: 1, max: 40_000 }), { nil: undefined });
const fieldsOf = fc.record({
  max_tokens: limits,
  max_completion_tokens: limits,
  max_output_tokens: limits,
  thinking_budget: limits,
  enable_thinking: fc.option(fc.boolean(), { nil: undefined }),
  thinking: fc.option(
    fc.record({ type: fc.constantFrom("enabled", "disabled", "adaptive"), budget_tokens: limits }),
    { nil: undefined },
  ),
  n: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
});
const dialects = fc.constantFrom("openai", "anthropic", "responses" as const);

it("only ever adds or lowers limits, keeps the money, and leaves the prompt as a cache sees it", () => {
  fc.assert(
    fc.property(
      models,
      fieldsOf,
      dialects,
      fc.double({ min: 0.001, max: 3, noNaN: true }),
      (model, fields, dialect, left) => {
        const request = requestOf(fields, dialect, { model });
        const bound = boundOutput(request, left);
        if (!bound.ok) return;
        expect(bound.most).toBeLessThanOrEqual(left);
        const [before, after] = [JSON.parse(request.body), JSON.parse(bound.body)];
        for (const { field, tokens } of bound.added) {
          const own = field.startsWith("thinking.") ? before.thinking?.budget_tokens : before[field];
          expect(tokens).toBeGreaterThan(0);
          expect(own === undefined || tokens < own).toBe(true);
        }
        const [{ thinking: _, ...was }, { thinking: __, ...is }] = [before, after];
        const names = bound.added.map(({ field }) => field);
        for (const name of names) delete is[name];
        for (const name of names) delete was[name];
        expect(is).toEqual(was);
        // Whether the model thinks is part of the prompt: a limit must not turn it on where it was off.
        const thinks = (body: string) => parsePrompt(body).prompt?.thinking ?? null;
        if (thinks(request.body) !== null) expect(thinks(bound.body)).toBe(thinks(request.body));
        else expect(thinks(bound.body)).not.toBe(false);
      },
    ),
  );
});
