/** The sender sends one request at a time, below its ceiling, and what was left behind changes nothing. */
import { describe, expect, it, vi } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { createSender, type SendEffect } from "./sender";
import { reduceSending, type SendEvent, type Sending, type SendRules, type SentFacts } from "./sending";

interface Letters extends Sending {
  readonly letters: readonly string[];
  readonly asked: number;
}

const RULES: SendRules<Letters> = {
  maybeBilled: (_, sentence) => ({
    kind: "maybe-billed",
    sentence,
    wayOut: "",
    choices: { again: "Again.", skip: "Skip." },
  }),
  cancelled: "It was called off.",
  enter: (state, { answer, fault }) => ({
    ...state,
    letters: [...state.letters, answer?.text ?? ENGLISH.say(fault ?? "")],
  }),
  prepare: (state) => state,
  skip: (state) => state,
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
function createWorld(
  answer: (count: number, signal: AbortSignal | null) => Promise<Response>,
  kept: Letters | null = null,
) {
  let clock = 0;
  let sent = 0;
  const bodies: string[] = [];
  /** Whether each request was written down before it was sent. */
  const known: boolean[] = [];
  const line = { isOffline: false };
  let written: Letters | null = null;
  const sender = createSender<Letters, SentFacts, string, { readonly kind: "told" }>(
    {
      reduce: (state, event) =>
        event.kind === "told" ? { ...state, asked: state.asked + 1 } : reduceSending(state, event, RULES),
      next(state, now): SendEffect<SentFacts, string> {
        const { status, underWay, letters } = state;
        if (status !== "running" || underWay) return { kind: "none" };
        if (letters.length === 2) return { kind: "dispatch", event: { kind: "finish" } };
        if (letters.length === 1 && now < 1) return { kind: "wait", until: 1 };
        if (state.asked === letters.length) return { kind: "ask", question: "How much?" };
        if (state.ceiling !== null && letters.length + 1 > state.ceiling) {
          const problem = { kind: "ceiling", sentence: "It would pass.", wayOut: "Raise it." } as const;
          return { kind: "dispatch", event: { kind: "stop", problem } };
        }
        return { kind: "send", at: now, most: 1, added: [], body: `letter ${letters.length + 1}` };
      },
      ask: async () => ({ kind: "told" }),
      address: (_, __, key) => ({ url: "/", headers: { authorization: key } }),
      readClock: () => clock,
      post: async (_, init) => {
        bodies.push(`${init?.body}`);
        sent += 1;
        known.push(written?.underWay !== null);
        return answer(sent, init?.signal ?? null);
      },
      isOffline: () => line.isOffline,
      keep: (state) => {
        written = JSON.parse(JSON.stringify(state));
      },
    },
    kept,
  );
  return {
    sender,
    bodies,
    known,
    line,
    written: () => written,
    pass: (seconds: number) => (clock += seconds),
  };
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
    sentence: "It would pass.",
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

it("ends for good: what comes later changes nothing", () => {
  const events: readonly SendEvent[] = [{ kind: "restore" }, { kind: "finish" }, { kind: "pause" }];
  expect(events.reduce((state, event) => reduceSending(state, event, RULES), start()).status).toBe("done");
});

describe("a request whose answer never comes", () => {
  const never = () => new Promise<Response>(() => undefined);

  it("is written down before it is sent, so that a reload in mid-flight sees it", async () => {
    const before = createWorld(never);
    before.sender.start(start(), "");
    await vi.waitFor(() => expect(before.bodies).toHaveLength(1));
    expect(before.known).toEqual([true]);
    const after = createWorld(answerAll, before.written());
    expect(after.sender.getState()).toMatchObject({ status: "stopped", problem: { kind: "maybe-billed" } });
    // What went on before would have sent it again without a word.
    after.sender.resume(null, "");
    expect(after.bodies).toEqual([]);
    expect(after.sender.getState()?.status).toBe("stopped");
    after.pass(2);
    after.sender.resume(null, "", "again");
    await vi.waitFor(() => expect(after.sender.getState()?.status).toBe("done"));
  });

  it("stands still when its page is left", async () => {
    const world = createWorld(never);
    world.sender.start(start(), "");
    await vi.waitFor(() => expect(world.bodies).toHaveLength(1));
    world.sender.leave();
    expect(world.sender.getState()).toMatchObject({ status: "stopped", problem: { kind: "maybe-billed" } });
  });

  it.each([
    ["a lost connection", async () => Promise.reject(new TypeError("Failed to fetch")), "maybe-billed"],
    ["a proxy's timeout", async () => new Response("", { status: 504 }), "maybe-billed"],
    ["a fault of the service", async () => new Response("{}", { status: 500 }), "maybe-billed"],
    [
      "the relay's wait for the first byte",
      async () => new Response("{}", { status: 504, headers: { "x-relay-sent": "maybe" } }),
      "maybe-billed",
    ],
    [
      "a host that the relay could not connect to",
      async () => new Response("{}", { status: 504, headers: { "x-relay-sent": "no" } }),
      "error",
    ],
    ["a request that is wrong", async () => new Response("{}", { status: 400 }), "error"],
    ["a wait that the service asks for", async () => new Response("{}", { status: 429 }), "error"],
    ["an endless wait for the request", async () => new Response("{}", { status: 408 }), "maybe-billed"],
  ] as const)("after %s it is %3$s", async (_, answer, kind) => {
    const world = createWorld(answer);
    world.sender.start(start(), "");
    await vi.waitFor(() => expect(world.sender.getState()?.problem?.kind).toBe(kind));
    // Only what may have been billed counts.
    expect(world.sender.getState()?.letters).toHaveLength(kind === "error" ? 0 : 1);
  });

  it("never leaves a browser that is offline", async () => {
    const world = createWorld(answerAll);
    world.line.isOffline = true;
    world.sender.start(start(), "");
    await vi.waitFor(() => expect(world.sender.getState()?.problem?.kind).toBe("error"));
    expect([world.bodies, world.sender.getState()?.letters]).toEqual([[], []]);
    world.line.isOffline = false;
    world.pass(2);
    world.sender.resume(null, "");
    await vi.waitFor(() => expect(world.sender.getState()?.status).toBe("done"));
  });
});
