/** The presets' own texts give the published figures of the best-practice guide, and nothing to complain about. */
import { describe, expect, it } from "vitest";
import { findModel } from "../../models/catalogue";
import { parsePrompt } from "../../prompt/parse";
import { loadTestCounters } from "../../tokens/fixtures/load-counters";
import { measurePrompt } from "../../tokens/measure";
import { scriptRequests } from "../script-requests";
import { simulateBody } from "../simulate-body";
import { presets } from "./presets";

const counterFor = loadTestCounters();

/** Read and written per request; source: https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice (2026-05-25). */
const published: Record<string, [read: number, written: number][]> = {
  "multi-turn": [
    [0, 8739],
    [8739, 151],
    [8890, 101],
  ],
  agent: [
    [0, 7659],
    [7659, 73],
  ],
  batch: [[0, 10353], ...Array.from({ length: 4 }, (): [number, number] => [10353, 0])],
  "function-calling": [
    [0, 1995],
    [1995, 0],
  ],
};

describe.each(presets.map((preset) => [preset.id, preset] as const))("%s", (id, preset) => {
  it("reads and writes what was published", () => {
    const requests = scriptRequests(JSON.parse(preset.text), preset.scenario).map(
      ({ at, duration, text }) => ({
        at,
        duration,
        body: JSON.parse(text),
      }),
    );
    const played = simulateBody({ model: preset.model, region: "intl", requests }, counterFor);
    if (!played.ok) throw new Error(played.error.message);
    expect(played.value.turns.map(({ read, written }) => [read, written])).toEqual(published[id]);
  });

  it("is a valid request that names its model", () => {
    const { prompt, errors } = parsePrompt(preset.text);
    expect(errors).toEqual([]);
    expect(prompt?.model).toBe(preset.model);
    if (prompt)
      expect(measurePrompt(prompt, findModel(preset.model), counterFor).total).toBeGreaterThan(1024);
  });
});
