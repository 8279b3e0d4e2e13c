/** Prompts with their text: what two of them have in common ends where their tokens part, and markers keep their place. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createPrefixIndex } from "../layout/prefix-index";
import { parsePrompt } from "../prompt/parse";
import type { ComparableRequest } from "../systems/comparable";
import type { TokenCounter } from "../tokens/token-counter";
import { countNearest } from "./counting";
import type { GivenPrompt } from "./given-request";
import { readPrompts } from "./read-prompts";

/** One token a character. */
const counter: TokenCounter = {
  name: "characters",
  origin: "built-in",
  count: (text) => text.length,
  encode: (text) => Array.from(text, (character) => character.charCodeAt(0)),
  list: () => ({ text: "", tokens: [], complete: true, changed: false }),
};

function read(...bodies: readonly unknown[]): ComparableRequest[] {
  const given = bodies.map((body): GivenPrompt => {
    const { prompt } = parsePrompt(JSON.stringify(body));
    if (!prompt) throw new Error("The body holds no messages.");
    return { at: 0, duration: 0, firstToken: 0, completion: 0, conversation: null, prompt };
  });
  const reader = readPrompts(
    given,
    createPrefixIndex(),
    countNearest(() => counter),
  );
  return given.map((one, number) => reader(one, number, number));
}

const commonOf = (a: ComparableRequest, b: ComparableRequest): number => {
  const keys = new Set(b.points.map(({ key }) => key));
  return a.points.findLast(({ key }) => keys.has(key))?.prefix ?? 0;
};

const say = (...contents: readonly string[]) => ({
  messages: contents.map((content, order) => ({ role: order % 2 ? "assistant" : "user", content })),
});

it("counts the text, four tokens a message and three before the answer", () => {
  const [one] = read(say("hello", "yes"));
  expect(one?.segments.map(({ prefix }) => prefix)).toEqual([9, 16]);
  expect(one?.prompt).toBe(19);
});

it.each([
  [["abcdef"], ["abcxyz"], 4 + 3],
  [["abc"], ["abcdef"], 4 + 3],
  [["abc", "x"], ["abc", "y"], 7],
  [["abc", "same"], ["abc", "same", "more"], 15],
  [["abc"], ["abc"], 10],
  [["abc"], ["xyz"], 0],
])("of %j and %j %i tokens are in common", (a, b, common) => {
  const [one, other] = read(say(...a), say(...b));
  expect(one && other && commonOf(one, other)).toBe(common);
  expect(one && other && commonOf(other, one)).toBe(common);
});

it("finds what any two of many prompts have in common", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 5 });
  const prompt = fc.array(text, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(prompt, { minLength: 2, maxLength: 7 }), (prompts) => {
      const all = read(...prompts.map((contents) => say(...contents)));
      for (const [i, a] of prompts.entries()) {
        for (const [j, b] of prompts.entries()) {
          const [one, other] = [all[i], all[j]];
          if (!one || !other || i === j) continue;
          // By hand: whole messages, then the characters of the first that differs.
          let common = 0;
          let order = 0;
          while (order < a.length && a[order] === b[order]) common += 4 + (a[order++]?.length ?? 0);
          const [rest = "", others = ""] = [a[order], b[order]];
          let length = 0;
          while (length < rest.length && rest[length] === others[length]) length++;
          const isSame = order === a.length && order === b.length;
          const expected = isSame ? one.prompt : length > 0 ? common + 4 + length : common;
          expect(commonOf(one, other)).toBe(expected);
        }
      }
      for (const { points } of all) {
        expect(points.map(({ prefix }) => prefix)).toEqual(
          points.map(({ prefix }) => prefix).sort((x, y) => x - y),
        );
      }
    }),
  );
});

it("puts tools first, names calls and results, and keeps markers with their lives", () => {
  const [one] = read({
    system: [{ type: "text", text: "Be brief.", cache_control: { type: "ephemeral", ttl: "1h" } }],
    tools: [
      { name: "look", input_schema: {}, cache_control: { type: "ephemeral" } },
      { name: "find", input_schema: {} },
    ],
    messages: [
      { role: "user", content: "Where?" },
      {
        role: "assistant",
        content: [
          { type: "thinking", thinking: "Hm.", signature: "s" },
          { type: "text", text: "I look." },
          { type: "tool_use", id: "1", name: "look", input: {} },
        ],
      },
      {
        role: "user",
        content: [
          { type: "tool_result", tool_use_id: "1", content: "Here." },
          { type: "text", text: "And?", cache_control: { type: "ephemeral", ttl: "5m" } },
        ],
      },
    ],
  });
  expect(one?.segments.map(({ role, kind, isMessageEnd }) => [role, kind, isMessageEnd])).toEqual([
    ["tools", "text", false],
    ["tools", "text", true],
    ["system", "text", true],
    ["user", "text", true],
    ["assistant", "thinking", false],
    ["assistant", "text", false],
    ["assistant", "tool_use", true],
    ["tool", "tool_result", false],
    ["user", "text", true],
  ]);
  expect(one?.markers.map(({ segment, ttl }) => [segment, ttl])).toEqual([
    [0, undefined],
    [2, 3600],
    [8, 300],
  ]);
});

it("reads calls beside an empty content, and a tool's message as its result", () => {
  const [one] = read({
    messages: [
      { role: "user", content: "Where?" },
      {
        role: "assistant",
        content: "",
        tool_calls: [
          { id: "1", type: "function", function: { name: "look", arguments: "{}" } },
          { id: "2", type: "function", function: { name: "find", arguments: "{}" } },
        ],
      },
      { role: "tool", tool_call_id: "1", content: "Here." },
    ],
  });
  expect(one?.segments.map(({ role, kind }) => [role, kind])).toEqual([
    ["user", "text"],
    ["assistant", "tool_use"],
    ["assistant", "tool_use"],
    ["tool", "tool_result"],
  ]);
});
