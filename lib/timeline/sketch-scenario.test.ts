/** The small picture shows what repeats: growing conversations, batches, and texts that are no request. */
import { expect, it } from "vitest";
import { presets } from "./presets/presets";
import { NEUTRAL_SCENARIO } from "./scenarios";
import { sketchScenario } from "./sketch-scenario";

const text = JSON.stringify({
  messages: [
    { role: "system", content: "s".repeat(81) },
    { role: "user", content: "u".repeat(36) },
  ],
});

it("repeats all of the request before in a conversation that grows", () => {
  const rows = sketchScenario(text, NEUTRAL_SCENARIO);
  expect(rows).toHaveLength(4);
  expect(rows[0]?.repeated).toBe(0);
  for (const [index, { repeated }] of rows.entries()) {
    const before = rows[index - 1];
    if (before) expect(repeated).toBeCloseTo(before.repeated + before.fresh);
  }
  expect(rows.at(-1)).toMatchObject({ repeated: expect.any(Number) });
  expect((rows.at(-1)?.repeated ?? 0) + (rows.at(-1)?.fresh ?? 0)).toBeCloseTo(1);
});

it("parts where the texts part", () => {
  const turn = { mode: "replace", gap: 5, user: "v".repeat(36), reply: "" } as const;
  const rows = sketchScenario(text, { name: "Batch", duration: 1, reply: "", turns: [turn] });
  expect(rows).toEqual([
    { repeated: 0, fresh: 1 },
    { repeated: 0.6, fresh: 0.4 },
  ]);
});

it("is empty for what is no request, and one row for a request alone", () => {
  expect(sketchScenario("{", NEUTRAL_SCENARIO)).toEqual([]);
  expect(sketchScenario(text, null)).toEqual([{ repeated: 0, fresh: 1 }]);
});

it.each(presets.map((preset) => [preset.id, preset] as const))("has a picture of %s", (_id, preset) => {
  const rows = sketchScenario(preset.text, preset.scenario);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.slice(1).every(({ repeated }) => repeated > 0)).toBe(true);
});
