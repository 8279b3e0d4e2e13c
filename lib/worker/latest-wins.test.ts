/** A newer analysis replaces the one that waits; the one under way is left to finish. */
import { expect, it } from "vitest";
import type { Analysis, Figures, Settings } from "../pipeline/analysis";
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

const { diagnostics, ...figures } = analysis;
const difference = { figures, lists: null };

function startClient() {
  const posted: AnalysisJob[] = [];
  const client = createAnalysisClient((job) => posted.push(job));
  const answer = (id = 0): void => {
    client.receive({ to: "analyse", id, kind: "figures", difference });
    client.receive({ to: "analyse", id, kind: "done", diagnostics });
  };
  return { client, posted, answer };
}

it("posts one job at a time and skips all but the newest of those that wait", async () => {
  const { client, posted, answer } = startClient();
  const first = client.analyse("1", settings, 0);
  const second = client.analyse("2", settings, 0);
  const third = client.analyse("3", settings, 0);
  expect(posted.map((job) => job.text)).toEqual(["1"]);
  expect(await second).toEqual({ kind: "superseded" });
  answer(posted[0]?.id);
  expect(await first).toEqual({ kind: "done", analysis });
  expect(posted.map((job) => job.text)).toEqual(["1", "3"]);
  answer(posted[1]?.id);
  expect(await third).toEqual({ kind: "done", analysis });
});

it("ignores an answer to a job that is not under way", () => {
  const { client, posted, answer } = startClient();
  void client.analyse("1", settings, 0);
  answer(99);
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

it("tells the figures before the rest, of the job under way alone", async () => {
  const { client, posted } = startClient();
  const told: Figures[] = [];
  const first = client.analyse("1", settings, 0, (each) => told.push(each));
  client.receive({ to: "analyse", id: 99, kind: "figures", difference });
  expect(told).toEqual([]);
  client.receive({ to: "analyse", id: posted[0]?.id ?? 0, kind: "figures", difference });
  expect(told).toEqual([figures]);
  client.receive({ to: "analyse", id: posted[0]?.id ?? 0, kind: "done", diagnostics });
  expect(await first).toEqual({ kind: "done", analysis });
});

it("lets the next one begin once the figures are there, and has no problems of a text that was typed on", async () => {
  const { client, posted, answer } = startClient();
  const first = client.analyse("1", settings, 0);
  const second = client.analyse("2", settings, 0);
  client.receive({ to: "analyse", id: posted[0]?.id ?? 0, kind: "figures", difference });
  expect(posted.map((job) => job.text)).toEqual(["1", "2"]);
  client.receive({ to: "analyse", id: posted[0]?.id ?? 0, kind: "done", diagnostics: null });
  expect(await first).toEqual({ kind: "superseded" });
  answer(posted[1]?.id);
  expect(await second).toEqual({ kind: "done", analysis });
});

it("says of every analysis that is still open that the worker is gone", async () => {
  const { client, posted } = startClient();
  const open = ["1", "2", "3"].map((text) => client.analyse(text, settings, 0));
  client.receive({ to: "analyse", id: posted[0]?.id ?? 0, kind: "figures", difference });
  client.fail("worker ended");
  const failed = { kind: "failed", reason: "worker ended" };
  expect(await Promise.all(open)).toEqual([failed, { kind: "superseded" }, failed]);
});
