/** What belongs at one moment is sent at one moment, however many probes run side by side. */
import { expect, it } from "vitest";
import { judgeProbe } from "../../probes/judge";
import type { ProbeId } from "../../probes/probe";
import { startRun } from "../../probes/probe-run";
import { createProbeRunner, type ProbeClock } from "../../probes/probe-runner";
import { createEmulatorPost, runProbes } from "./fixtures/ask-emulator";

it("sends the two calls of at-once together, between the calls of others", async () => {
  const probes: readonly ProbeId[] = ["tool-marker", "extra-markers", "at-once", "lookback"];
  const { plan } = await runProbes([]);
  const emulate = createEmulatorPost();
  let second = 0;
  const clock: ProbeClock = {
    now: () => second,
    async until(next) {
      second = Math.max(second, next);
    },
    isVirtual: true,
    endOf: (sentAt, lasts) => sentAt + lasts,
  };
  const runner = createProbeRunner((url, init) => {
    second += 0.01;
    return emulate(url, init);
  });
  runner.start(startRun({ ...plan, probes }, null), { first: "" }, clock);
  await runner.whenIdle();
  const run = runner.getRun();
  const sent = run?.sent.filter(({ probe }) => probe === "at-once") ?? [];
  const timesOf = (id: string) => sent.filter(({ call }) => call === id).map(({ startedAt }) => startedAt);
  expect(timesOf("left")).toHaveLength(3);
  expect(timesOf("right")).toEqual(timesOf("left"));
  for (const id of probes) expect(run && judgeProbe(run, id)).toMatchObject({ kind: "settled" });
});
