/** Markers may come, go and move; no word, tool or role may change. */
import { expect, it } from "vitest";
import { parsePrompt } from "./parse";
import type { Prompt } from "./prompt";
import { writeWords } from "./same-words";

const marker = { type: "ephemeral" };
const plain = { model: "qwen3.7-max", messages: [{ role: "user", content: "Hi" }] };

function read(body: unknown): Prompt {
  const { prompt } = parsePrompt(JSON.stringify(body));
  if (!prompt) throw new Error("The body holds no messages.");
  return prompt;
}

it.each([
  [
    "a marker on an array part",
    [{ role: "user", content: [{ type: "text", text: "Hi", cache_control: marker }] }],
  ],
  ["a marker on the message", [{ role: "user", content: "Hi", cache_control: marker }]],
])("%s changes no word", (_, messages) => {
  expect(writeWords(read({ ...plain, messages }))).toBe(writeWords(read(plain)));
});

it.each([
  ["another text", { ...plain, messages: [{ role: "user", content: "Hi " }] }],
  ["another role", { ...plain, messages: [{ role: "system", content: "Hi" }] }],
  ["another model", { ...plain, model: "qwen3-max" }],
  ["a tool more", { ...plain, tools: [{ type: "function", function: { name: "now" } }] }],
  ["a message more", { ...plain, messages: [...plain.messages, ...plain.messages] }],
  [
    "two parts instead of one",
    {
      ...plain,
      messages: [
        {
          role: "user",
          content: [
            { type: "text", text: "H" },
            { type: "text", text: "i" },
          ],
        },
      ],
    },
  ],
])("%s is seen", (_, body) => {
  expect(writeWords(read(body))).not.toBe(writeWords(read(plain)));
});
