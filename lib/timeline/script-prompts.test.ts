/** Requests of a scenario grow, change or repeat; a marker on the last message rolls along. */
import { expect, it } from "vitest";
import { parsePrompt } from "../prompt/parse";
import type { Prompt } from "../prompt/prompt";
import type { Scenario, Turn } from "./scenario";
import { scriptPrompts } from "./script-prompts";

const marker = { type: "ephemeral" };
const body = {
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: [{ type: "text", text: "S", cache_control: marker }] },
    { role: "user", content: [{ type: "text", text: "Q1", cache_control: marker }] },
  ],
};
const scenario = (...turns: Turn[]): Scenario => ({ name: "test", duration: 2, reply: "A1", turns });
const append: Turn = { mode: "append", gap: 30, user: "Q2", reply: "A2" };

function read(request: unknown): Prompt {
  const { prompt } = parsePrompt(JSON.stringify(request));
  if (!prompt) throw new Error("The example is no request.");
  return prompt;
}

/** A prompt without its places in the text, which written and parsed messages do not share. */
const show = (prompt: Prompt | undefined) => ({
  messages: prompt?.messages.map(({ pointer, role, form, parts }) => ({
    pointer,
    role,
    form,
    parts: parts.map((part) => [part.pointer, part.text, part.marker?.pointer ?? null]),
  })),
  markers: prompt?.markers.map(({ pointer, owner, place, value }) => ({ pointer, owner, place, value })),
});

const play = (request: unknown, ...turns: Turn[]) => scriptPrompts(read(request), scenario(...turns));

it("plays the document itself first", () => {
  const first = read(body);
  const [request, ...others] = scriptPrompts(first, scenario());
  expect(request).toMatchObject({ at: 0, duration: 2, reply: "A1", turn: -1, kind: "request", events: [] });
  expect(request?.prompt).toBe(first);
  expect(others).toEqual([]);
});

it("appends the reply and the next user message, and moves the last marker along", () => {
  const [, second] = play(body, append);
  expect(second?.at).toBe(30);
  expect(second?.reply).toBe("A2");
  const written = {
    model: "qwen3.7-max",
    messages: [
      body.messages[0],
      { role: "user", content: [{ type: "text", text: "Q1" }] },
      { role: "assistant", content: "A1" },
      { role: "user", content: [{ type: "text", text: "Q2", cache_control: marker }] },
    ],
  };
  expect(show(second?.prompt)).toEqual(show(read(written)));
});

it("numbers messages of the Anthropic dialect without its system", () => {
  const anthropic = { max_tokens: 1, system: "S", messages: [{ role: "user", content: "Q1" }] };
  const written = {
    ...anthropic,
    messages: [
      { role: "user", content: "Q1" },
      { role: "assistant", content: "A1" },
      { role: "user", content: "Q2" },
    ],
  };
  expect(show(play(anthropic, append)[1]?.prompt)).toEqual(show(read(written)));
});

it("keeps a marker of the request itself behind those of the messages", () => {
  const automatic = { ...body, cache_control: marker };
  expect(play(automatic, append)[1]?.prompt.markers.map(({ place }) => place)).toEqual([
    "part",
    "part",
    "request",
  ]);
});

it("replaces the last message and leaves the fixed marker where it is", () => {
  const batch = { ...body, messages: [body.messages[0], { role: "user", content: "row 1" }] };
  const next = { ...body, messages: [body.messages[0], { role: "user", content: "row 2" }] };
  const [, second] = play(batch, { mode: "replace", gap: 5, user: "row 2", reply: "" });
  expect(show(second?.prompt)).toEqual(show(read(next)));
});

it("repeats the same prompt, adds gaps up and shares what does not change", () => {
  const [first, second, third] = play(body, { mode: "repeat", gap: 5, user: "", reply: "" }, append);
  expect(second?.prompt).toBe(first?.prompt);
  expect([first?.at, second?.at, third?.at]).toEqual([0, 5, 35]);
  expect(third?.prompt.messages[0]).toBe(first?.prompt.messages[0]);
});

it("plays a bare message array", () => {
  const [, second] = play([{ role: "user", content: "Q1" }], append);
  expect(second?.prompt.messages.map(({ pointer }) => pointer)).toEqual(["/0", "/1", "/2"]);
});
