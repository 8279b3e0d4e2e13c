/** Bodies are played as they are given, unless what changes in them is asked for. */
import { expect, it } from "vitest";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { simulateBody } from "./simulate-body";

const counterFor = loadTestCounters();
const long = "Answer in the words of the manual and name the page. ".repeat(300);

const write = (head: string) => ({
  model: "qwen3.7-max",
  messages: [
    {
      role: "system",
      content: [{ type: "text", text: `${head}${long}`, cache_control: { type: "ephemeral" } }],
    },
    { role: "user", content: "Hello" },
  ],
});

it("changes texts only where it is asked to", () => {
  const body = (at: number) => ({ at, duration: 1, body: write("Request id: 7f3a91c04e\n") });
  const requests = [body(100), body(110)];
  const readOf = (changing?: object) => {
    const result = simulateBody({ model: "qwen3.7-max", region: "intl", ...changing, requests }, counterFor);
    if (!result.ok) throw new Error(ENGLISH.say(result.error.message));
    return result.value.turns[1]?.read;
  };
  expect(readOf()).toBeGreaterThan(2000);
  expect(readOf({ changing: [] })).toBe(0);
  expect(readOf({ changing: [{ words: "7f3a91c04e", change: "conversation" }] })).toBeGreaterThan(2000);
});

it("changes tools, and keeps a question as an earlier body sent it", () => {
  const clock = "Current time: 09:30";
  const described = (at: number, description: string) => ({
    at,
    duration: 1,
    body: {
      ...write(""),
      tools: [{ type: "function", function: { name: "look_up", description, parameters: {} } }],
    },
  });
  const reads = (requests: readonly object[], changing?: readonly object[]) => {
    const asked = { model: "qwen3.7-max", region: "intl", ...(changing ? { changing } : {}), requests };
    const result = simulateBody(asked, counterFor);
    if (!result.ok) throw new Error(ENGLISH.say(result.error.message));
    return result.value.turns.map(({ read }) => read);
  };
  expect(reads([described(0, clock), described(90, clock)], [])[1]).toBe(0);
  expect(reads([described(0, clock), described(90, clock)])[1]).toBeGreaterThan(2000);

  const [system] = write("").messages;
  const ask = (content: string, marked = false) => ({
    role: "user",
    content: [{ type: "text", text: content, ...(marked ? { cache_control: { type: "ephemeral" } } : {}) }],
  });
  const talk = (at: number, ...messages: readonly object[]) => ({
    at,
    duration: 1,
    body: { model: "qwen3.7-max", messages: [system, ...messages] },
  });
  const first = ask(`${clock}. How do I reset the device? ${long}`, true);
  const second = ask(`${clock}. And then? ${long}`, true);
  const answer = { role: "assistant", content: "Hold the button." };
  const all = [
    talk(0, first),
    talk(90, first, answer, second),
    talk(180, first, answer, second, answer, ask("Thanks.", true)),
  ];
  // The second question was sent with its own time, and so it is read with it.
  expect(reads(all, [])).toEqual(reads(all));
  const [, , third = 0] = reads(all, []);
  expect(third).toBeGreaterThan(8000);
});
