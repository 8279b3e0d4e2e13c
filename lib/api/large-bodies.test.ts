/** Whatever a body holds very much of, the answer stays small, and the work grows no faster than the body. */
import { describe, expect, it } from "vitest";
import { fixAll } from "../pipeline/fix-all";
import { createDocumentOpener } from "../pipeline/open-document";
import { LIMITS } from "../prompt/limits";
import { parsePrompt } from "../prompt/parse";
import type { Dialect } from "../prompt/prompt";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import type { CounterFor } from "../tokens/token-counter";
import { ENGLISH } from "../words/plain-words";
import { analyzeBody } from "./analyze-body";
import { simulateBody } from "./simulate-body";

const counterFor = loadTestCounters();
const MODEL = "qwen3.7-max";
const MARKER = { type: "ephemeral" };
const DIALECTS: readonly Dialect[] = ["openai", "anthropic", "responses"];

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const bodyOf = (dialect: Dialect, messages: readonly unknown[], more: object = {}): object =>
  dialect === "responses"
    ? { model: MODEL, input: messages, ...more }
    : { model: MODEL, messages, ...(dialect === "anthropic" ? { system: "s" } : {}), ...more };

const say = (content: unknown, more: object = {}) => ({ role: "user", content, ...more });
const text = (words: string, more: object = {}) => ({ type: "text", text: words, ...more });
const marked = (words: string) => text(words, { cache_control: MARKER });

const imageOf = (dialect: Dialect): object =>
  dialect === "responses"
    ? { type: "input_image", image_url: "https://e.io/a.png" }
    : dialect === "anthropic"
      ? { type: "image", source: { type: "url", url: "https://e.io/a.png" } }
      : { type: "image_url", image_url: { url: "https://e.io/a.png" } };

const toolOf = (dialect: Dialect, name: string, more: object = {}): object =>
  dialect === "openai"
    ? { type: "function", function: { name, parameters: {} }, ...more }
    : dialect === "anthropic"
      ? { name, input_schema: {}, ...more }
      : { type: "function", name, parameters: {}, ...more };

function callOf(dialect: Dialect, id: string): object {
  if (dialect === "responses") return { type: "function_call", call_id: id, name: "f", arguments: "{}" };
  if (dialect === "anthropic")
    return { role: "assistant", content: [{ type: "tool_use", id, name: "f", input: {} }] };
  const call = { id, type: "function", function: { name: "f", arguments: "{}" } };
  return { role: "assistant", content: "", tool_calls: [call] };
}

function resultOf(dialect: Dialect, id: string): object {
  if (dialect === "responses") return { type: "function_call_output", call_id: id, output: "r" };
  if (dialect === "anthropic") return say([{ type: "tool_result", tool_use_id: id, content: "r" }]);
  return { role: "tool", tool_call_id: id, content: "r" };
}

/** Bodies that hold very much of one thing. */
const BODIES: Readonly<Record<string, (dialect: Dialect, count: number) => object>> = {
  "tools of one name": (dialect, count) =>
    bodyOf(dialect, [say("hi")], { tools: many(count, () => toolOf(dialect, "f")) }),
  "marked tools": (dialect, count) =>
    bodyOf(dialect, [say("hi")], {
      tools: many(count, (at) => toolOf(dialect, `f${at}`, { cache_control: MARKER })),
    }),
  "images in one message": (dialect, count) => bodyOf(dialect, [say(many(count, () => imageOf(dialect)))]),
  "words without a blank": (dialect, count) => bodyOf(dialect, [say(many(count, (at) => text(`t${at}`)))]),
  "markers in one message": (dialect, count) => bodyOf(dialect, [say(many(count, (at) => marked(`t${at}`)))]),
  "marked messages": (dialect, count) =>
    bodyOf(
      dialect,
      many(count, (at) => say([marked(`t${at}`)])),
    ),
  "markers beside contents": (dialect, count) =>
    bodyOf(
      dialect,
      many(count, (at) => say(`t${at}`, { cache_control: MARKER })),
    ),
  "two markers on each part": (dialect, count) =>
    bodyOf(dialect, [
      say(many(count, (at) => ({ ...marked(`t${at}`), prompt_cache_breakpoint: { mode: "explicit" } }))),
    ]),
  "markers where nobody looks": (dialect, count) =>
    bodyOf(
      dialect,
      many(count, () => say([{ ...text("t"), extra: { cache_control: MARKER } }])),
    ),
  "calls without results": (dialect, count) =>
    bodyOf(dialect, [say("q"), ...many(count, (at) => callOf(dialect, `c${at}`))]),
  "results without calls": (dialect, count) =>
    bodyOf(dialect, [say("q"), ...many(count, (at) => resultOf(dialect, `c${at}`))]),
  "calls and results": (dialect, count) =>
    bodyOf(dialect, [
      say("q"),
      ...many(count, (at) => [callOf(dialect, `c${at}`), resultOf(dialect, `c${at}`)]).flat(),
    ]),
  "messages without a content": (dialect, count) =>
    bodyOf(
      dialect,
      many(count, () => ({ role: "user" })),
    ),
  "parts that are none": (dialect, count) => bodyOf(dialect, [say(many(count, () => 1))]),
  "system messages": (dialect, count) =>
    bodyOf(dialect, [...many(count, (at) => ({ role: "system", content: `s${at}` })), say("q")]),
  clocks: (dialect, count) =>
    bodyOf(dialect, [
      say([marked(many(count, (at) => `2026-11-27 12:${10 + (at % 50)}:00`).join("\n"))]),
      say("q"),
    ]),
  secrets: (dialect, count) =>
    bodyOf(
      dialect,
      many(count, (at) => say(`sk-abcdefghijklmnopqrst${1_000_000 + at}`)),
    ),
};

const CASES = Object.keys(BODIES).flatMap((name) => DIALECTS.map((dialect) => [name, dialect] as const));
const COUNT = 600;
/** Diagnostics of one rule: those listed, and the one that stands for the others. */
const OF_ONE_RULE = 101;

/** Counters that note how many UTF-16 units they are given. */
function countUnits(): { readonly counterFor: CounterFor; units: number } {
  const noted = {
    units: 0,
    counterFor: (model: Parameters<CounterFor>[0]) => {
      const counter = counterFor(model);
      const note = <Args extends readonly unknown[], Answer>(
        does: (text: string, ...rest: Args) => Answer,
      ) => {
        return (text: string, ...rest: Args): Answer => {
          noted.units += text.length;
          return does(text, ...rest);
        };
      };
      return {
        ...counter,
        count: note(counter.count),
        ...(counter.countEnds ? { countEnds: note(counter.countEnds) } : {}),
      };
    },
  };
  return noted;
}

describe.each(CASES)("%s, %s", (name, dialect) => {
  const make = BODIES[name] ?? (() => ({}));

  it("gets an answer that is no more than a few times the body", () => {
    const body = make(dialect, COUNT);
    const size = JSON.stringify(body).length;
    const answer = analyzeBody({ body }, counterFor);
    expect(JSON.stringify(answer).length).toBeLessThan(12 * size + 100_000);
    if (!answer.ok) return;
    const counts = new Map<string, number>();
    for (const { rule } of answer.value.diagnostics) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    for (const count of counts.values()) expect(count).toBeLessThanOrEqual(OF_ONE_RULE);
    // What is not listed is counted.
    for (const { more, message } of answer.value.diagnostics) {
      if (more !== undefined) expect(ENGLISH.say(message)).toContain(more.toLocaleString("en"));
    }
  });

  it("has twice the text counted where it is twice as long", () => {
    const [once, twice] = [COUNT / 2, COUNT].map((count) => {
      const noted = countUnits();
      analyzeBody({ body: make(dialect, count) }, noted.counterFor);
      return noted.units;
    });
    expect(twice).toBeLessThan(2.6 * (once ?? 0) + 20_000);
  });
});

it.each(["images in one message", "marked messages", "calls and results", "clocks"])(
  "plays %s in every dialect",
  (name) => {
    for (const dialect of DIALECTS) {
      const body = BODIES[name]?.(dialect, COUNT);
      const answer = simulateBody({ requests: [0, 30].map((at) => ({ at, body })) }, counterFor);
      expect(answer.ok && answer.value.turns.length).toBe(2);
      expect(JSON.stringify(answer).length).toBeLessThan(100_000);
    }
  },
);

it.each(CASES.filter(([, dialect]) => dialect !== "responses"))(
  "fixing everything comes to an end, %s, %s",
  (name, dialect) => {
    const settings = { model: MODEL, region: "intl", scenario: null } as const;
    const before = JSON.stringify(BODIES[name]?.(dialect, 150));
    const { text: after, fixed } = fixAll(before, settings, createDocumentOpener(counterFor));
    expect(fixed.length).toBeLessThanOrEqual(100);
    expect(parsePrompt(after).prompt === null).toBe(parsePrompt(before).prompt === null);
  },
);

describe("limits", () => {
  const beyond: readonly (readonly [string, object, string])[] = [
    [
      "messages",
      { messages: many(LIMITS.messages + 1, () => say("a")) },
      "The request has 20,001 messages; at most 20,000 messages are read here.",
    ],
    [
      "items",
      { model: MODEL, input: many(LIMITS.messages + 1, () => say("a")) },
      "The request has 20,001 messages; at most 20,000 messages are read here.",
    ],
    [
      "parts",
      { messages: [say(many(LIMITS.parts + 1, () => text("a")))] },
      "The request has 50,001 content parts and calls; at most 50,000 content parts and calls are read here.",
    ],
    [
      "parts of results",
      {
        messages: [
          say([{ type: "tool_result", tool_use_id: "c", content: many(LIMITS.parts, () => text("a")) }]),
        ],
      },
      "The request has 50,001 content parts and calls; at most 50,000 content parts and calls are read here.",
    ],
    [
      "tools",
      { messages: [say("a")], tools: many(LIMITS.tools + 1, () => 1) },
      "The request has 10,001 tools; at most 10,000 tools are read here.",
    ],
    [
      "values",
      { messages: [say("a")], metadata: many(LIMITS.values, () => 1) },
      "The request has more than 1,000,000 values; at most 1,000,000 values are read here.",
    ],
  ];

  it.each(beyond)("refuses more %s with a sentence", (_what, body, sentence) => {
    const { prompt, errors } = parsePrompt(JSON.stringify(body));
    expect(prompt).toBeNull();
    expect(errors.map(({ message }) => ENGLISH.say(message))).toEqual([
      `${sentence} It stays as it is written; leave some out to see its figures.`,
    ]);
  });

  it("takes as many", () => {
    const body = { messages: many(LIMITS.messages, () => say([text("a")])) };
    const answer = analyzeBody({ body }, counterFor);
    expect(answer.ok && answer.value.tokens.segments.length).toBe(LIMITS.messages);
  });
});
