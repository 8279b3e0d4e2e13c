/** A recording of several conversations keeps which request is whose; one alone needs no names. */
import { expect, it } from "vitest";
import type { Exchange } from "./exchange";
import { makeLayout } from "./make-layout";

const exchange = (at: number, conversation: string | null): Exchange => ({
  place: `Line ${at}`,
  at,
  duration: 2,
  body: { model: "qwen3.7-max", messages: [{ role: "user", content: `Question ${at}` }] },
  reply: "Done.",
  usage: null,
  model: null,
  conversation,
});

const lanesOf = (...conversations: readonly (string | null)[]) => {
  const made = makeLayout(conversations.map((name, index) => exchange(index * 10, name)));
  const { scenario } = made?.layout ?? {};
  return [scenario?.lane, ...(scenario?.turns.map(({ lane }) => lane) ?? [])];
};

it("names the conversation of each request", () => {
  expect(lanesOf("main", "sub-agent 1", "main")).toEqual(["main", "sub-agent 1", "main"]);
});

it("leaves out what is not told, and names nothing where there is one conversation", () => {
  expect(lanesOf("main", null, "main")).toEqual(["main", undefined, "main"]);
  expect(lanesOf("main", "main")).toEqual([undefined, undefined]);
  expect(lanesOf(null, null)).toEqual([undefined, undefined]);
});
