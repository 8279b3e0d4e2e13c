/** What a client writes anew changes; what it has sent stays as it was sent. */
import { expect, it } from "vitest";
import type { ChangingText } from "../changing/changing-text";
import { EMPTY_PROMPT } from "../prompt/empty-prompt";
import { parsePrompt } from "../prompt/parse";
import { listPlacedSpans } from "./rewrite-changing";
import type { Turn } from "./scenario";
import { playScenario } from "./script-prompts";

const read = (body: object) => parsePrompt(JSON.stringify(body)).prompt ?? EMPTY_PROMPT;

function play(body: object, turns: readonly Partial<Turn>[], told: readonly ChangingText[] = []) {
  const scenario = {
    name: "",
    duration: 1,
    reply: "Yes.",
    turns: turns.map((turn): Turn => ({ mode: "append", gap: 60, user: "And now?", reply: "Yes.", ...turn })),
  };
  return playScenario(read(body), scenario, [], told).requests.map(({ prompt }) => prompt);
}

const words = (prompt: ReturnType<typeof read>): string[] =>
  prompt.messages.map(({ parts }) => parts.map(({ text }) => text).join(""));

it("runs a clock in a tool's description, and leaves its names alone", () => {
  const description = "Answers for now. Current time: 2026-11-21 09:30";
  const body = {
    model: "qwen3.7-max",
    tools: [{ type: "function", function: { name: "look_up", description, parameters: {} } }],
    messages: [{ role: "user", content: "Hello" }],
  };
  const requests = play(body, [{}, { gap: 120 }]);
  expect(requests.map(({ tools }) => JSON.stringify(tools[0]?.value).match(/09:\d\d/)?.[0])).toEqual([
    "09:30",
    "09:31",
    "09:33",
  ]);
  expect(listPlacedSpans(read(body), [])).toMatchObject([
    { pointer: "/tools/0/function/description", words: "2026-11-21 09:30", change: "clock" },
  ]);
});

it("writes a question at its time and sends it again as it was", () => {
  const body = { model: "qwen3.7-max", messages: [{ role: "user", content: "Current time: 09:30. Hello" }] };
  const turns = [{ user: "Current time: 09:30. And now?" }, { user: "Current time: 09:30. And now?" }, {}];
  expect(play(body, turns).map(words).at(-1)).toEqual([
    "Current time: 09:30. Hello",
    "Yes.",
    "Current time: 09:31. And now?",
    "Yes.",
    "Current time: 09:32. And now?",
    "Yes.",
    "And now?",
  ]);
});

it("keeps a question as it was sent while tools are called", () => {
  const body = { model: "qwen3.7-max", messages: [{ role: "user", content: "Hello" }] };
  const round = { gap: 30, calls: [{ name: "look_up", arguments: "{}", result: "Found." }] };
  const requests = play(body, [{ user: "Request id: 7f3a91c04e", rounds: [round, round] }]).map(words);
  const [, asked, first, second] = requests;
  expect(asked?.[2]).not.toBe("Request id: 7f3a91c04e");
  expect(first?.[2]).toBe(asked?.[2]);
  expect(second?.[2]).toBe(asked?.[2]);
});

it("asks again with new words, and replaces a question by one with its own", () => {
  const body = { model: "qwen3.7-max", messages: [{ role: "user", content: "Current time: 09:30. Hello" }] };
  const turns: Partial<Turn>[] = [
    { mode: "repeat" },
    { mode: "replace", user: "Current time: 09:30. Else?" },
    {},
  ];
  expect(play(body, turns).map(words)).toEqual([
    ["Current time: 09:30. Hello"],
    ["Current time: 09:31. Hello"],
    ["Current time: 09:32. Else?"],
    ["Current time: 09:32. Else?", "Yes.", "And now?"],
  ]);
});

it("goes on from the first of several requests at one time", () => {
  const body = { model: "qwen3.7-max", messages: [{ role: "user", content: "Request id: 7f3a91c04e" }] };
  const requests = play(body, [{ mode: "repeat", copies: 3 }, {}]).map(words);
  const ids = requests.slice(0, 4).map(([first]) => first);
  expect(new Set(ids).size).toBe(4);
  expect(requests[4]?.[0]).toBe(ids[1]);
});

it("writes what stands before the first question anew, and an answered question never", () => {
  const clock = "Current time: 09:30.";
  const user = (content: string) => ({ role: "user", content });
  const body = {
    model: "qwen3.7-max",
    messages: [user(clock), user(`${clock} Hello`), { role: "assistant", content: "Yes." }, user("And?")],
  };
  expect(play(body, [{}]).map(words)[1]?.slice(0, 2)).toEqual(["Current time: 09:31.", `${clock} Hello`]);
  expect(listPlacedSpans(read(body), []).map(({ pointer }) => pointer)).toEqual(["/messages/0/content"]);
});

it("changes whatever words the user names, also around what is recognised", () => {
  const body = {
    model: "qwen3.7-max",
    messages: [{ role: "system", content: "Build alpha 7. Current time: 09:30" }],
  };
  const told: ChangingText[] = [
    { words: "alpha 7", change: "request" },
    { words: "Current time: 09:30", change: "clock" },
  ];
  expect(listPlacedSpans(read(body), told).map((span) => span.words)).toEqual([
    "alpha 7",
    "Current time: 09:30",
  ]);
  const [first, second] = play(body, [{}], told).map(words);
  expect(first).toEqual(["Build alpha 7. Current time: 09:30"]);
  expect(second?.[0]).toMatch(/^Build alpha \d\. Current time: 09:31$/);
  expect(second?.[0]).not.toContain("alpha 7");
});

it("changes a date at the midnight of the clock beside it", () => {
  const system = { role: "system", content: "today: 2026/2/28周六. Current time: 23:58" };
  const body = { model: "qwen3.7-max", messages: [system, { role: "user", content: "Hello" }] };
  expect(play(body, [{}, {}]).map((prompt) => words(prompt)[0])).toEqual([
    "today: 2026/2/28周六. Current time: 23:58",
    "today: 2026/2/28周六. Current time: 23:59",
    "today: 2026/3/1周日. Current time: 00:00",
  ]);
});
