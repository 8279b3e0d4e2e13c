/** When a reply is a tool call, and of which tool. */
import { expect, it } from "vitest";
import { parsePrompt } from "../../prompt/parse";
import { type CallOptions, chooseCall, chooseCalls } from "./choose-call";
import type { ToolChoice } from "./read-request";

const parameters = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
const tools = [
  { type: "function", function: { name: "get_time", parameters: {} } },
  { type: "function", function: { name: "get_weather", parameters } },
  { name: "search", input_schema: parameters },
];

function choose(messages: object[], choice: ToolChoice = "auto"): string | null {
  const { prompt } = parsePrompt(JSON.stringify({ model: "qwen3-max", tools, messages }));
  if (!prompt) throw new Error("no prompt");
  return chooseCall(prompt, choice)?.name ?? null;
}
const says = (content: unknown) => [{ role: "user", content }];

it.each<[string, object[], ToolChoice, string | null]>([
  ["an ordinary question", says("What is the weather?"), "auto", null],
  ["words that ask for it", says("Please call get_weather now"), "auto", "get_weather"],
  ["quotes and more words", says("Call the tool `search`."), "auto", "search"],
  ["a part of an array", says([{ type: "text", text: "call search" }]), "auto", "search"],
  ["a longer name", says("call get_weather_report"), "auto", null],
  ["a call that is forbidden", says("call search"), "none", null],
  ["any call", says("Hello"), "any", "get_time"],
  ["any call, with a wish", says("call search"), "any", "search"],
  ["a named call", says("Hello"), { name: "get_weather" }, "get_weather"],
  ["a name that no tool has", says("Hello"), { name: "x" }, null],
  ["a tool's result", [...says("call search"), { role: "tool", content: "1" }], "any", null],
  [
    "a tool's result in a user message",
    says([
      { type: "tool_result", tool_use_id: "1", content: "2" },
      { type: "text", text: "call search" },
    ]),
    "auto",
    null,
  ],
])("%s", (_name, messages, choice, name) => {
  expect(choose(messages, choice)).toBe(name);
});

const callsOf = (messages: object[], choice: ToolChoice = "auto", options: CallOptions = {}): string[] => {
  const { prompt } = parsePrompt(JSON.stringify({ model: "qwen3-max", tools, messages }));
  if (!prompt) throw new Error("no prompt");
  return chooseCalls(prompt, choice, options).map(({ name }) => name);
};

const called = (...names: string[]) => ({
  role: "assistant",
  content: "",
  tool_calls: names.map((name, at) => ({
    id: `${name}${at}`,
    type: "function",
    function: { name, arguments: "{}" },
  })),
});
const answered = (...names: string[]) =>
  names.map((name, at) => ({ role: "tool", tool_call_id: `${name}${at}`, content: "1" }));
const reminder = "<system-reminder>\nCall get_time if you like.\n</system-reminder>";

it.each<[string, object[], string[]]>([
  ["several at once", says("call get_weather and search"), ["get_weather", "search"]],
  [
    "the next one after a result",
    [...says("call search 3 times"), called("search"), ...answered("search")],
    ["search"],
  ],
  [
    "words after the last",
    [
      ...says("call search twice"),
      called("search"),
      ...answered("search"),
      called("search"),
      ...answered("search"),
    ],
    [],
  ],
  [
    "another task",
    [...says("call search"), called("search"), ...answered("search"), ...says("now call get_time")],
    ["get_time"],
  ],
  ["a reminder behind the task", [...says("call search"), { role: "system", content: reminder }], ["search"]],
  [
    "a reminder as a message of the user",
    [...says("call search"), { role: "user", content: reminder }],
    ["search"],
  ],
  [
    "a reminder in a part",
    says([
      { type: "text", text: "call search" },
      { type: "text", text: reminder },
    ]),
    ["search"],
  ],
  ["a reminder alone", says(reminder), []],
  [
    "a reminder behind a result",
    [
      ...says("call search 2 times"),
      called("search"),
      ...answered("search"),
      { role: "user", content: reminder },
    ],
    ["search"],
  ],
  ["an answer in words", [...says("call search"), { role: "assistant", content: "No." }], []],
])("%s", (_name, messages, names) => {
  expect(callsOf(messages)).toEqual(names);
});

it("makes one call a reply where several are not allowed", () => {
  const one = { parallel: false };
  expect(callsOf(says("call get_weather and search"), "auto", one)).toEqual(["get_weather"]);
  const then = [...says("call get_weather and search"), called("get_weather"), ...answered("get_weather")];
  expect(callsOf(then, "auto", one)).toEqual(["search"]);
});

it("calls as often as it is told, tools that only look first", () => {
  expect(callsOf(says("Do it."), "auto", { rounds: 2 })).toEqual(["get_time"]);
  const once = [...says("Do it."), called("get_time"), ...answered("get_time")];
  expect(callsOf(once, "auto", { rounds: 2 })).toEqual(["get_weather"]);
  expect(
    callsOf([...once, called("get_weather"), ...answered("get_weather")], "auto", { rounds: 2 }),
  ).toEqual([]);
  expect(callsOf(says("call search"), "auto", { rounds: 0 })).toEqual([]);
});

it("takes arguments that are written behind the name", () => {
  const text = 'call search {"city": "Rome"}';
  const { prompt } = parsePrompt(JSON.stringify({ model: "qwen3-max", tools, messages: says(text) }));
  expect(prompt && chooseCalls(prompt, "auto")).toEqual([{ name: "search", input: { city: "Rome" } }]);
});
