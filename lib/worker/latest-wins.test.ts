/** A newer analysis replaces the one that waits; the one under way is left to finish. */
import { expect, it } from "vitest";
import type { Analysis, Settings } from "../pipeline/analysis";
import { createAnalysisClient } from "./latest-wins";
import type { AnalysisJob } from "./messages";

const settings: Settings = { model: "qwen3.7-max", region: "intl", scenario: null };
const analysis: Analysis = {
  diagnostics: [],
  request: null,
  places: { segments: {}, markers: {} },
  timeline: null,
  shown: null,
};

const difference = { analysis, lists: null };

function startClient() {
  const posted: AnalysisJob[] = [];
  const client = createAnalysisClient((job) => posted.push(job));
  return { client, posted };
}

it("posts one job at a time and skips all but the newest of those that wait", async () => {
  const { client, posted } = startClient();
  const first = client.analyse("1", settings, 0);
  const second = client.analyse("2", settings, 0);
  const third = client.analyse("3", settings, 0);
  expect(posted.map((job) => job.text)).toEqual(["1"]);
  expect(await second).toEqual({ kind: "superseded" });
  client.receive({ to: "analyse", id: posted[0]?.id ?? 0, kind: "done", difference });
  expect(await first).toEqual({ kind: "done", analysis });
  expect(posted.map((job) => job.text)).toEqual(["1", "3"]);
  client.receive({ to: "analyse", id: posted[1]?.id ?? 0, kind: "done", difference });
  expect(await third).toEqual({ kind: "done", analysis });
});

it("ignores an answer to a job that is not under way", () => {
  const { client, posted } = startClient();
  void client.analyse("1", settings, 0);
  client.receive({ to: "analyse", id: 99, kind: "done", difference });
  void client.analyse("2", settings, 0);
  expect(posted).toHaveLength(1);
});

it("turns a failure into a value and goes on with what waits", async () => {
  const { client, posted } = startClient();
  const first = client.analyse("1", settings, 0);
  const second = client.analyse("2", settings, 0);
  client.receive({ to: "analyse", id: posted[0]?.id ?? 0, kind: "failed", reason: "no vocabulary" });
  expect(await first).toEqual({ kind: "failed", reason: "no vocabulary" });
  client.fail("worker ended");
  expect(await second).toEqual({ kind: "failed", reason: "worker ended" });
});
