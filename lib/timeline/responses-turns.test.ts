/** A scenario goes on from a Responses body with items: each request reads back as it is written, places included. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePrompt } from "../prompt/parse";
import type { Prompt } from "../prompt/prompt";
import { anyItems } from "../prompt/responses/fixtures/any-responses";
import { writeRequest } from "../prompt/write-request";
import type { JsonValue } from "../values/json";
import type { PlayEvent } from "./play-event";
import type { Scenario, Turn } from "./scenario";
import { playScenario } from "./script-prompts";

function read(text: string): Prompt {
  const { prompt } = parsePrompt(text);
  if (!prompt) throw new Error("The example is no request.");
  return prompt;
}

const scenario = (...turns: Turn[]): Scenario => ({ name: "test", duration: 2, reply: "A1", turns });

/** The bodies of all requests. */
function bodiesOf(document: object, ...turns: Turn[]): Record<string, JsonValue>[] {
  const text = JSON.stringify(document, null, 1);
  const { requests } = playScenario(read(text), scenario(...turns));
  return requests.map(({ prompt }) => writeRequest(prompt, { text, model: null }));
}

const append: Turn = { mode: "append", gap: 30, user: "Q2", reply: "A2" };
const rounds: Turn["rounds"] = [
  {
    gap: 5,
    thinking: "I look.",
    calls: [
      { name: "look", arguments: '{"at":"a"}', result: "R1" },
      { name: "look", arguments: '{"at":"b"}', result: "R2" },
    ],
  },
];

describe("is written out", () => {
  it("from one text, which becomes a list", () => {
    const [first, second] = bodiesOf({ model: "m", instructions: "S", input: "Q1" }, append);
    expect(first).toEqual({ model: "m", instructions: "S", input: "Q1" });
    expect(second).toEqual({
      model: "m",
      instructions: "S",
      input: [
        { role: "user", content: "Q1" },
        { role: "assistant", content: "A1" },
        { role: "user", content: "Q2" },
      ],
    });
  });

  it("with thoughts, calls and results as items", () => {
    const bodies = bodiesOf({ model: "m", input: [{ role: "user", content: "Q1" }] }, { ...append, rounds });
    expect(bodies.at(-1)?.input).toEqual([
      { role: "user", content: "Q1" },
      { role: "assistant", content: "A1" },
      { role: "user", content: "Q2" },
      { type: "reasoning", summary: [{ type: "summary_text", text: "I look." }] },
      { type: "function_call", call_id: "call_3_0", name: "look", arguments: '{"at":"a"}' },
      { type: "function_call", call_id: "call_3_1", name: "look", arguments: '{"at":"b"}' },
      { type: "function_call_output", call_id: "call_3_0", output: "R1" },
      { type: "function_call_output", call_id: "call_3_1", output: "R2" },
    ]);
  });

  it("in the place of the last question, which may be the one text", () => {
    const replace: Turn = { mode: "replace", gap: 5, user: "Q3", reply: "A3" };
    expect(bodiesOf({ model: "m", input: "Q1" }, replace).at(-1)?.input).toBe("Q3");
    expect(bodiesOf({ model: "m", input: [{ role: "user", content: "Q1" }] }, replace).at(-1)?.input).toEqual(
      [{ role: "user", content: "Q3" }],
    );
  });

  it("with a clock in instructions of its own", () => {
    const [, second] = bodiesOf({ model: "m", input: "Q1" }, { ...append, events: [{ kind: "clock" }] });
    expect(second?.instructions).toMatch(/^Current time: /);
  });

  it("with another tool, flat as the others", () => {
    const events: PlayEvent[] = [{ kind: "add-tool", name: "new" }];
    const [, second] = bodiesOf({ model: "m", input: "Q1" }, { ...append, events });
    expect(second?.tools).toMatchObject([{ type: "function", name: "new", parameters: { type: "object" } }]);
  });
});

const event = fc.constantFrom<PlayEvent>(
  { kind: "clock" },
  { kind: "edit-system", at: "end", text: "And a line." },
  { kind: "compact", summary: "What was said." },
  { kind: "drop-results", keep: 1 },
  { kind: "switch-knowledge", text: "New words." },
  { kind: "add-tool", name: "new" },
);
const turn: fc.Arbitrary<Turn> = fc
  .record({
    mode: fc.constantFrom("append", "replace", "repeat"),
    thinking: fc.constantFrom(undefined, "Hm."),
    rounds: fc.constantFrom(undefined, rounds),
    events: fc.array(event, { maxLength: 2 }),
  })
  .map(({ mode, thinking, rounds: made, events }) => ({
    mode,
    gap: 9,
    user: "Next?",
    reply: "Yes.",
    events,
    ...(thinking === undefined ? {} : { thinking }),
    ...(made === undefined ? {} : { rounds: made }),
  }));

const contentOf = ({ messages, tools, markers }: Prompt): unknown =>
  JSON.parse(JSON.stringify({ messages, tools, markers }, (key, each) => (key === "range" ? 0 : each)));

it("reads back whatever is played on whichever body", () => {
  const documents = fc.record(
    {
      model: fc.constant("m"),
      instructions: fc.constant("Be brief."),
      input: fc.oneof(fc.constant("Q1"), anyItems),
    },
    { requiredKeys: ["model", "input"] },
  );
  fc.assert(
    fc.property(documents, fc.array(turn, { minLength: 1, maxLength: 4 }), (document, turns) => {
      const text = JSON.stringify(document, null, 1);
      for (const { prompt } of playScenario(read(text), scenario(...turns)).requests) {
        const body = JSON.stringify(writeRequest(prompt, { text, model: null }));
        const again = read(body);
        // The one text is an item as soon as something follows it.
        const place = (value: unknown): unknown =>
          JSON.parse(
            JSON.stringify(value)
              .replaceAll('"/input"', '"/input/0"')
              .replaceAll('"/input/0"', '"/input/0/content"'),
          );
        expect(place(contentOf(again))).toEqual(place(contentOf(prompt)));
      }
    }),
  );
});
