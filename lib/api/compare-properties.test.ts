/** What holds on every cache system, whatever the conversation, as the call that compares them answers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AskedSystem, ComparedSystem } from "../compare/compared-system";
import { listAskedSystems } from "../compare/list-asked";
import { readSegments } from "../compare/read-segments";
import { createPrefixIndex } from "../layout/prefix-index";
import { findAssumption } from "../offers/assumptions";
import { findListedModel, findService } from "../offers/listed-prices";
import { findComparable } from "../systems/comparables";
import { inOrderOfStart } from "../timeline/simulate";
import type { TokenCounter } from "../tokens/token-counter";
import { ENGLISH } from "../words/plain-words";
import { compareBody } from "./compare-body";
import { simulateBody } from "./simulate-body";

/** Nothing here holds text. */
const counter = { count: (text: string) => text.length } as TokenCounter;

const segment = fc.record({
  id: fc.constantFrom("A", "B", "C", "D"),
  tokens: fc.constant(0),
  role: fc.constantFrom("tools", "system", "user", "assistant", "tool"),
  kind: fc.constantFrom("text", "text", "text", "tool_use", "tool_result"),
  blocks: fc.constantFrom(1, 1, 1, 7),
});
const SIZES: Readonly<Record<string, number>> = { A: 1200, B: 700, C: 4100, D: 33 };
/** Roles and kinds follow from the name too, so that equal names are equal segments. */
const KINDS: Readonly<Record<string, object>> = {
  A: { role: "system" },
  B: { role: "user" },
  C: { role: "assistant", kind: "tool_use" },
  D: { role: "tool", kind: "tool_result" },
};

const request = fc
  .record({
    at: fc.nat(1200),
    duration: fc.constantFrom(0, 5, 40),
    completion: fc.nat(50),
    conversation: fc.constantFrom("one", "two"),
    segments: fc.array(segment, { minLength: 1, maxLength: 8 }),
    markers: fc.array(fc.nat(7), { maxLength: 4 }),
  })
  .map(({ segments, markers, ...timing }) => ({
    ...timing,
    segments: segments.map(({ id, blocks }) => ({ id, tokens: SIZES[id] ?? 0, blocks, ...KINDS[id] })),
    markers: [...new Set(markers.filter((marker) => marker < segments.length))].sort((a, b) => a - b),
  }));
const conversation = fc.array(request, { minLength: 1, maxLength: 8 });
type Conversation = typeof conversation extends fc.Arbitrary<infer T> ? T : never;

function compare(requests: unknown, systems: readonly unknown[]): readonly ComparedSystem[] {
  const result = compareBody({ requests, systems, explain: true }, () => counter);
  if (!result.ok) throw new Error(ENGLISH.say(result.error.message));
  return result.value.systems;
}

/** One of each system and mode. */
const asked: readonly AskedSystem[] = [
  ...new Map(listAskedSystems().map((one) => [ENGLISH.say(one.name ?? ""), one])).values(),
  { system: "host", model: null, name: null, options: { input: 1, output: 2, readMultiplier: 0.1 } },
];
const askFor = ({ system, model, name, options }: AskedSystem) => ({
  system,
  ...(model === null ? {} : { model }),
  ...(name === null ? {} : { name: ENGLISH.say(name) }),
  options,
});

it("has every prompt read, written or uncached, and every sum that of its turns", () => {
  fc.assert(
    fc.property(conversation, (requests) => {
      for (const { name: named, turns, totals, assumptions } of compare(requests, asked.map(askFor))) {
        const name = ENGLISH.say(named);
        expect(
          assumptions.filter((id) => findAssumption(id) === null),
          name,
        ).toEqual([]);
        const sums = { read: 0, written: 0, uncached: 0 };
        for (const [order, turn] of turns.entries()) {
          const { prompt, read, written, uncached, refused, reasons } = turn;
          expect(prompt, name).toBe(requests[order]?.segments.reduce((sum, { tokens }) => sum + tokens, 0));
          expect(read + written + uncached, name).toBe(refused === undefined ? prompt : 0);
          expect(Math.min(read, written, uncached), name).toBeGreaterThanOrEqual(0);
          expect(refused !== undefined || reasons.length > 0, name).toBe(true);
          sums.read += read;
          sums.written += written;
          sums.uncached += uncached;
        }
        expect(totals, name).toMatchObject(sums);
      }
    }),
    { numRuns: 40 },
  );
});

const readsOf = (systems: readonly ComparedSystem[]): number[][] =>
  systems.map(({ turns }) => turns.map(({ read }) => read));

it.each([
  ["glm", "glm-5"],
  ["openai", "gpt-5"],
  ["openai", "gpt-5.5"],
  ["minimax", "MiniMax-M3"],
  ["groq", "gpt-oss-20b"],
])("reads no less with a longer life: %s %s", (system, model) => {
  fc.assert(
    fc.property(conversation, fc.nat(900), fc.nat(900), (requests, life, more) => {
      const lives = [life, life + more, null];
      const [short = [], long = [], endless = []] = readsOf(
        compare(
          requests,
          lives.map((one) => ({ system, model, options: { life: one } })),
        ),
      );
      for (const [order, read] of short.entries()) {
        expect(long[order]).toBeGreaterThanOrEqual(read);
        expect(endless[order]).toBeGreaterThanOrEqual(long[order] ?? 0);
      }
    }),
  );
});

it("reads no less where markers ask for an hour", () => {
  const withTtl = (requests: Conversation, ttl: number) =>
    requests.map(({ markers, segments, ...one }) => ({
      ...one,
      segments: segments.map(({ id, tokens, blocks }) => ({ id, tokens, blocks })),
      markers: markers.map((after) => ({ after, ttl })),
    }));
  fc.assert(
    fc.property(conversation, (requests) => {
      const [short = [], long = []] = [300, 3600].map(
        (ttl) =>
          readsOf(compare(withTtl(requests, ttl), [{ system: "anthropic", model: "claude-opus-5" }]))[0],
      );
      for (const [order, read] of short.entries()) expect(long[order]).toBeGreaterThanOrEqual(read);
    }),
  );
});

it("plays a pinned route as its first member alone", () => {
  fc.assert(
    fc.property(conversation, fc.nat(asked.length - 1), (requests, order) => {
      const member = asked[order];
      if (!member) return;
      const options = { members: [askFor(member), { system: "sglang" }], policy: "pinned" };
      const [alone, route] = compare(requests, [askFor(member), { system: "route", options }]);
      expect(route?.turns.map(({ member: _, ...turn }) => turn)).toEqual(alone?.turns);
      expect(route?.turns.every((turn) => turn.member === 0)).toBe(true);
    }),
  );
});

describe("Model Studio", () => {
  it.each([
    "model-studio",
    "model-studio-explicit",
    "model-studio-implicit",
    "model-studio-session",
    "qwen4",
  ])("gives the figures of the simulator: %s", (system) => {
    const models = fc.constantFrom("qwen3-max", "qwen3.7-max", "qwen4-max", "nobody-knows");
    fc.assert(
      fc.property(conversation, models, (requests, model) => {
        const { turns = [], totals } = compare(requests, [{ system, model }])[0] ?? {};
        const bare = requests.map(({ conversation: _, segments, ...one }) => ({
          ...one,
          segments: segments.map(({ id, tokens, blocks }) => ({ id, tokens, blocks })),
        }));
        const simulated = simulateBody({ model, system, requests: bare }, () => counter);
        if (!simulated.ok) throw new Error(ENGLISH.say(simulated.error.message));
        expect(simulated.value.turns).toMatchObject(
          turns.map(({ life = 0, ...turn }) => ({ ...turn, life })),
        );
        const { storage, ...sums } = totals ?? {};
        expect(storage).toBeNull();
        expect(simulated.value.totals).toMatchObject(sums);
      }),
      { numRuns: 200 },
    );
  });
});

it("keeps every state as plain JSON", () => {
  fc.assert(
    fc.property(conversation, (requests) => {
      const index = createPrefixIndex();
      const read = requests.map(({ segments, markers, duration, ...one }, number) =>
        readSegments(
          {
            ...one,
            duration,
            firstToken: duration,
            segments: segments.map((given) => ({ role: "user", kind: "text", ...given })),
            markers: markers.map((after) => ({ after })),
          },
          number,
          index,
          [],
        ),
      );
      for (const { system: id, model, options, name } of asked) {
        const system = findComparable(id);
        const service = findService(id);
        const listed = service && model !== null ? findListedModel(service, model) : null;
        const play = system?.open(listed, options);
        for (const order of inOrderOfStart(read)) {
          const one = read[order];
          if (one) play?.step(one, true);
        }
        expect(JSON.parse(JSON.stringify(play?.state)), ENGLISH.say(name ?? id)).toEqual(play?.state);
      }
    }),
    { numRuns: 20 },
  );
});
