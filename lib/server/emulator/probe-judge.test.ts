/** Nothing is said of an endpoint that lies, fails, drifts or was disturbed. */
import { describe, expect, it } from "vitest";
import { judgeProbe } from "../../probes/judge";
import { PROBE_IDS } from "../../probes/probe";
import { reduceRun, spentOf, startRun } from "../../probes/probe-run";
import { sumCosts } from "../../probes/write-report";
import { inEnglish } from "../../words/fixtures/in-english";
import { askEmulator, runProbes } from "./fixtures/ask-emulator";

const tellsNothing = { kind: "cannot-tell" };

describe("cannot tell", () => {
  describe.each(PROBE_IDS)("of %s", (id) => {
    const model = id === "qwen4" ? "qwen4-max" : "qwen3.7-max";

    it.each(["says-none", "says-all", "scatter", "no-cache"])("where the endpoint lies: %s", async (lie) => {
      const asked = { model, second: "key", controls: { "x-emulator-lie": lie } } as const;
      expect(await askEmulator(id, asked)).toMatchObject(tellsNothing);
    });
  });

  it.each(["400", "429", "500"])("where every call fails: %s", async (fault) => {
    const verdict = await askEmulator("extra-markers", { controls: { "x-emulator-fault": fault } });
    expect(inEnglish(verdict)).toMatchObject({
      ...tellsNothing,
      why: expect.stringMatching(/^Too many calls failed/),
    });
  });

  it("where repeats differ", async () => {
    let five = 0;
    const verdict = await askEmulator("extra-markers", {
      instead: (body) =>
        body.split("cache_control").length > 5 && ++five === 2
          ? Response.json({ error: { message: "Too many markers." } }, { status: 400 })
          : null,
    });
    expect(five).toBe(2);
    expect(inEnglish(verdict)).toEqual({ ...tellsNothing, why: "Repeats gave different answers." });
  });

  it("where the endpoint stops caching midway", async () => {
    const verdict = await askEmulator("extra-markers", {
      instead: (body) =>
        body.includes("closing")
          ? Response.json({ usage: { prompt_tokens: 1420, completion_tokens: 1 } }, { status: 200 })
          : null,
    });
    expect(inEnglish(verdict)).toMatchObject({
      ...tellsNothing,
      why: expect.stringContaining("closing-cold"),
    });
  });
});

it("asks again what failed once", async () => {
  const run = await runProbes(["extra-markers"], {
    instead: (_, order) => (order === 2 ? new Response("{}", { status: 503 }) : null),
  });
  expect(run.aside).toEqual([expect.objectContaining({ probe: "extra-markers", attempt: 0, why: "failed" })]);
  expect(judgeProbe(run, "extra-markers").kind).toBe("settled");
});

it.each([401, 403])("stops at the first call that is not let in, which costs nothing: %i", async (status) => {
  const denied = await runProbes(["extra-markers", "tool-marker"], {
    instead: () => Response.json({ error: { message: "No." } }, { status }),
  });
  expect(denied.status).toBe("stopped");
  expect(inEnglish(denied.problem)).toMatchObject({
    kind: "error",
    sentence: `A call was not let in (${status}), and the next ones would not be either.`,
  });
  // Those under way beside it, and none after.
  expect(denied.sent.length).toBeLessThanOrEqual(4);
  expect(denied.sent.every(({ attempt }) => attempt === 0)).toBe(true);
  expect(spentOf(denied)).toBe(0);
  expect(sumCosts(denied)).toMatchObject({ spent: 0, maybe: 0 });
  expect(judgeProbe(denied, "extra-markers")).toEqual({ kind: "open" });
  const again = reduceRun(denied, { kind: "resume", ceiling: null });
  expect(again).toMatchObject({ status: "running", problem: null });
});

it("takes what the relay refuses for no answer of the service", async () => {
  const headers = { "x-relay-source": "relay", "x-relay-sent": "no" };
  const run = await runProbes(["extra-markers"], {
    instead: (body) =>
      body.split("cache_control").length > 5
        ? Response.json({ error: { code: "relay_endpoint", message: "No." } }, { status: 400, headers })
        : null,
  });
  expect(inEnglish(judgeProbe(run, "extra-markers"))).toMatchObject({
    ...tellsNothing,
    why: expect.stringMatching(/^Too many calls failed/),
  });
  expect(sumCosts(run).maybe).toBe(0);
});

it("counts what may have been billed with the most it can have cost, and a refusal of the service with nothing", async () => {
  const error = { error: { message: "No." } };
  const run = await runProbes(["extra-markers"], {
    instead: (body, order) => {
      if (order === 2) return Response.json(error, { status: 504 });
      return body.split("cache_control").length > 5 ? Response.json(error, { status: 400 }) : null;
    },
  });
  const refused = run.sent.filter(({ result }) => result?.kind === "refused");
  expect(refused.length).toBeGreaterThan(0);
  for (const { cost } of refused) expect(cost).toBe(0);
  const { spent, maybe } = sumCosts(run);
  expect(maybe).toBeGreaterThan(0);
  expect(spentOf(run)).toBeCloseTo((spent ?? 0) + (maybe ?? 0), 12);
});

it("says that a run is open, and that one was ended early", async () => {
  const { plan } = await runProbes([]);
  const run = startRun({ ...plan, probes: ["extra-markers"] }, null);
  expect(judgeProbe(run, "extra-markers")).toEqual({ kind: "open" });
  expect(judgeProbe(reduceRun(run, { kind: "cancel" }), "extra-markers")).toMatchObject(tellsNothing);
});
