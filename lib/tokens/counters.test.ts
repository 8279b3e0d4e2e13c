/** Which vocabulary counts for which model. */

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { listModels } from "../offers/catalogue";
import { ENGLISH } from "../words/plain-words";
import { convertTokenizer } from "./convert-tokenizer";
import { createCounters } from "./counters";
import { makeTokenizer } from "./fixtures/small-tokenizer";
import { readVocabulary } from "./vocabulary";
import { VOCABULARY_FILE } from "./vocabulary-file";

const builtIn = readVocabulary(gunzipSync(readFileSync(`public/vocabulary/${VOCABULARY_FILE}`)));

function makeOwn() {
  const converted = convertTokenizer(makeTokenizer());
  if (!converted.ok) throw new Error(ENGLISH.say(converted.reason));
  return { vocabulary: converted.vocabulary, preTokenizer: converted.info.preTokenizer, name: "Mine" };
}

const byTemplate = (template: string | null) => {
  const model = listModels().find((one) => one.template === template);
  if (!model) throw new Error(`No model has the template ${template}.`);
  return model;
};

describe("without an own vocabulary", () => {
  const counterFor = createCounters(builtIn);

  it.each([
    ["qwen3", "A"],
    ["qwen3.5", "B"],
    [null, "B"],
  ] as const)("%s counts with pre-tokenizer %s", (template, variant) => {
    const counter = counterFor(byTemplate(template));
    expect(counter).toMatchObject({ origin: "built-in", name: "qwen3" });
    expect(counter === counterFor(null)).toBe(variant === "B");
  });
});

describe("with an own vocabulary", () => {
  const counterFor = createCounters(builtIn, makeOwn());

  it.each([["qwen3.5"], [null]])("counts %s with it", (template) => {
    const counter = counterFor(byTemplate(template));
    expect(counter).toMatchObject({ origin: "own", name: "Mine" });
    expect(counter.encode("hello")).toEqual([2009]);
  });

  it("counts an unknown model with it, and keeps one counter", () => {
    expect(counterFor(null)).toMatchObject({ origin: "own" });
    expect(counterFor(null)).toBe(counterFor(byTemplate("qwen3.5")));
  });

  it("leaves Qwen3 the vocabulary that is its own", () => {
    const counter = counterFor(byTemplate("qwen3"));
    expect(counter).toMatchObject({ origin: "built-in", name: "qwen3" });
    expect(counter.encode("hello")).toEqual(createCounters(builtIn)(null).encode("hello"));
  });
});
