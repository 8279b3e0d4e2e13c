/** Each system counts with its own vocabulary and frame where they are known, and says how far a count may be off. */
import { Tiktoken } from "js-tiktoken/lite";
import o200k from "js-tiktoken/ranks/o200k_base";
import { describe, expect, it } from "vitest";
import { findAssumption } from "../offers/assumptions";
import { listVocabularies } from "../offers/listed-vocabularies";
import { parsePrompt } from "../prompt/parse";
import { loadTestCounters, loadTestServiceCounters } from "../tokens/fixtures/load-counters";
import { NO_SERVICE_COUNTERS } from "../tokens/service-counters";
import { compareSystems } from "./compare-systems";
import type { AskedRoute, AskedSystem, ComparedSystem } from "./compared-system";
import { findCounting, listServiceVocabularies } from "./counting";
import { FRAMES } from "./frames";
import type { GivenPrompt } from "./given-request";
import { listAskedSystems } from "./list-asked";

const counterFor = loadTestCounters();
const counters = { counterFor, serviceCounters: loadTestServiceCounters() };
const tiktoken = new Tiktoken(o200k);

const ask = (system: string, model: string | null): AskedSystem => ({
  system,
  model,
  name: null,
  options: {},
});

function give(body: unknown): GivenPrompt {
  const { prompt } = parsePrompt(JSON.stringify(body));
  if (!prompt) throw new Error("The body holds no messages.");
  return { at: 0, duration: 0, firstToken: 0, completion: 0, conversation: null, prompt };
}

function compare(bodies: readonly unknown[], asked: AskedSystem, at = counters): ComparedSystem {
  const requests = bodies.map(give);
  const [compared] = [...compareSystems({ requests, systems: [asked], explain: false }, at)];
  if (!compared) throw new Error("No system has been played.");
  return compared;
}

const TEXT = {
  messages: [
    { role: "system", content: "You answer questions about orders. Don't guess: 12,345 items, 中文 too." },
    { role: "user", content: "Where is my order #4711?\n\n  It was for Łódź." },
    { role: "assistant", content: "It left the warehouse on Monday." },
    { role: "user", content: "Thanks!" },
  ],
};
const CALL = { id: "c1", type: "function", function: { name: "find", arguments: '{"id":4711}' } };
const WITH_TOOLS = {
  tools: [{ type: "function", function: { name: "find", parameters: { type: "object" } } }],
  messages: [
    ...TEXT.messages,
    { role: "assistant", content: null, tool_calls: [CALL] },
    { role: "tool", tool_call_id: "c1", content: "On its way." },
  ],
};

/** By the OpenAI Cookbook: three tokens and the role for each message, three before the answer. */
const countByCookbook = (messages: readonly { readonly role: string; readonly content: string }[]): number =>
  messages.reduce(
    (sum, { role, content }) => sum + 3 + tiktoken.encode(role).length + tiktoken.encode(content).length,
    3,
  );

describe("text", () => {
  it.each(["gpt-4o", "gpt-4.1", "gpt-5-mini", "gpt-5.4", "gpt-5.6-sol", "gpt-6-sol", "gpt-6.1-terra"])(
    "is exact for %s, as js-tiktoken and the cookbook count",
    (model) => {
      const { turns, tokens, spread, vocabulary, assumptions } = compare([TEXT], ask("openai", model));
      expect(turns[0]?.prompt).toBe(countByCookbook(TEXT.messages));
      expect({ tokens, spread, vocabulary }).toEqual({
        tokens: "exact",
        spread: null,
        vocabulary: "o200k_base",
      });
      expect(assumptions).toContain("openai-chat-frame");
      expect(assumptions).not.toContain("nearest-vocabulary");
      expect(assumptions).not.toContain("parts-beside-text");
    },
  );

  it("is exact for DeepSeek, in the frame of its published encoding", () => {
    const { turns, tokens, vocabulary } = compare([TEXT], ask("deepseek", "deepseek-v4-pro"));
    const count = (text: string) => counters.serviceCounters("deepseek_v3")?.count(text) ?? 0;
    const written =
      "<｜begin▁of▁sentence｜>" +
      TEXT.messages
        .map(({ role, content }) => {
          if (role === "system") return content;
          return role === "user" ? `<｜User｜>${content}` : `<｜Assistant｜>§${content}<｜end▁of▁sentence｜>`;
        })
        .join("");
    // V3's vocabulary has no token that ends thinking: a mark stands for it.
    const parts = written.split("§").map(count);
    const thinkEnds = parts.length - 1;
    expect(turns[0]?.prompt).toBe(parts.reduce((sum, part) => sum + part, 0) + thinkEnds + 2);
    expect({ tokens, vocabulary }).toEqual({ tokens: "exact", vocabulary: "deepseek_v3" });
  });

  it("of gpt-oss may lack the system message that a host puts first", () => {
    const { tokens, spread, vocabulary } = compare([TEXT], ask("groq", "gpt-oss-120b"));
    expect({ tokens, vocabulary }).toEqual({ tokens: "estimate", vocabulary: "o200k_base" });
    expect(spread?.more).toBe(0);
    expect(spread?.less).toBeGreaterThan(0);
    expect(spread?.less).toBeLessThan(1);
  });

  it.each([
    ["gemini", "gemini-3.1-pro"],
    ["kimi", "kimi-k3"],
    ["vllm", null],
    ["anthropic", "claude-opus-4-6"],
    ["bedrock", "nova-pro"],
  ])("of %s %s is estimated with the nearest vocabulary", (system, model) => {
    const { tokens, spread, vocabulary, assumptions } = compare([TEXT], ask(system, model));
    expect({ tokens, spread, vocabulary }).toEqual({
      tokens: "estimate",
      spread: { less: 0.25, more: 0.25 },
      vocabulary: "qwen3",
    });
    expect(assumptions).toEqual(expect.arrayContaining(["nearest-vocabulary", "frame-of-four"]));
  });

  it.each(["anthropic", "bedrock"])("of later Claude models on %s takes three tenths more", (system) => {
    const words = { messages: [{ role: "user", content: "word ".repeat(4000) }] };
    const before = compare([words], ask(system, "claude-opus-4-6"));
    const later = compare([words], ask(system, "claude-opus-4-7"));
    const [a = 0, b = 0] = [before, later].map(({ turns }) => (turns[0]?.prompt ?? 0) - 7);
    expect(b).toBe(Math.round(a * 1.3));
    expect(later).toMatchObject({ tokens: "estimate", vocabulary: "qwen3 × 1.3" });
    expect(later.spread).toEqual({ less: 0.4, more: 0.3 });
    expect(later.assumptions).toContain("claude-later-vocabulary");
  });
});

it("is not exact beside tools, calls and results, but nearer than with another's vocabulary", () => {
  for (const asked of [ask("openai", "gpt-5.4"), ask("openai", "gpt-6-sol")]) {
    const { tokens, spread, assumptions } = compare([WITH_TOOLS], asked);
    expect(tokens).toBe("estimate");
    expect(spread?.less).toBeGreaterThan(0);
    expect(spread?.less).toBeLessThan(0.25);
    expect(spread?.more).toBeLessThan(0.25);
    expect(assumptions).toContain("parts-beside-text");
  }
});

it("counts with the nearest vocabulary and says so where a service's own is not at hand", () => {
  const { tokens, vocabulary, assumptions } = compare([TEXT], ask("openai", "gpt-5.4"), {
    counterFor,
    serviceCounters: NO_SERVICE_COUNTERS,
  });
  expect({ tokens, vocabulary }).toEqual({ tokens: "estimate", vocabulary: "qwen3" });
  expect(assumptions).toContain("nearest-vocabulary");
});

it("lets each member of a route count for itself", () => {
  const members = [ask("openai", "gpt-5.4"), ask("gemini", "gemini-3.1-pro")].map((member) => ({
    ...member,
    replicas: 1,
  }));
  const route: AskedRoute = {
    ...ask("route", null),
    members,
    route: { policy: "round-robin", picks: [], seed: 0, idle: 600 },
  };
  const { turns, tokens, vocabulary, spread } = compare([TEXT, TEXT], route);
  const alone = members.map((member) => compare([TEXT], member).turns[0]?.prompt);
  expect(turns.map(({ prompt }) => prompt)).toEqual(alone);
  expect(alone[0]).not.toBe(alone[1]);
  expect({ tokens, vocabulary }).toEqual({ tokens: "estimate", vocabulary: "o200k_base, qwen3" });
  expect(spread).toEqual({ less: 0.25, more: 0.25 });
});

it("reads no more than what two prompts have in common by the service's own tokens", () => {
  const long = "The quick brown fox jumps over the lazy dog. ".repeat(400);
  const body = (end: string) => ({ messages: [{ role: "user", content: `${long}${end}` }] });
  const { turns } = compare([body("one way"), body("another way")], ask("openai", "gpt-4o"));
  const common = 4 + tiktoken.encode(long.trimEnd()).length;
  expect(turns[1]?.read).toBe(Math.floor(common / 128) * 128);
});

describe("the list of vocabularies", () => {
  it("names assumptions that exist, and a source with a day", () => {
    for (const { assumptions = [], frame, source, asOf, models } of listVocabularies()) {
      for (const id of [...assumptions, FRAMES[frame].assumption]) expect(findAssumption(id)).not.toBeNull();
      expect(source).toMatch(/^https:\/\//);
      expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(models.length).toBeGreaterThan(0);
    }
  });

  it("has a row for every model of OpenAI and DeepSeek, and none that fits no listed model", () => {
    const asked = listAskedSystems();
    for (const one of asked.filter(({ system }) => system === "openai" || system === "deepseek")) {
      expect(findCounting(one, counters).rate, one.model ?? "").toBeNull();
    }
    const fits = (start: string, services: readonly string[]) =>
      asked.some(({ system, model }) => services.includes(system) && model?.startsWith(start));
    for (const { models, services } of listVocabularies()) {
      for (const start of models) expect(fits(start, services), start).toBe(true);
    }
  });

  it("asks for a vocabulary only where a system needs it", () => {
    expect([...listServiceVocabularies([ask("gemini", "gemini-3.1-pro"), ask("vllm", null)])]).toEqual([]);
    expect([...listServiceVocabularies([ask("openai", "gpt-4o"), ask("openai", "gpt-5.4")])]).toEqual([
      "o200k_base",
    ]);
  });
});
