/** Nothing is said of an endpoint that lies, fails, drifts or was disturbed. */
import { describe, expect, it } from "vitest";
import { judgeProbe } from "../../probes/judge";
import { PROBE_IDS } from "../../probes/probe";
import { reduceRun, startRun } from "../../probes/probe-run";
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

  it.each(["400", "401", "429", "500"])("where every call fails: %s", async (fault) => {
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

it("says that a run is open, and that one was ended early", async () => {
  const { plan } = await runProbes([]);
  const run = startRun({ ...plan, probes: ["extra-markers"] }, null);
  expect(judgeProbe(run, "extra-markers")).toEqual({ kind: "open" });
  expect(judgeProbe(reduceRun(run, { kind: "cancel" }), "extra-markers")).toMatchObject(tellsNothing);
});
