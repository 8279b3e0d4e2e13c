/** Every question gets its own answer, in whatever order they come. */
import { expect, it } from "vitest";
import type { QuestionJob } from "./messages";
import { createQuestionClient } from "./question-client";

it("hands each answer to its question", async () => {
  const posted: QuestionJob[] = [];
  const client = createQuestionClient((job) => posted.push(job));
  const dropped = client.ask({ kind: "drop-vocabulary" });
  const named = client.ask({ kind: "name-vocabulary" });
  client.receive({ to: "ask", id: posted[1]?.id ?? 0, kind: "failed", message: "no storage" });
  client.receive({ to: "ask", id: posted[0]?.id ?? 0, kind: "done", value: null });
  expect(await dropped).toEqual({ ok: true, value: null });
  expect(await named).toEqual({ ok: false, reason: "no storage" });
});

it("answers what is open when the worker is gone", async () => {
  const client = createQuestionClient(() => undefined);
  const asked = client.ask({ kind: "name-vocabulary" });
  client.fail("The worker ended.");
  expect(await asked).toEqual({ ok: false, reason: "The worker ended." });
});
