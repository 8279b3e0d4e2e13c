/** Events change exactly what they name, from their request on. */
import { describe, expect, it } from "vitest";
import { parsePrompt } from "../prompt/parse";
import type { Prompt } from "../prompt/prompt";
import { ENGLISH } from "../words/plain-words";
import type { PlayEvent } from "./play-event";
import type { Turn, TurnMode } from "./scenario";
import { playScenario } from "./script-prompts";

const marker = { type: "ephemeral" };
const tool = (name: string) => ({ type: "function", function: { name, parameters: { type: "object" } } });
const openai = {
  model: "qwen3.7-max",
  tools: [tool("a"), { ...tool("b"), cache_control: marker }, tool("c"), tool("d")],
  messages: [
    { role: "system", content: [{ type: "text", text: "S", cache_control: marker }] },
    { role: "user", content: "Knowledge\nof long standing" },
    { role: "assistant", content: "Noted." },
    { role: "user", content: [{ type: "text", text: "Q1", cache_control: marker }] },
  ],
};
const bare = [{ role: "user", content: "Q1" }];
const anthropic = { model: "m", max_tokens: 9, system: "S", messages: [{ role: "user", content: "Q1" }] };

function play(request: unknown, ...steps: (readonly [TurnMode, ...PlayEvent[]])[]) {
  const { prompt } = parsePrompt(JSON.stringify(request));
  if (!prompt) throw new Error("The example is no request.");
  const turns = steps.map(([mode, ...events]): Turn => ({ mode, gap: 30, user: "Q", reply: "A", events }));
  const { requests, problems } = playScenario(prompt, { name: "test", duration: 2, reply: "A1", turns });
  return { prompts: requests.map((each) => each.prompt), requests, problems };
}

const texts = (prompt: Prompt | undefined) => prompt?.messages.map(({ parts }) => parts[0]?.text);
const pointers = (prompt: Prompt | undefined) => prompt?.messages.map(({ pointer }) => pointer);
const markers = (prompt: Prompt | undefined) => prompt?.markers.map(({ pointer }) => pointer);
const tools = (prompt: Prompt | undefined) => prompt?.tools.map(({ name }) => name);

describe("lines in the system text", () => {
  it("stand at its start and end, and replace those put there before", () => {
    const line = (text: string, at: "start" | "end"): PlayEvent => ({ kind: "edit-system", text, at });
    const { prompts } = play(
      openai,
      ["repeat", line("one", "start")],
      ["repeat", line("two", "start"), line("end", "end")],
      ["repeat", line("", "start")],
    );
    expect(prompts.map((prompt) => texts(prompt)?.[0])).toEqual(["S", "one\nS", "two\nS\nend", "S\nend"]);
    expect(markers(prompts[2])).toEqual(markers(prompts[0]));
    expect(prompts[2]?.messages[1]).toBe(prompts[0]?.messages[1]);
  });

  it("tell the time of every request from the clock's event on", () => {
    const { prompts } = play(openai, ["append"], ["append", { kind: "clock" }], ["append"], ["ping"]);
    const times = prompts.map((prompt) => texts(prompt)?.[0]);
    const third = "Current time: 2026-01-05T09:01:30Z\nS";
    expect(times).toEqual(["S", "S", "Current time: 2026-01-05T09:01:00Z\nS", third, third]);
  });

  it("are shared by requests that have the same ones", () => {
    const { prompts } = play(openai, ["append", { kind: "edit-system", text: "x", at: "end" }], ["append"]);
    expect(prompts[2]?.messages[0]).toBe(prompts[1]?.messages[0]);
  });

  it.each([
    ["a bare array", bare, ["/0", "/1", "/2", "/3"]],
    [
      "the OpenAI dialect",
      { model: "m", messages: bare },
      ["/messages/0", "/messages/1", "/messages/2", "/messages/3"],
    ],
    [
      "the Anthropic dialect",
      { ...anthropic, system: undefined, tools: [{ name: "t", input_schema: {} }] },
      ["/system", "/messages/0", "/messages/1", "/messages/2"],
    ],
  ])("make a system message where there is none: %s", (_name, request, expected) => {
    const { prompts } = play(request, ["append", { kind: "clock" }]);
    expect(prompts[1]?.messages[0]?.role).toBe("system");
    expect(texts(prompts[1])?.slice(1)).toEqual(["Q1", "A1", "Q"]);
    expect(pointers(prompts[1])).toEqual(expected);
  });

  it("move the markers of messages that make room for a system message", () => {
    const request = { model: "m", messages: openai.messages.slice(1) };
    const { prompts } = play(request, ["repeat", { kind: "clock" }]);
    expect(markers(prompts[1])).toEqual(["/messages/3/content/0/cache_control"]);
    expect(prompts[1]?.messages[3]?.parts[0]?.marker?.owner).toBe("/messages/3/content/0");
  });
});

describe("tools", () => {
  it("are shuffled into another order, the same for the same seed; markers go along", () => {
    const shuffle = (seed: number) =>
      play(openai, ["repeat", { kind: "shuffle-tools", seed }], ["append"]).prompts;
    for (let seed = 0; seed < 30; seed++) {
      const [before, after, later] = shuffle(seed);
      expect(tools(after)).not.toEqual(tools(before));
      expect(tools(after)?.toSorted()).toEqual(["a", "b", "c", "d"]);
      expect(tools(later)).toEqual(tools(shuffle(seed)[1]));
      expect(after?.tools.map(({ pointer }) => pointer)).toEqual(before?.tools.map(({ pointer }) => pointer));
      const owner = after?.tools.find(({ name }) => name === "b")?.pointer;
      expect(after?.markers[0]).toMatchObject({ owner, pointer: `${owner}/cache_control`, place: "tool" });
    }
  });

  it("are added and removed", () => {
    const { prompts } = play(
      openai,
      ["repeat", { kind: "add-tool", name: "new" }],
      ["repeat", { kind: "remove-tool", name: "b" }],
      ["repeat", { kind: "remove-tool" }],
    );
    expect(prompts.map(tools)).toEqual([
      ["a", "b", "c", "d"],
      ["a", "b", "c", "d", "new"],
      ["a", "c", "d", "new"],
      ["a", "c", "d"],
    ]);
    expect(markers(prompts[2])).toEqual(markers(prompts[0])?.slice(1));
  });

  it.each([
    [openai, { type: "function", function: { name: "new" } }],
    [anthropic, { name: "new", input_schema: { type: "object" } }],
  ])("are added in the shape of the dialect", (request, expected) => {
    const { prompts } = play(request, ["repeat", { kind: "add-tool", name: "new" }]);
    expect(prompts[1]?.tools.at(-1)?.value).toMatchObject(expected);
  });

  it("are added as they are defined; what is no definition gives a plain one", () => {
    const definition = { type: "function", function: { name: "look", parameters: { type: "object" } } };
    const { prompts } = play(
      openai,
      ["repeat", { kind: "add-tool", name: "look", definition: JSON.stringify(definition) }],
      ["repeat", { kind: "add-tool", name: "new", definition: "{" }],
    );
    expect(prompts[1]?.tools.at(-1)?.value).toEqual(definition);
    expect(prompts[2]?.tools.at(-1)?.value).toMatchObject({ function: { name: "new", parameters: {} } });
  });

  it("keep their fields, in reverse order", () => {
    const { prompts } = play(openai, ["repeat", { kind: "reorder-tool-keys" }]);
    const [before, after] = prompts.map((prompt) => prompt.tools[0]?.value);
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).toBe(
      '{"function":{"parameters":{"type":"object"},"name":"a"},"type":"function"}',
    );
  });
});

describe("knowledge", () => {
  it("is the longest text before the question", () => {
    const event: PlayEvent = { kind: "switch-knowledge" };
    const { prompts } = play(openai, ["append", event], ["append", event]);
    expect(texts(prompts[1])?.slice(0, 3)).toEqual([
      "S",
      "Version 2 of this text.\nof long standing",
      "Noted.",
    ]);
    expect(texts(prompts[2])?.[1]).toBe("Version 3 of this text.\nof long standing");
    expect(prompts[1]?.messages[0]).toBe(prompts[0]?.messages[0]);
  });

  it("becomes the text that is given, in the system where there is no other", () => {
    const { prompts } = play(anthropic, ["repeat", { kind: "switch-knowledge", text: "New" }]);
    expect(texts(prompts[1])).toEqual(["New", "Q1"]);
  });
});

describe("compaction", () => {
  const event: PlayEvent = { kind: "compact", summary: "So far" };

  it("leaves the system, a summary and the new question, and the marker rolls on", () => {
    const { prompts } = play(openai, ["append"], ["append", event], ["append"]);
    expect(texts(prompts[2])).toEqual(["S", "So far", "Understood. I go on from this summary.", "Q"]);
    expect(markers(prompts[2])?.slice(1)).toEqual([
      "/messages/0/content/0/cache_control",
      "/messages/3/content/0/cache_control",
    ]);
    expect(texts(prompts[3])?.slice(3)).toEqual(["Q", "A", "Q"]);
    expect(prompts[2]?.messages[0]).toBe(prompts[0]?.messages[0]);
  });

  it("keeps the last question of a request that is repeated", () => {
    const { prompts } = play(openai, ["repeat", event], ["replace"]);
    expect(texts(prompts[1])?.slice(1)).toEqual(["So far", "Understood. I go on from this summary.", "Q1"]);
    expect(pointers(prompts[1])?.at(-1)).toBe("/messages/3");
    expect(texts(prompts[2])?.slice(3)).toEqual(["Q"]);
    expect(markers(prompts[2])).toEqual(markers(prompts[1]));
  });
});

it("switches the model from its request on", () => {
  const { prompts } = play(
    openai,
    ["append"],
    ["append", { kind: "switch-model", model: "other" }],
    ["append"],
  );
  expect(prompts.map(({ model }) => model)).toEqual(["qwen3.7-max", "qwen3.7-max", "other", "other"]);
});

it("names what took effect at its first request", () => {
  const { requests } = play(
    openai,
    ["append", { kind: "clock" }, { kind: "shuffle-tools", seed: 1 }],
    ["append"],
  );
  expect(requests.map(({ events }) => events.map(ENGLISH.say))).toEqual([
    [],
    ["clock in the system text", "tools shuffled"],
    [],
  ]);
});

it.each<[PlayEvent, string]>([
  [{ kind: "shuffle-tools", seed: 1 }, "fewer than two tools"],
  [{ kind: "remove-tool" }, "no tools"],
  [{ kind: "remove-tool", name: "x" }, 'no tool named "x"'],
  [{ kind: "reorder-tool-keys" }, "no tools"],
  [{ kind: "switch-knowledge" }, "no text before"],
  [{ kind: "drop-results", keep: 1 }, "no older tool results"],
])("says why %j changes nothing", (event, reason) => {
  const { requests, problems, prompts } = play(bare, ["repeat", event]);
  expect(problems.map(({ turn, message }) => [turn, ENGLISH.say(message)])).toEqual([
    [0, expect.stringContaining(reason)],
  ]);
  expect(requests[1]?.events).toEqual([]);
  expect(prompts[1]).toBe(prompts[0]);
});
