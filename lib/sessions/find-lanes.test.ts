/** Requests of a session fall into the lanes that an agent had in mind. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { parsePrompt } from "../prompt/parse";
import type { Prompt } from "../prompt/prompt";
import { ENGLISH } from "../words/plain-words";
import { findLanes, type LaneRequest } from "./find-lanes";

interface Sketch {
  readonly system?: string;
  readonly tools?: readonly string[];
  /** Messages in turn: user, assistant, user … */
  readonly says: readonly string[];
  readonly at: number;
  readonly duration?: number;
  readonly reply?: string;
}

function promptOf({ system = "Help with the code.", tools = ["read"], says }: Sketch): Prompt {
  const { prompt } = parsePrompt(
    JSON.stringify({
      model: "qwen3.7-max",
      system,
      tools: tools.map((name) => ({ name, input_schema: { type: "object" } })),
      messages: says.map((content, index) => ({ role: index % 2 === 0 ? "user" : "assistant", content })),
    }),
  );
  if (!prompt) throw new Error("The sketch is no request.");
  return prompt;
}

const requestOf = (sketch: Sketch): LaneRequest => ({
  at: sketch.at,
  duration: sketch.duration ?? 3,
  prompt: promptOf(sketch),
  reply: sketch.reply ?? "",
});

/** e.g. `main opens`, in the order of the requests. */
function tell(sketches: readonly Sketch[]): string[] {
  const told: string[] = [];
  for (const { name, members } of findLanes(sketches.map(requestOf))) {
    for (const { index, step } of members) told[index] = `${ENGLISH.say(name)} ${step}`;
  }
  return told;
}

const LONG_SYSTEM = Array.from({ length: 12 }, (_, line) => `Rule ${line}: keep it short.`).join("\n");

const TABLE: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
  [
    "a conversation that grows, repeats and edits its tail",
    [
      { at: 0, says: ["a"] },
      { at: 10, says: ["a", "b", "c"] },
      { at: 20, says: ["a", "b", "c"] },
      { at: 30, says: ["a", "b", "d"] },
    ],
    ["main opens", "main continues", "main repeats", "main edits"],
  ],
  [
    "a title request with the same first message",
    [
      { at: 0, says: ["a"] },
      { at: 1, says: ["a"], system: "Write a title.", tools: [] },
      { at: 10, says: ["a", "b", "c"] },
    ],
    ["main opens", "side request 1 opens", "main continues"],
  ],
  [
    "the same system with a first message of its own",
    [
      { at: 0, says: ["a"] },
      { at: 10, says: ["a", "b", "c"] },
      { at: 14, says: ["look for x"] },
      { at: 20, says: ["a", "b", "c", "d", "e"] },
    ],
    ["main opens", "main continues", "sub-agent 1 opens", "main continues"],
  ],
  [
    "the same agent begun anew when nothing runs any more",
    [
      { at: 0, says: ["a"] },
      { at: 10, says: ["a", "b", "c"] },
      { at: 100, says: ["another matter"] },
    ],
    ["main opens", "main continues", "main 2 opens"],
  ],
  [
    "parallel requests that part after a common start",
    [
      { at: 0, says: ["a"] },
      { at: 10, says: ["a", "b", "one"] },
      { at: 11, says: ["a", "b", "two"] },
      { at: 20, says: ["a", "b", "two", "x", "y"] },
      { at: 21, says: ["a", "b", "one", "x", "y"] },
      { at: 30, says: ["a", "b", "one", "x", "y", "z", "w"] },
    ],
    [
      "main opens",
      "main continues",
      "sub-agent 1 opens",
      "sub-agent 1 continues",
      "main continues",
      "main continues",
    ],
  ],
  [
    "a compaction that says so, and one whose summary was an answer",
    [
      { at: 0, says: ["a", "b", "c", "d", "e"] },
      { at: 10, says: ["This session is being continued from a previous conversation: a, c, e."] },
      {
        at: 20,
        says: ["This session is being continued from a previous conversation: a, c, e.", "f", "g"],
        reply: "So far the picker was read, the zone was found and the tests were mended one by one.",
      },
      {
        at: 30,
        says: ["So far the picker was read, the zone was found and the tests were mended one by one. Go on."],
      },
    ],
    ["main opens", "main compacts", "main continues", "main compacts"],
  ],
  [
    "tools that change and a date in the system message",
    [
      { at: 0, says: ["a"], system: `${LONG_SYSTEM}\nToday is Monday.` },
      { at: 10, says: ["a", "b", "c"], system: `${LONG_SYSTEM}\nToday is Monday.`, tools: ["read", "fetch"] },
      {
        at: 20,
        says: ["a", "b", "c", "d", "e"],
        system: `${LONG_SYSTEM}\nToday is Tuesday.`,
        tools: ["fetch"],
      },
    ],
    ["main opens", "main continues", "main continues"],
  ],
  [
    "a first message that was written anew, with the rest as it was",
    [
      { at: 0, says: ["a", "b", "c", "d", "e"] },
      { at: 10, says: ["a2", "b", "c", "d", "e", "f", "g"] },
    ],
    ["main opens", "main edits"],
  ],
];

it.each(TABLE)("follows %s", (_, sketches, expected) => {
  expect(tell(sketches)).toEqual(expected);
});

it("does not take what a client puts before each first question for a common history", () => {
  const context = {
    role: "user",
    content: "<environment_context>\n  <cwd>/work</cwd>\n</environment_context>",
  };
  const tools = [{ type: "function", function: { name: "exec_command", parameters: { type: "object" } } }];
  const say = (at: number, ...says: readonly string[]): LaneRequest => {
    const history = says.map((content, index) => ({ role: index % 2 === 0 ? "user" : "assistant", content }));
    const messages = [{ role: "system", content: "Help with the code." }, context, ...history];
    const { prompt } = parsePrompt(JSON.stringify({ model: "qwen3.7-max", tools, messages }));
    return { at, duration: 3, prompt, reply: "" };
  };
  const lanes = findLanes([say(0, "One"), say(10, "One", "Done.", "Two"), say(20, "Another")]);
  expect(lanes.map(({ members }) => members.map(({ index, step }) => `${index} ${step}`))).toEqual([
    ["0 opens", "1 continues"],
    ["2 opens"],
  ]);
});

it("tells lanes of requests without bodies by what they read", () => {
  const bare = (at: number, read: number, written: number): LaneRequest => ({
    at,
    duration: 3,
    prompt: null,
    billed: { read, written },
  });
  const lanes = findLanes([bare(0, 0, 5000), bare(10, 5000, 200), bare(20, 5200, 10)]);
  expect(lanes).toHaveLength(1);
  expect(lanes[0]?.members.map(({ step }) => step)).toEqual(["opens", "unknown", "unknown"]);
});

/** So many conversations with prefixes of their own, each a few requests long, taking turns. */
const turns = fc
  .integer({ min: 1, max: 4 })
  .chain((count) =>
    fc.tuple(
      fc.constant(count),
      fc.array(fc.integer({ min: 0, max: count - 1 }), { minLength: 1, maxLength: 14 }),
    ),
  );

it("shares lanes by prefix alone, in whatever order disjoint conversations take turns", () => {
  fc.assert(
    fc.property(turns, ([count, order]) => {
      const lengths = new Array<number>(count).fill(0);
      const sketches = order.map((conversation, place): Sketch => {
        const rounds = lengths[conversation] ?? 0;
        lengths[conversation] = rounds + 1;
        const says = Array.from({ length: rounds * 2 + 1 }, (_, index) => `${conversation} says ${index}`);
        return {
          at: place * 10,
          says,
          system: `Agent ${conversation} of many.\n${"x".repeat(conversation * 90)}`,
        };
      });
      const lanes = findLanes(sketches.map(requestOf));
      const held = lanes.map(({ members }) => members.map(({ index }) => index));
      const wanted = [...new Set(order)].map((conversation) =>
        order.flatMap((each, index) => (each === conversation ? [index] : [])),
      );
      expect(held).toEqual(wanted);
    }),
  );
});
