/** Observations: the newer of two counts, what is not known is left out, and each can be forgotten. */
import { expect, it } from "vitest";
import { addObservations, observedIn, removeObservation, restoreObservations } from "./observations";
import { canMatter, listOtherwise, standOf } from "./open-questions";

const found = (date: string, readings: object, model = "qwen3-max") => ({
  model,
  endpoint: "dashscope-intl.aliyuncs.com",
  region: "intl" as const,
  date,
  readings,
});

const known = addObservations({}, [
  found("2026-11-29T08:30:00.000Z", { life: "hour", lookback: "between-19" }),
  found("2026-11-20T08:30:00.000Z", { life: "ten-minutes" }),
  found("2026-11-29T09:00:00.000Z", { nothing: "x" }, "qwen3.7-max"),
]);

it("keeps the newer of two findings, and none of what is no question", () => {
  expect(observedIn(known)).toEqual({ "qwen3-max": { life: "hour", lookback: "between-19" } });
  expect(restoreObservations(JSON.parse(JSON.stringify(known)))).toEqual(known);
});

it("forgets one of a model, or all of it", () => {
  expect(observedIn(removeObservation(known, "qwen3-max", "life"))).toEqual({
    "qwen3-max": { lookback: "between-19" },
  });
  expect(removeObservation(known, "qwen3-max")).toEqual({});
});

it.each([
  null,
  7,
  [],
  { m: 7 },
  { m: { life: { reading: "hour" } } },
  { m: { life: { reading: "day", endpoint: "e", date: "2026-11-29" } } },
])("takes nothing from %j", (odd) => expect(restoreObservations(odd)).toEqual({}));

it("says where a question stands and why", () => {
  expect(standOf("life", "qwen3-max", { observations: known })).toMatchObject({
    reading: "hour",
    ground: "observed",
    differs: true,
  });
  expect(
    standOf("life", "qwen3-max", { readings: { life: "ten-minutes" }, observations: known }),
  ).toMatchObject({
    reading: "ten-minutes",
    ground: "chosen",
    differs: true,
  });
  expect(standOf("block-unit", "constructor", { observations: known })).toMatchObject({
    reading: "content-items",
    ground: "inferred",
    observation: null,
  });
});

it("tells which questions can matter, and which are played otherwise with an effect", () => {
  expect(canMatter("second-key", { model: null, dialect: "openai" })).toBe(false);
  expect(canMatter("nested-marker", { model: null, dialect: "openai" })).toBe(false);
  expect(canMatter("nested-marker", { model: null, dialect: "anthropic" })).toBe(true);
  expect(listOtherwise({ life: "hour", lookback: "between-20", "second-key": "apart" }, "qwen3-max")).toEqual(
    ["life"],
  );
});

it.each([
  ["qwen3.7-max", "message", false],
  ["qwen3.7-max", "part", true],
  ["qwen3-max", "part", false],
  ["qwen3-max", "message", true],
] as const)("knows of %s whether entries at each %s are as documented for it", (model, reading, isOther) => {
  const observation = { reading, endpoint: "e", region: null, date: "2026-11-29T08:30:00.000Z" };
  const observations = { [model]: { granularity: observation } };
  expect(standOf("granularity", model, { observations }).differs).toBe(isOther);
  expect(listOtherwise({ granularity: reading }, model)).toEqual(isOther ? ["granularity"] : []);
});
