/** Bodies are played as they are given, unless what changes in them is asked for. */
import { expect, it } from "vitest";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
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
    if (!result.ok) throw new Error(result.error.message);
    return result.value.turns[1]?.read;
  };
  expect(readOf()).toBeGreaterThan(2000);
  expect(readOf({ changing: [] })).toBe(0);
  expect(readOf({ changing: [{ words: "7f3a91c04e", change: "conversation" }] })).toBeGreaterThan(2000);
});
