/** The model catalogue: its shape, and how names find their rules. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ENGLISH } from "../words/plain-words";
import { findModel, granularityOf, listModels, RULES_AS_OF, thinkingOf } from "./catalogue";

const regions = z.object({ regions: z.array(z.enum(["cn", "intl", "global", "eu", "us", "hk"])) });
const date = /^20\d\d(-\d\d){0,2}$/;
const shape = z.strictObject({
  model: z.string().min(1),
  generation: z.enum(["classic-part", "classic-message", "qwen4"]).nullable(),
  explicit: regions,
  implicit: regions,
  minimumExplicit: z.int().positive().nullable(),
  minimumImplicit: z.int().positive().nullable(),
  maxMarkers: z.int().positive().nullable(),
  ttl: z.array(z.int().positive()),
  lookbackBlocks: z.int().positive().nullable(),
  template: z.enum(["qwen3", "qwen3.5"]).nullable(),
  thinkingDefault: z.boolean().nullable(),
  wholeUserMessage: z.boolean().optional(),
  evidence: z.enum(["documented", "observed", "inferred", "derived", "third-party"]),
  source: z.string().min(1),
  asOf: z.string().regex(date),
  note: z.object({ key: z.string() }).optional(),
});

describe("the catalogue", () => {
  it("has the shape of `Model` in every row", () => {
    for (const model of listModels()) expect(shape.safeParse(model).error, model.model).toBeUndefined();
    expect(RULES_AS_OF).toMatch(date);
  });

  it("names every model once", () => {
    const names = listModels().map(({ model }) => model);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("findModel", () => {
  it.each([
    ["qwen3.7-max", "qwen3.7-max"],
    ["qwen3.7-max-2026-05-20", "qwen3.7-max-2026-05-20"],
    ["qwen3.7-max-2026-01-01", "qwen3.7-max"],
    ["qwen-plus-0112", "qwen-plus"],
    ["qwen3.8-max-0902", "qwen3.8-max-0902"],
    ["vanchin/deepseek-v3", "vanchin/*"],
    ["MiniMax-M2.7", "MiniMax*"],
  ])("%s has the rules of %s", (name, found) => {
    expect(findModel(name)?.model).toBe(found);
  });

  it.each(["", "gpt-4o", "qwen3.7-max-2026-13-01", "qwen3.7-max-preview", "Qwen3.7-max"])(
    "knows no %j",
    (name) => expect(findModel(name)).toBeNull(),
  );
});

describe("granularityOf", () => {
  it.each([
    ["qwen3-max", "part"],
    ["qwen3.5-plus", "message"],
    ["qwen3.7-max", "message"],
    ["qwen4-max", "part"],
    ["glm-5.1", "message"],
    ["no such model", "message"],
  ])("%s: %s", (name, granularity) => expect(granularityOf(findModel(name))).toBe(granularity));
});

it("takes the model's thinking where the request does not say", () => {
  const model = findModel("qwen3.7-max");
  expect([thinkingOf(model, null), thinkingOf(model, false), thinkingOf(null, null)]).toEqual([
    true,
    false,
    null,
  ]);
});

it("has a text for every note", () => {
  const notes = listModels().flatMap(({ note }) => (note === undefined ? [] : [ENGLISH.say(note)]));
  expect(notes.length).toBeGreaterThan(0);
  for (const note of notes) expect(note).toMatch(/^(?!offers\.).* .*\.$/);
});
