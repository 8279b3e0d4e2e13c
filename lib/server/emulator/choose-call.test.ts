/** When a reply is a tool call, and of which tool. */
import { expect, it } from "vitest";
import { parsePrompt } from "../../prompt/parse";
import { chooseCall } from "./choose-call";
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
