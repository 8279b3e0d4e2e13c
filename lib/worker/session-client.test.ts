/** Answers of the worker reach whoever asked, and questions can be called off. */
import { expect, it } from "vitest";
import { recordLoop } from "../sessions/fixtures/record-loop";
import type { CheapestView } from "../sessions/session-view";
import { CALLED_OFF } from "./ask-client";
import { createSessionClient } from "./session-client";
import type { SessionJob } from "./session-messages";

const settings = { model: "qwen3.7-max", region: "intl" } as const;
const question = { kind: "cheapest-for-session", session: recordLoop([]), settings } as const;
const found: CheapestView = {
  lanes: [],
  asSent: 2,
  cheapest: 1,
  withoutCache: 3,
  currency: "USD",
  requests: 20,
  sentence: "Found.",
};

function open() {
  const jobs: SessionJob[] = [];
  const client = createSessionClient((job) => jobs.push(job));
  return { client, jobs };
}

it("hands progress and the answer on", async () => {
  const { client, jobs } = open();
  const told: number[] = [];
  const asked = client.ask(question, { onProgress: (done) => told.push(done) });
  expect(jobs).toEqual([{ kind: "ask", id: 1, question }]);
  client.receive({ kind: "progress", id: 1, done: 5, total: 10 });
  client.receive({ kind: "done", id: 1, value: found });
  expect(await asked).toEqual({ ok: true, value: found });
  expect(told).toEqual([5]);
});

it("calls a question off, and tells failures apart", async () => {
  const { client, jobs } = open();
  const leave = new AbortController();
  const left = client.ask(question, { signal: leave.signal });
  leave.abort();
  expect(await left).toEqual({ ok: false, reason: CALLED_OFF });
  expect(jobs.at(-1)).toEqual({ kind: "cancel", id: 1 });
  expect(await client.ask(question, { signal: leave.signal })).toEqual({ ok: false, reason: CALLED_OFF });
  const failed = client.ask(question);
  client.receive({ kind: "failed", id: 2, reason: "No vocabulary." });
  expect(await failed).toEqual({ ok: false, reason: "No vocabulary." });
  const lost = client.ask(question);
  client.fail("The worker is gone.");
  expect(await lost).toEqual({ ok: false, reason: "The worker is gone." });
});
