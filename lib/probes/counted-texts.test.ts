/** The lengths that stand beside the texts are those of the vocabulary. */
import { expect, it } from "vitest";
import { findModel } from "../offers/catalogue";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { COUNTED_TEXTS, SHORT_TEXT } from "./counted-texts";

const counter = loadTestCounters()(findModel("qwen3-max"));

it("has texts as long as it says", () => {
  expect(counter.count(SHORT_TEXT.text)).toBe(SHORT_TEXT.tokens);
  expect(COUNTED_TEXTS.map(({ text }) => counter.count(text))).toEqual(
    COUNTED_TEXTS.map(({ tokens }) => tokens),
  );
});
