/** Each probe, asked of an emulator that plays each reading of its question, finds that reading. */
import { describe, expect, it } from "vitest";
import { findModel, granularityOf } from "../../offers/catalogue";
import type { Readings } from "../../offers/readings";
import { listProbes } from "../../probes/list-probes";
import type { ProbeId, SecondKind } from "../../probes/probe";
import { askEmulator, listWays } from "./fixtures/ask-emulator";

/** Models that a probe is asked about; others get one of each kind. */
const MODELS: Readonly<Partial<Record<ProbeId, readonly string[]>>> = {
  "hour-before-qwen4": ["qwen3-max", "qwen3.7-max"],
  life: ["qwen3.7-max"],
  implicit: ["qwen3-max"],
  reasoning: ["qwen3.7-max", "qwen3.8-max"],
  qwen4: ["qwen4-max"],
  "middle-system": ["qwen3.7-max"],
  "nested-renewal": ["qwen3-max"],
};
const KINDS = ["qwen3-max", "qwen3.7-max", "qwen4-max"];

const SECONDS: readonly SecondKind[] = ["key", "workspace", "region"];

/** What a probe can find of a model that plays so. */
function foundOf(id: ProbeId, readings: Readings, model: string): Readings {
  if (id === "two-in-a-message" && readings.granularity === "as-documented") {
    return { granularity: granularityOf(findModel(model)) };
  }
  // A template that always shows reasoning cannot be told from a service that always does.
  const keeps = id === "reasoning" && model === "qwen3.8-max" && readings["reasoning-shown"] === "always";
  return keeps ? { ...readings, "reasoning-shown": "by-template" } : readings;
}

const plain = listProbes().filter(({ id }) => id !== "sharing" && id !== "counting");

describe.each(plain.map(({ id }) => id))("%s", (id) => {
  describe.each(MODELS[id] ?? KINDS)("on %s", (model) => {
    it.each(listWays(id))("finds %j", async (readings) => {
      expect(await askEmulator(id, { model, readings })).toMatchObject({
        kind: "settled",
        readings: foundOf(id, readings, model),
      });
    });
  });
});

describe.each(SECONDS)("sharing with a second %s", (second) => {
  it.each(["shared", "apart"])("finds that it is %s", async (reading) => {
    const readings: Readings = { [`second-${second}`]: reading };
    expect(await askEmulator("sharing", { second, readings })).toMatchObject({ kind: "settled", readings });
  });
});

it.each([0.9, 1, 1.13])("finds that a vocabulary takes %s tokens for each", async (ratio) => {
  const verdict = await askEmulator("counting", { controls: { "x-emulator-ratio": String(ratio) } });
  expect(verdict).toMatchObject({ kind: "settled", readings: {} });
  const { figures } = verdict as { figures: Record<string, number> };
  expect(figures.all).toBeCloseTo(ratio, 2);
  expect(Object.keys(figures).toSorted()).toEqual(
    ["all", "chinese", "code", "english", "json", "numbers", "russian"].toSorted(),
  );
});
