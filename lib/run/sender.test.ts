/** The sender sends one request at a time, below its ceiling, and what was left behind changes nothing. */
import { expect, it, vi } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { createSender, type SendEffect } from "./sender";
import {
  addAmounts,
  guardCost,
  reduceSending,
  type SendEvent,
  type Sending,
  type SendRules,
} from "./sending";

interface Letters extends Sending {
  readonly letters: readonly string[];
  readonly asked: number;
}

const RULES: SendRules<Letters> = {
  pastCeiling: ({ most, spent, ceiling }) => `${most} after ${spent} would pass ${ceiling}.`,
  raiseCeiling: "Raise it.",
  unpriced: "Find the price.",
  brokenOff: "Ask.",
  cancelled: "It was called off.",
  enter: (state, { answer, fault }) => ({
    ...state,
    letters: [...state.letters, answer?.text ?? ENGLISH.say(fault ?? "")],
  }),
  prepare: (state) => state,
};
const start = (ceiling: number | null = null): Letters => ({
  status: "running",
  underWay: null,
  problem: null,
  ceiling,
  letters: [],
  asked: 0,
});
const words = (text: string): string =>
  [
    `data: ${JSON.stringify({ choices: [{ delta: { content: text }, finish_reason: "stop" }] })}`,
    `data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: 9, completion_tokens: 1 } })}`,
    "data: [DONE]\n\n",
  ].join("\n\n");

/** Two letters, the second of them a second after the first; each costs one. */
function createWorld(answer: (count: number, signal: AbortSignal | null) => Promise<Response>) {
  let clock = 0;
  let sent = 0;
  const bodies: string[] = [];
  const sender = createSender<Letters, { readonly at: number }, string, { readonly kind: "told" }>({
    reduce: (state, event) =>
      event.kind === "told" ? { ...state, asked: state.asked + 1 } : reduceSending(state, event, RULES),
    next(state, now): SendEffect<{ readonly at: number }, string> {
      const { status, underWay, letters } = state;
      if (status !== "running" || underWay) return { kind: "none" };
      if (letters.length === 2) return { kind: "dispatch", event: { kind: "finish" } };
      if (letters.length === 1 && now < 1) return { kind: "wait", until: 1 };
      if (state.asked === letters.length) return { kind: "ask", question: "How much?" };
      const problem = guardCost(state, { spent: letters.length, most: 1, currency: "USD" }, RULES);
      if (problem) return { kind: "dispatch", event: { kind: "stop", problem } };
      return { kind: "send", at: now, body: `letter ${letters.length + 1}` };
    },
    ask: async () => ({ kind: "told" }),
    address: (_, __, key) => ({ url: "/", headers: { authorization: key } }),
    readClock: () => clock,
    post: async (_, init) => {
      bodies.push(`${init?.body}`);
      sent += 1;
      return answer(sent, init?.signal ?? null);
    },
  });
  return { sender, bodies, pass: (seconds: number) => (clock += seconds) };
}
const answerAll = async (count: number) => new Response(words(`answer ${count}`));

it("sends one after the other, waits between them, and tells every change", async () => {
  vi.useFakeTimers();
  const world = createWorld(answerAll);
  const heard = vi.fn();
  world.sender.subscribe(heard);
  world.sender.start(start(), "key");
  await vi.advanceTimersByTimeAsync(10);
  expect(world.bodies).toEqual(["letter 1"]);
  world.pass(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(world.sender.getState()).toMatchObject({ status: "done", letters: ["answer 1", "answer 2"] });
  expect(world.bodies).toEqual(["letter 1", "letter 2"]);
  // Asked, sent, first words and answered, twice; started and finished.
  expect(heard).toHaveBeenCalledTimes(10);
  vi.useRealTimers();
});

it("stops before the ceiling is passed, and goes on with a higher one", async () => {
  const world = createWorld(answerAll);
  world.pass(2);
  world.sender.start(start(1), "");
  await vi.waitFor(() => expect(world.sender.getState()?.status).toBe("stopped"));
  expect(world.bodies).toHaveLength(1);
  expect(world.sender.getState()?.problem).toEqual({
    kind: "ceiling",
    sentence: "1.000 USD after 1.000 USD would pass 1.000 USD.",
    wayOut: "Raise it.",
  });
  world.sender.resume(2, "");
  await vi.waitFor(() => expect(world.sender.getState()?.status).toBe("done"));
});

it("aborts what is under way when it is cancelled, and hears nothing of it afterwards", async () => {
  const world = createWorld(
    (_, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener("abort", () => reject(new Error("aborted")));
      }),
  );
  world.sender.start(start(), "");
  await vi.waitFor(() => expect(world.sender.getState()?.underWay).not.toBeNull());
  world.sender.cancel();
  const left = world.sender.getState();
  expect(left).toMatchObject({ status: "cancelled", letters: ["It was called off."], underWay: null });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(world.sender.getState()).toBe(left);
});

it("says what was refused, and that a cut answer may have been billed", async () => {
  const refused = createWorld(async () => new Response("{}", { status: 429 }));
  refused.sender.start(start(), "");
  await vi.waitFor(() => expect(refused.sender.getState()?.problem?.kind).toBe("error"));
  expect(refused.sender.getState()?.letters).toEqual([]);
  const cut = createWorld(async () => new Response(words("half").slice(0, 60)));
  cut.sender.start(start(), "");
  await vi.waitFor(() => expect(cut.sender.getState()?.problem?.kind).toBe("maybe-billed"));
  expect(cut.sender.getState()?.letters).toEqual(["The answer broke off midway."]);
});

it("keeps no ceiling where an amount is unknown", () => {
  expect(addAmounts([1, null, 2])).toBeNull();
  expect(addAmounts([1, 2])).toBe(3);
  const unknown = { spent: null, most: 1, currency: null };
  expect(guardCost({ ceiling: null }, unknown, RULES)).toBeNull();
  expect(guardCost({ ceiling: 9 }, unknown, RULES)).toMatchObject({ wayOut: "Find the price." });
  const events: readonly SendEvent[] = [{ kind: "restore" }, { kind: "finish" }, { kind: "pause" }];
  expect(events.reduce((state, event) => reduceSending(state, event, RULES), start()).status).toBe("done");
});
