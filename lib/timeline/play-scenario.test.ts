/** What a turn may do beyond a plain question: filler text, pings, copies and repetitions, all within bounds. */
import { describe, expect, it } from "vitest";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { openai, play, showAll, textOf, turn } from "./fixtures/play-request";
import { MAX_REQUESTS } from "./script-prompts";

it("writes texts of so many tokens and names those of the response", () => {
  const counter = loadTestCounters()(null);
  const { requests } = play(openai, turn({ userTokens: 120, replyTokens: 40 }), turn());
  expect(counter.count(textOf(requests[1]?.prompt) ?? "")).toBe(120);
  expect(requests[1]?.completionTokens).toBe(40);
  expect(counter.count(requests[2]?.prompt.messages.at(-2)?.parts[0]?.text ?? "")).toBe(40);
  expect(requests[2]?.completionTokens).toBeUndefined();
});

it("pings with the request before, for one token, and goes on as if nothing had happened", () => {
  const { requests } = play(openai, turn({ mode: "ping", gap: 240, times: 2 }), turn());
  const [first, ping, again, next] = requests;
  expect([ping?.at, again?.at, next?.at]).toEqual([240, 480, 510]);
  expect(ping).toMatchObject({ kind: "ping", completionTokens: 1, reply: "" });
  expect(ENGLISH.say(ping?.label ?? "")).toBe("ping 1 of 2");
  expect(ping?.prompt).toBe(first?.prompt);
  expect(showAll(next?.prompt)).toEqual(showAll(play(openai, turn()).requests[1]?.prompt));
});

it("sends copies at one instant and goes on from the first", () => {
  const { requests } = play(openai, turn({ user: "worker {n}", copies: 3 }), turn({ user: "Q3" }));
  expect(
    requests.slice(1, 4).map(({ at, kind, label, prompt }) => [at, kind, ENGLISH.say(label), textOf(prompt)]),
  ).toEqual([
    [30, "request", "copy 1 of 3", "worker 1"],
    [30, "copy", "copy 2 of 3", "worker 2"],
    [30, "copy", "copy 3 of 3", "worker 3"],
  ]);
  expect(requests[4]?.prompt.messages.at(-3)?.parts[0]?.text).toBe("worker 1");
});

it("plays a turn so many times, with a number for each", () => {
  const { requests } = play(openai, turn({ mode: "replace", gap: 5, user: "row {n}", times: 3 }));
  expect(requests.map(({ at, prompt }) => [at, textOf(prompt)])).toEqual([
    [0, "Q1"],
    [5, "row 1"],
    [10, "row 2"],
    [15, "row 3"],
  ]);
  expect(requests.map(({ turn: index }) => index)).toEqual([-1, 0, 0, 0]);
});

describe("bounds", () => {
  it("writes out no more than so many requests and says so", () => {
    const { requests, problems } = play(
      openai,
      turn({ mode: "repeat", times: 3000 }),
      turn({ mode: "repeat", times: 3000 }),
      turn(),
    );
    expect(requests).toHaveLength(MAX_REQUESTS);
    expect(problems.map(({ turn: index }) => index)).toEqual([1]);
  });

  it("stops before a conversation grows without end", () => {
    const { requests, problems } = play(openai, turn({ times: 4000 }));
    expect(requests.length).toBeLessThan(2000);
    expect(problems).toHaveLength(1);
  });

  it("stops when too much filler text is asked for", () => {
    const { problems } = play(openai, turn({ mode: "replace", userTokens: 200_000, times: 30 }));
    expect(problems.map(({ message }) => ENGLISH.say(message))).toEqual([
      expect.stringContaining("filler text"),
    ]);
  });
});
