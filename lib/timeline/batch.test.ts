/** A batch file as it is billed: half the price, and the same with markers as without. */
import { expect, it } from "vitest";
import { createPrefixIndex } from "../layout/prefix-index";
import { findModel } from "../offers/catalogue";
import { layOutSegments } from "../systems/lay-out";
import { ENGLISH } from "../words/plain-words";
import { simulate } from "./simulate";

const MODEL = "qwen3.7-max";

function playTwo(markers: readonly number[], system?: string) {
  const index = createPrefixIndex();
  const requests = ["B", "C"].map((id) => {
    const segments = [
      { id: "A", tokens: 10_000, blocks: 1 },
      { id, tokens: 100, blocks: 1 },
    ];
    const laidOut = layOutSegments(
      { model: findModel(MODEL), modelName: MODEL, segments, markers, tail: 0 },
      index,
    );
    return { at: 0, duration: 1, completion: 10, ...laidOut };
  });
  return simulate({ requests, region: "intl", implicit: "always", ...(system ? { system } : {}) });
}

it("reads nothing, writes nothing and costs half of the same without a cache", () => {
  const [single, batch] = [playTwo([]), playTwo([0], "model-studio-batch")];
  expect(batch.turns.map(({ read, written }) => [read, written])).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(batch.totals.cost).toBeCloseTo((single.totals.costWithoutCache ?? 0) / 2, 9);
  expect(batch.totals.cost).toBe(batch.totals.costWithoutCache);
  expect(playTwo([], "model-studio-batch").totals).toEqual(batch.totals);
  expect(batch.turns[1]?.reasons.map(({ code, message }) => [code, ENGLISH.say(message)])).toEqual([
    ["no_marker", expect.stringMatching(/batch file/)],
  ]);
});
