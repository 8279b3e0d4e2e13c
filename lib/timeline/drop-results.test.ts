/** Old tool results are left out in both dialects; their calls, markers and the newest results stay. */
import { expect, it } from "vitest";
import { parsePrompt } from "../prompt/parse";
import type { Prompt } from "../prompt/prompt";
import { dropResults, LEFT_OUT } from "./drop-results";

const marker = { cache_control: { type: "ephemeral" } };
const openai = {
  messages: [
    { role: "user", content: "Look." },
    {
      role: "assistant",
      content: null,
      tool_calls: [{ id: "a", type: "function", function: { name: "look", arguments: "{}" } }],
    },
    { role: "tool", tool_call_id: "a", content: "first" },
    { role: "tool", tool_call_id: "b", content: [{ type: "text", text: "second", ...marker }] },
    { role: "tool", tool_call_id: "c", content: "third" },
  ],
};
const anthropic = {
  system: "Be brief.",
  max_tokens: 10,
  messages: [
    { role: "assistant", content: [{ type: "tool_use", id: "a", name: "look", input: {} }] },
    {
      role: "user",
      content: [
        { type: "tool_result", tool_use_id: "a", content: "first" },
        { type: "text", text: "And this?" },
      ],
    },
    { role: "user", content: [{ type: "tool_result", tool_use_id: "b", content: "second" }] },
  ],
};

function parse(body: object): Prompt {
  const { prompt } = parsePrompt(JSON.stringify(body));
  if (!prompt) throw new Error("This is no request.");
  return prompt;
}
const textsOf = (prompt: Prompt) => prompt.messages.flatMap(({ parts }) => parts.map(({ text }) => text));

it.each([
  ["tool messages", openai, 1, ["Look.", LEFT_OUT, LEFT_OUT, "third"]],
  ["tool messages, two kept", openai, 2, ["Look.", LEFT_OUT, "second", "third"]],
  ["parts of user messages", anthropic, 1, ["Be brief.", "", LEFT_OUT, "And this?", "second"]],
])("%s", (_, body, keep, expected) => {
  const prompt = parse(body);
  const dropped = dropResults(prompt, keep);
  expect(textsOf(dropped)).toEqual(expected);
  expect(dropped.markers).toEqual(prompt.markers);
  // What stays is the same object: nothing of it need be counted again.
  const kept = dropped.messages.filter((message) => prompt.messages.includes(message));
  expect(dropped.messages.length - kept.length).toBe(expected.filter((text) => text === LEFT_OUT).length);
});

it("leaves a prompt as it is where nothing is older than what is kept, or all is left out already", () => {
  const prompt = parse(openai);
  expect(dropResults(prompt, 3)).toBe(prompt);
  const all = dropResults(prompt, 0);
  expect(textsOf(all)).not.toContain("third");
  expect(dropResults(all, 0)).toBe(all);
});
