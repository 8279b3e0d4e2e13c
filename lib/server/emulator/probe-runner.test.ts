/** A run in real time: what is due is sent in time, and a pause loses nothing that is under way. */
import { expect, it } from "vitest";
import { judgeProbe } from "../../probes/judge";
import type { ProbePlan } from "../../probes/plan";
import type { ProbeId } from "../../probes/probe";
import { type ProbeRun, startRun } from "../../probes/probe-run";
import { createProbeRunner, type ProbeClock } from "../../probes/probe-runner";
import { ask, createWorld } from "./fixtures/start-emulator";

const planOf = (probes: readonly ProbeId[]): ProbePlan => ({
  target: { kind: "emulator", account: "runner", controls: {} },
  model: "qwen3-max",
  second: null,
  region: "intl",
  probes,
  salt: "runner",
  startedAt: 1_795_000_000,
});

/** A clock that stands until it is moved; what it is asked to wait for is noted. */
function createHandClock() {
  let second = 0;
  const waiting = new Set<{ readonly until: number; readonly end: () => void }>();
  const clock: ProbeClock = {
    isVirtual: false,

    now: () => second,
    until: (until, signal) =>
      new Promise((resolve) => {
        const one = {
          until,
          end: () => {
            waiting.delete(one);
            resolve();
          },
        };
        waiting.add(one);
        signal.addEventListener("abort", one.end, { once: true });
      }),
    endOf: () => second,
  };
  return {
    clock,
    waiting,
    moveTo(next: number): void {
      second = next;
      for (const one of [...waiting]) if (one.until <= next) one.end();
    },
  };
}

/** All that is ready to happen happens. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const sentOf = (run: ProbeRun | null, call: string) =>
  run?.sent.filter((one) => one.call === call && one.repeat === 0) ?? [];

it("sends what is due while another call still takes its time", async () => {
  const world = createWorld();
  const { clock, waiting, moveTo } = createHandClock();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const runner = createProbeRunner(async (url, init) => {
    const answer = ask(world, String(url).replace(/^\/emulator/, ""), init ?? {});
    if (String(init?.body).includes("untouched")) await held;
    return answer;
  });
  runner.start(startRun(planOf(["nested-renewal"]), null), { first: "" }, clock);
  await settle();
  moveTo(1);
  await settle();
  expect(sentOf(runner.getRun(), "untouched")).toMatchObject([{ endedAt: null }]);
  expect([...waiting].map(({ until }) => until)).toEqual([200]);
  moveTo(200);
  await settle();
  expect(sentOf(runner.getRun(), "long-read")).toMatchObject([{ startedAt: 200 }]);
  expect(runner.getRun()?.aside).toEqual([]);
  runner.cancel();
  release();
  await runner.whenIdle();
  expect(waiting.size).toBe(0);
});

it("keeps what was under way when it paused and went on at once", async () => {
  const world = createWorld();
  const { clock, moveTo } = createHandClock();
  const runner = createProbeRunner((url, init) =>
    ask(world, String(url).replace(/^\/emulator/, ""), init ?? {}),
  );
  runner.start(startRun(planOf(["tool-marker"]), null), { first: "" }, clock);
  runner.pause();
  runner.resume(null, { first: "" }, clock);
  // The emulator's answers last two seconds.
  for (let second = 3; second < 40; second += 3) {
    await settle();
    moveTo(second);
  }
  await runner.whenIdle();
  expect(runner.getRun()).toMatchObject({ status: "done", aside: [] });
  expect(judgeProbe(runner.getRun() as ProbeRun, "tool-marker").kind).toBe("settled");
});
