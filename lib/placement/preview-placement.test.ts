/** A preview is what choosing the placement makes of the document and its settings. */

import { expect, it } from "vitest";
import { parsePrompt } from "../prompt/parse";
import { ENGLISH } from "../words/plain-words";
import { PLACEMENTS } from "./known-placements";
import { previewPlacement } from "./preview-placement";
import type { writePlacement } from "./write-placement";

const text = JSON.stringify({
  model: "qwen3.7-max",
  messages: [
    { role: "system", content: "Rules." },
    { role: "user", content: "Question." },
  ],
});
const settings = { model: "qwen3.7-max", region: "intl", implicit: "never" } as const;

const preview = (placement: Parameters<typeof writePlacement>[1], from = text, given: object = {}) => {
  const result = previewPlacement(from, { ...settings, ...given }, placement);
  if (!result.ok) throw new Error(ENGLISH.say(result.reason));
  return result;
};

it.each(PLACEMENTS.map(({ id, placement }) => ({ id, placement })))("$id keeps its name", ({ placement }) => {
  const { settings: kept } = preview(placement);
  expect(kept).toEqual({ ...settings, placement });
});

it("writes the markers of the first request and leaves the given text alone", () => {
  const { text: marked, edits } = preview({ kind: "anchors", name: "Mine", anchors: [{ kind: "last" }] });
  expect(edits.length).toBeGreaterThan(0);
  expect(parsePrompt(marked).prompt?.markers).toHaveLength(1);
  expect(parsePrompt(text).prompt?.markers).toHaveLength(0);
  expect(parsePrompt(preview({ kind: "none" }, marked).text).prompt?.markers).toHaveLength(0);
});

it("as drawn changes nothing but the choice", () => {
  const before = { placement: { kind: "none" } };
  const { text: same, settings: kept } = preview({ kind: "as-drawn" }, text, before);
  expect(same).toBe(text);
  expect(kept).toEqual(settings);
});

it("says why a text that is no request has no preview", () => {
  expect(previewPlacement("{", settings, { kind: "none" }).ok).toBe(false);
});
