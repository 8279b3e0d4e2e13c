/** Every question gets its own answer, in whatever order they come, and may be called off. */
import { expect, it } from "vitest";
import type { Settings } from "../pipeline/analysis";
import { CALLED_OFF } from "./ask-client";
import type { CancelJob, QuestionJob } from "./messages";
import { createQuestionClient } from "./question-client";

const settings: Settings = { model: "qwen3.7-max", region: "intl", scenario: null };
const search = { kind: "placements", text: "[]", settings } as const;

function open() {
  const posted: (QuestionJob | CancelJob)[] = [];
  return { posted, client: createQuestionClient((job) => posted.push(job)) };
}

it("hands each answer to its question", async () => {
  const { posted, client } = open();
  const dropped = client.ask({ kind: "drop-vocabulary" });
  const named = client.ask({ kind: "name-vocabulary" });
  client.receive({ id: posted[1]?.id ?? 0, kind: "failed", reason: "no storage" });
  client.receive({ id: posted[0]?.id ?? 0, kind: "done", value: null });
  expect(await dropped).toEqual({ ok: true, value: null });
  expect(await named).toEqual({ ok: false, reason: "no storage" });
});

it("answers what is open when the worker is gone", async () => {
  const { client } = open();
  const asked = client.ask({ kind: "name-vocabulary" });
  client.fail("The worker ended.");
  expect(await asked).toEqual({ ok: false, reason: "The worker ended." });
});

it("tells how far the work is before it answers", async () => {
  const { posted, client } = open();
  const seen: number[][] = [];
  const asked = client.ask(search, { onProgress: (done, total) => seen.push([done, total]) });
  const id = posted[0]?.id ?? 0;
  client.receive({ id, kind: "progress", done: 64, total: 793 });
  client.receive({ id, kind: "progress", done: 128, total: 793 });
  client.receive({ id, kind: "done", value: null });
  expect(await asked).toEqual({ ok: true, value: null });
  expect(seen).toEqual([
    [64, 793],
    [128, 793],
  ]);
});

it("tells the worker when a question is called off, and hears no more of it", async () => {
  const { posted, client } = open();
  const control = new AbortController();
  const asked = client.ask(search, { signal: control.signal });
  control.abort();
  expect(await asked).toEqual({ ok: false, reason: CALLED_OFF });
  const id = posted[0]?.id ?? 0;
  expect(posted).toEqual([
    { kind: "ask", id, question: search },
    { kind: "cancel", id },
  ]);
  client.receive({ id, kind: "done", value: null });
});

it("does not begin what has been called off already", async () => {
  const { posted, client } = open();
  expect(await client.ask(search, { signal: AbortSignal.abort() })).toEqual({
    ok: false,
    reason: CALLED_OFF,
  });
  expect(posted).toEqual([]);
});
