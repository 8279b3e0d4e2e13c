/** The presets' own texts give the published figures of the best-practice guide, and nothing to complain about. */
import { describe, expect, it } from "vitest";
import { createPrefixIndex } from "../../layout/prefix-index";
import { findModel } from "../../offers/catalogue";
import { parsePrompt } from "../../prompt/parse";
import { layOutPrompt } from "../../systems/lay-out";
import { loadTestCounters } from "../../tokens/fixtures/load-counters";
import { measurePrompt } from "../../tokens/measure";
import { scriptPrompts } from "../script-prompts";
import { simulate } from "../simulate";
import { presets } from "./presets";

const counterFor = loadTestCounters();

/** Read and written by the guide's own requests, with which each preset begins; source: https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice (2026-05-25). */
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

// Those with a mistake in them are no layouts of the guide.
const sound = presets.filter(({ mistakes }) => mistakes.length === 0);

describe.each(sound.map((preset) => [preset.id, preset] as const))("%s", (id, preset) => {
  const { prompt, errors } = parsePrompt(preset.text);
  const model = findModel(preset.model);

  it("is a valid request that names its model", () => {
    expect(errors).toEqual([]);
    expect(prompt?.model).toBe(preset.model);
  });

  it("reads and writes what was published", () => {
    if (!prompt) throw new Error("The preset is no request.");
    const index = createPrefixIndex();
    const requests = scriptPrompts(prompt, preset.scenario).map(({ at, duration, prompt: request }) => {
      const measured = measurePrompt(request, model, counterFor);
      return { at, duration, completion: 0, ...layOutPrompt(request, measured, model, index), measured };
    });
    const { turns } = simulate({ region: "intl", implicit: "never", requests });
    const figures = turns.map(({ read, written }): [number, number] => [read, written]);
    const guide = published[id] ?? [];
    expect(figures.slice(0, guide.length)).toEqual(guide);
    // What the scenario goes on with reads all that was left.
    for (const [index, [read]] of figures.entries()) {
      const [had = 0, made = 0] = figures[index - 1] ?? [];
      expect(read).toBe(had + made);
    }
  });
});
