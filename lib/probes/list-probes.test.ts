/** The list of probes is whole, and every probe can be planned. */
import { describe, expect, it } from "vitest";
import { findProbe, listProbes, numberOf } from "./list-probes";
import { dueOf, estimateProbe, listCalls, listUnmet, writeBody } from "./plan";
import { PROBE_IDS } from "./probe";

const setup = { model: "qwen3.7-max", second: "key" } as const;
const plan = {
  ...setup,
  target: { kind: "emulator", account: "a", controls: {} },
  region: "intl",
  probes: PROBE_IDS,
  salt: "salt",
  startedAt: 0,
} as const;

it("has each probe once, in the order of their numbers", () => {
  expect(listProbes().map(({ id }) => id)).toEqual([...PROBE_IDS]);
  expect(numberOf("counting")).toBe(19);
});

describe.each(PROBE_IDS)("%s", (id) => {
  const probe = findProbe(id);
  const calls = listCalls(probe, setup);

  it("has calls of different names that follow earlier ones", () => {
    const ids = calls.map((call) => call.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [order, { after }] of calls.entries()) {
      if (after) expect(ids.slice(0, order)).toContain(after.call);
    }
  });

  it("writes no more than it says", () => {
    for (const call of calls) {
      const body = JSON.stringify(writeBody(plan, { probe: id, repeat: 0, attempt: 0 }, call, new Map()));
      // Words have four letters or more, save those that stand for a token each.
      expect(body.length / 9, call.id).toBeLessThan(call.most.input + 200);
    }
  });

  it("costs little, and says how long it takes", () => {
    const { most, seconds, calls: count } = estimateProbe(plan, id);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(1.5);
    expect(seconds).toBe(Math.max(...calls.map((call) => dueOf(calls, call))));
    expect(count).toBe(calls.length * probe.repeats);
  });
});

it("says what a setup lacks", () => {
  expect(listUnmet(findProbe("sharing"), { ...setup, second: null })).toEqual(["second"]);
  expect(listUnmet(findProbe("qwen4"), setup)).toEqual(["qwen4"]);
  expect(listUnmet(findProbe("qwen4"), { ...setup, model: "qwen4-max" })).toEqual([]);
});
