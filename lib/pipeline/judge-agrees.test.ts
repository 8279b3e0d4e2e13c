/** What a service is said to refuse of a document's markers is what it refuses when the document is played there. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSystems } from "../compare/compare-systems";
import type { AskedSystem } from "../compare/compared-system";
import { judgeFor } from "../export/judge-for";
import type { ServiceTarget } from "../export/service-target";
import { parsePrompt } from "../prompt/parse";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { NO_SERVICE_COUNTERS } from "../tokens/service-counters";
import { ENGLISH } from "../words/plain-words";

const counterFor = loadTestCounters();

const marker = fc.constantFrom(
  {},
  {},
  { cache_control: { type: "ephemeral" } },
  { cache_control: { type: "ephemeral", ttl: "5m" } },
  { cache_control: { type: "ephemeral", ttl: "1h" } },
  { cache_control: { type: "ephemeral", ttl: "2h" } },
);
const text = fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), marker).map(([said, own]) => ({
  type: "text",
  text: said,
  ...own,
}));
const thinking = fc
  .tuple(fc.constantFrom({}, {}, {}, { cache_control: { type: "ephemeral" } }))
  .map(([own]) => ({ type: "thinking", thinking: "hm", signature: "s", ...own }));
const answer = fc
  .tuple(fc.option(thinking), text)
  .map(([first, second]) => ({ role: "assistant", content: first ? [first, second] : [second] }));
const question = fc.array(text, { minLength: 1, maxLength: 2 }).map((content) => ({ role: "user", content }));
const tools = fc.array(
  marker.map((own) => ({ name: "look", input_schema: { type: "object" }, ...own })),
  { maxLength: 1 },
);

const body = fc
  .record({
    tools,
    system: fc.array(text, { minLength: 1, maxLength: 2 }),
    turns: fc.array(fc.tuple(question, answer), { maxLength: 2 }),
    last: question,
  })
  .map(({ turns, last, ...rest }) => ({
    model: "m",
    max_tokens: 9,
    ...rest,
    messages: [...turns.flat(), last],
  }));

const ask = (system: string, model: string, options: AskedSystem["options"] = {}): AskedSystem => ({
  system,
  model,
  name: null,
  options,
});

function playAlone(asked: AskedSystem, document: object): string | null {
  const { prompt } = parsePrompt(JSON.stringify(document));
  if (!prompt) throw new Error("no request");
  const requests = [{ at: 0, duration: 1, firstToken: 1, completion: 0, conversation: null, prompt }];
  const [compared] = [
    ...compareSystems(
      { requests, systems: [asked], explain: false },
      { counterFor, serviceCounters: NO_SERVICE_COUNTERS },
    ),
  ];
  return ENGLISH.say(compared?.turns[0]?.refused ?? "") || null;
}

function judgeAlone(target: ServiceTarget, document: object): boolean {
  const { prompt } = parsePrompt(JSON.stringify(document));
  if (!prompt) throw new Error("no request");
  return judgeFor(target, prompt).some(({ outcome }) => outcome === "refused");
}

describe("a document is refused where its markers are judged so", () => {
  it.each<[string, ServiceTarget, AskedSystem]>([
    ["Anthropic", { system: "anthropic", model: "claude-opus-5" }, ask("anthropic", "claude-opus-5")],
    [
      "Anthropic, automatic",
      { system: "anthropic", model: "claude-opus-5", mode: "automatic" },
      ask("anthropic", "claude-opus-5", { automatic: true }),
    ],
    ["Bedrock", { system: "bedrock", model: "claude-opus-5" }, ask("bedrock", "claude-opus-5")],
    ["Bedrock, Nova", { system: "bedrock", model: "nova-pro" }, ask("bedrock", "nova-pro")],
    [
      "MiniMax, active",
      { system: "minimax", model: "MiniMax-M2.7", mode: "active" },
      ask("minimax", "MiniMax-M2.7", { mode: "active" }),
    ],
  ])("%s", (_name, target, asked) => {
    fc.assert(
      fc.property(body, (document) => {
        expect(judgeAlone(target, document)).toBe(playAlone(asked, document) !== null);
      }),
      { numRuns: 200 },
    );
  });
});
