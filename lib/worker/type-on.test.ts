/** Typing on: what an opener remembers from key to key changes nothing of what it says, and spares what did not change. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { analyse, beginAnalysis } from "../pipeline/analyse";
import type { Settings } from "../pipeline/analysis";
import { createDocumentOpener } from "../pipeline/open-document";
import type { Turn } from "../timeline/scenario";
import { createCounters } from "../tokens/counters";
import { loadTestVocabulary } from "../tokens/fixtures/load-counters";
import type { CounterFor } from "../tokens/token-counter";
import { createAnalysisSender, createAnalysisTaker } from "./analysis-difference";

const vocabulary = loadTestVocabulary();
const counterFor = createCounters(vocabulary);

const IMAGE = { type: "image_url", image_url: { url: "https://example.com/a.png" } };
const FILE = { type: "file", file: { file_id: "f" } };
const marker = { cache_control: { type: "ephemeral" } };

const word = fc.constantFrom("cache", "prefix", "Is it 2026-11-21 09:30:12?", "x".repeat(40));
const part = fc.oneof(
  fc.record({ type: fc.constant("text"), text: word }),
  word.map((text) => ({ type: "text", text: `${text} `.repeat(900), ...marker })),
  fc.constantFrom(IMAGE, FILE),
);
const content = fc.oneof(word, fc.array(part, { minLength: 1, maxLength: 3 }));
const message = fc.oneof(
  fc.record({ role: fc.constantFrom("user", "assistant", "system"), content }),
  fc.constantFrom(
    {
      role: "assistant",
      content: "",
      tool_calls: [{ id: "c", type: "function", function: { name: "f", arguments: "{}" } }],
    },
    { role: "tool", tool_call_id: "c", content: "found" },
  ),
);
const tools = fc.subarray(
  ["search", "open"].map((name) => ({ type: "function", function: { name, parameters: {} } })),
);

/** A conversation's requests: each keeps some of the one before, drops the rest and adds more. */
const conversation = fc
  .tuple(
    fc.array(message, { minLength: 1, maxLength: 5 }),
    fc.array(
      fc.record({
        kept: fc.nat(8),
        added: fc.array(message, { minLength: 1, maxLength: 3 }),
        tools,
        lane: fc.constantFrom(undefined, "a", "b"),
      }),
      { maxLength: 5 },
    ),
    tools,
  )
  .map(([first, others, ownTools]) => {
    let messages = first;
    const later = others.map(({ kept, added, tools: offered, lane }) => {
      messages = [...messages.slice(0, Math.max(1, kept)), ...added];
      return { body: { model: "qwen3.7-plus", tools: offered, messages }, lane };
    });
    return { document: { model: "qwen3.7-plus", tools: ownTools, messages: first }, later };
  });

const appended = (user: string): Turn => ({ mode: "append", gap: 20, user, reply: "Yes." });

const settingsFor = (turns: readonly Turn[], changed: Partial<Settings>): Settings => ({
  model: "qwen3.7-plus",
  region: "intl",
  scenario: { name: "Played", duration: 3, reply: "Yes.", turns },
  ...changed,
});

const play = fc.constantFrom<Partial<Settings>>(
  {},
  { implicit: "always" },
  { placement: { kind: "none" } },
  { placement: { kind: "anchors", name: "Last message", anchors: [{ kind: "last" }] } },
  { calibrations: { "qwen3.7-plus": 1.1 } },
  { model: "qwen-plus" },
);

/** As a key leaves it: a letter more, somewhere in a text, or one less. */
const typeIn = (text: string, place: number, letter: string): string => {
  const at = [...text.matchAll(/cache|prefix|xxxx/g)].map(({ index }) => index);
  const from = at[place % Math.max(1, at.length)];
  return from === undefined ? text : `${text.slice(0, from)}${letter}${text.slice(from + (place % 2))}`;
};

it("says after every key what a fresh opener says, and so does what the page puts together", () => {
  fc.assert(
    fc.property(
      conversation,
      fc.array(word, { maxLength: 3 }),
      fc.array(fc.record({ place: fc.nat(40), letter: fc.constantFrom("a", " ", "é", '"'), play }), {
        minLength: 1,
        maxLength: 5,
      }),
      ({ document, later }, asked, keys) => {
        const turns = [
          ...later.map(
            ({ body, lane }): Turn => ({
              mode: "body",
              gap: 30,
              user: "",
              reply: "Yes.",
              body: JSON.stringify(body),
              ...(lane ? { lane } : {}),
            }),
          ),
          ...asked.map(appended),
        ];
        const open = createDocumentOpener(counterFor);
        const [send, take] = [createAnalysisSender(), createAnalysisTaker()];
        let text = JSON.stringify(document, null, 2);
        for (const { place, letter, play: changed } of keys) {
          text = typeIn(text, place, letter);
          const settings = settingsFor(turns, changed);
          const { figures, lint } = beginAnalysis(text, settings, open, place % 4);
          const fresh = analyse(text, settings, createDocumentOpener(counterFor), place % 4);
          const taken = take(structuredClone(send(figures)));
          expect({ ...figures, diagnostics: lint() }).toEqual(fresh);
          expect({ ...taken, diagnostics: fresh.diagnostics }).toEqual(fresh);
        }
      },
    ),
    { numRuns: 60 },
  );
});

/** Counts, and tells of which texts of some length. */
function watchCounter(): { readonly counterFor: CounterFor; readonly texts: string[] } {
  const texts: string[] = [];
  const watched: CounterFor = (model) => {
    const counter = counterFor(model);
    return {
      ...counter,
      count(text) {
        if (text.length > 60) texts.push(text);
        return counter.count(text);
      },
    };
  };
  const known = new Map<unknown, ReturnType<CounterFor>>();
  return {
    texts,
    counterFor(model) {
      const counter = known.get(model) ?? watched(model);
      known.set(model, counter);
      return counter;
    },
  };
}

const say = (order: number) => ({
  role: order % 2 ? "assistant" : "user",
  content: `${order} ${"said before ".repeat(20)}`,
});

/** Requests given verbatim, each two messages longer than the one before. */
const sayOn = (count: number, first: number): Turn[] =>
  Array.from({ length: count }, (_, index) => {
    const messages = Array.from({ length: index * 2 + first }, (_, order) => say(order));
    return {
      mode: "body",
      gap: 30,
      user: "",
      reply: "Yes.",
      body: JSON.stringify({ model: "qwen3.7-plus", messages }),
    };
  });

it("counts of verbatim requests nothing again when a key is typed in the document", () => {
  const { counterFor: watched, texts } = watchCounter();
  const open = createDocumentOpener(watched);
  const turns = sayOn(30, 3);
  const settings = settingsFor(turns, {});
  const write = (typed: string) =>
    JSON.stringify({
      model: "qwen3.7-plus",
      messages: [say(0), { role: "user", content: `${typed} ${"w ".repeat(50)}` }],
    });
  analyse(write("a"), settings, open);
  texts.length = 0;
  analyse(write("ab"), settings, open);
  // The document's two messages, and what is worked out of them; of 30 requests with 33 messages each none.
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.length).toBeLessThan(10);
  expect(texts.every((text) => text.includes("0 said before") || text.includes("ab w"))).toBe(true);
});

it("counts what a script adds to the conversation once, not with every request", () => {
  const { counterFor: watched, texts } = watchCounter();
  const open = createDocumentOpener(watched);
  const settings = settingsFor(
    Array.from({ length: 40 }, (_, index) => appended(`${index} ${"asked now ".repeat(20)}`)),
    {},
  );
  analyse(JSON.stringify({ model: "qwen3.7-plus", messages: [say(0)] }), settings, open);
  // 41 requests with up to 81 messages each; a question is counted when it is asked and once more as history.
  expect(texts.length).toBeLessThan(41 * 6);
});

it("gives rows that did not change as the same objects, and sends only the others", () => {
  const open = createDocumentOpener(counterFor);
  const [send, take] = [createAnalysisSender(), createAnalysisTaker()];
  const turns = sayOn(5, 1);
  const settings = settingsFor(turns, {});
  const write = (typed: string) =>
    JSON.stringify({ model: "qwen3.7-plus", messages: [{ role: "user", content: typed }] });
  const before = take(send(analyse(write("a"), settings, open)));
  const difference = send(analyse(write("a longer text"), settings, open));
  expect(difference.lists?.turns.at).toEqual([0]);
  const after = take(difference);
  expect(after.timeline?.turns[3]).toBe(before.timeline?.turns[3]);
  expect(after.timeline?.turns[0]).not.toEqual(before.timeline?.turns[0]);
});
