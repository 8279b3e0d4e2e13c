/** What a choice of model or region gives, by the data. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { listModels } from "./catalogue";
import { describeModel, describeRegion, groupModels, longestInputOf } from "./describe-choice";
import { listPrices } from "./prices";
import { REGIONS } from "./regions";

const kinds = (caches: readonly { readonly kind: string }[]): string[] => caches.map(({ kind }) => kind);

it.each([
  ["qwen3.7-max", "intl", ["explicit", "implicit"]],
  ["qwen-plus", "cn", ["explicit", "implicit", "session"]],
  ["qwen-plus-us", "us", ["implicit"]],
  ["qwen-plus-us", "cn", []],
] as const)("%s in %s caches %j", (model, region, expected) => {
  expect(kinds(describeModel(model, region).caches)).toEqual(expected);
});

it("shows the first tier's price and says that longer inputs cost more", () => {
  const { price, hasTiers } = describeModel("qwen3-max", "intl");
  expect(price).toEqual(listPrices("qwen3-max", "intl")[0]);
  expect(hasTiers).toBe(true);
  expect(describeModel("qwen3.7-max", "intl").hasTiers).toBe(false);
  expect(describeModel("qwen3.7-max", "eu").price).toBeNull();
});

it.each([
  // The documented limit wins over the end of the price list.
  ["qwen4-max", 983_000],
  ["qwen3.7-max", 1_000_000],
  ["deepseek-v3", null],
] as const)("%s takes %s tokens", (model, tokens) => {
  expect(longestInputOf(model)).toBe(tokens);
});

it.each([
  ["qwen3.7-max", "intl", "priced", null],
  ["qwen3.7-max", "global", "no-price", "Singapore or Beijing"],
  ["qwen3.7-max", "us", "absent", "Singapore or Beijing"],
  ["deepseek-v3", "intl", "absent", "Beijing"],
  ["deepseek-v3", "cn", "no-price", null],
  ["a-model-of-mine", "intl", "unknown", null],
] as const)("%s in %s is %s; instead %s", (model, region, status, instead) => {
  expect(describeRegion(model, region)).toMatchObject({ status });
  const advised = describeRegion(model, region).instead;
  expect(advised && ENGLISH.say(advised)).toBe(instead);
});

it("a price that the user knows makes a region priced", () => {
  const own = [{ model: "a-model-of-mine", region: "eu", input: 1, output: 2 }] as const;
  expect(describeRegion("a-model-of-mine", "eu", own).status).toBe("priced");
});

it("never advises the region itself, and always one where a price or a cache is known", () => {
  for (const { model } of listModels())
    for (const { id, name } of REGIONS) {
      const { instead, status } = describeRegion(model, id);
      if (instead !== null) expect(ENGLISH.say(instead).split(/, | or /)).not.toContain(ENGLISH.say(name));
      if (status === "priced") expect(instead).toBeNull();
    }
});

it("groups every model that has a name of its own once", () => {
  const grouped = groupModels().flatMap(({ models }) => models.map(({ model }) => model));
  const named = listModels()
    .map(({ model }) => model)
    .filter((model) => !model.includes("*"));
  expect(grouped.toSorted()).toEqual(named.toSorted());
});
