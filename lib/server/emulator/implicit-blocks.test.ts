/** Implicit reads by blocks of 128 tokens: the longest common prefix, from the model's minimum on. */
import { expect, it } from "vitest";
import { findModel } from "../../offers/catalogue";
import { prepareRequest } from "../../pipeline/prepare-request";
import { parsePrompt } from "../../prompt/parse";
import { writeFiller } from "../../timeline/filler-text";
import { loadTestCounters } from "../../tokens/fixtures/load-counters";
import { createDigestIndex } from "./digest-index";
import { listBlocks, readBlocks, readImplicit, rememberBlocks } from "./implicit-blocks";

const counterFor = loadTestCounters();
const model = findModel("qwen3-vl-plus");

function blocksOf(content: unknown, salt = "account"): string[] {
  const { prompt } = parsePrompt(
    JSON.stringify({ model: "qwen3-vl-plus", messages: [{ role: "user", content }] }),
  );
  if (!prompt) throw new Error("no prompt");
  const { layout } = prepareRequest(prompt, "qwen3-vl-plus", counterFor, createDigestIndex(salt));
  return listBlocks(layout, counterFor(model), salt);
}
const text = (words: string) => ({ type: "text", text: words });
const image = (name: string) => ({
  type: "image_url",
  image_url: { url: `https://example.com/${name}.png` },
});
const start = writeFiller(2000, 1);
const secondsOf = (day: string): number => Date.parse(day) / 1000;
const at = secondsOf("2026-11-21");
const knownOf = (blocks: readonly string[]) => blocks.map((block) => ({ block, until: null }));
const read = (content: unknown, known: string[], on = "2026-11-21") =>
  readImplicit(blocksOf(content), knownOf(known), { model, at: secondsOf(on) });

it("reads what two prompts share, down to a block", () => {
  const known = blocksOf(`${start} ${writeFiller(300, 2)}`);
  expect(read(`${start} ${writeFiller(300, 3)}`, known)).toBe(1920);
  expect(read(start, [])).toBe(0);
});

it("reads nothing below the minimum, which was lower before it was raised", () => {
  const known = blocksOf(`${writeFiller(900, 1)} ${writeFiller(300, 2)}`);
  const other = `${writeFiller(900, 1)} ${writeFiller(300, 3)}`;
  expect(read(other, known)).toBe(0);
  expect(read(other, known, "2026-08-01")).toBe(896);
});

it("tells images apart by what they show", () => {
  const known = blocksOf([image("cat"), text(start)]);
  expect(read([image("cat"), text(start)], known)).toBeGreaterThan(1920);
  expect(read([image("dog"), text(start)], known)).toBe(0);
});

it("tells accounts apart", () => {
  expect(blocksOf(start, "other").some((block) => blocksOf(start).includes(block))).toBe(false);
});

it("remembers what was used last", () => {
  const old = Array.from({ length: 40_000 }, (_, at) => String(at));
  const kept = rememberBlocks(["0", "new"], knownOf(old));
  expect(kept).toHaveLength(40_000);
  expect(kept.slice(-2)).toEqual(["0", "new"]);
  expect(kept).not.toContain("1");
  expect(readBlocks(["a", 7, "b"], at)).toEqual(knownOf(["a", "b"]));
  expect(readBlocks({ a: 1 }, at)).toEqual([]);
});

it("forgets what has an end", () => {
  const stored = rememberBlocks(["new"], knownOf(["old"]), at + 300);
  expect(readBlocks(stored, at + 299).map(({ block }) => block)).toEqual(["old", "new"]);
  expect(readBlocks(stored, at + 300).map(({ block }) => block)).toEqual(["old"]);
  expect(rememberBlocks(["new"], readBlocks(stored, at))).toEqual(["old", "new"]);
});
