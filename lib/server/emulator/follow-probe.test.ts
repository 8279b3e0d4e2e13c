/** What is shown of a probe under way is counted. */
import { expect, it } from "vitest";
import { followProbe } from "../../probes/follow-probe";
import { startRun } from "../../probes/probe-run";
import { runProbes } from "./fixtures/ask-emulator";

it("follows a probe from its start to its end", async () => {
  const run = await runProbes(["nested-renewal"], {
    instead: (_, order) => (order === 2 ? new Response("{}", { status: 503 }) : null),
  });
  const [id] = run.plan.probes as readonly ["nested-renewal"];
  expect(followProbe(startRun(run.plan, null), id, 0)).toEqual({
    ended: 0,
    of: 18,
    isBegun: false,
    next: null,
    aside: [],
  });
  expect(followProbe(run, id, 1000)).toMatchObject({ ended: 18, of: 18, isBegun: true, next: null });
  expect(followProbe(run, id, 1000).aside).toHaveLength(1);
  const waiting = run.sent.find(({ call, attempt }) => call === "both" && attempt === 1)?.startedAt ?? 0;
  const half = { ...run, sent: run.sent.filter(({ startedAt }) => startedAt < waiting + 100) };
  expect(followProbe(half, id, waiting + 100).next).toBeGreaterThan(waiting + 100);
});
