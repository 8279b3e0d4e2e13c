/** Played step by step from a store, requests read and write what one engine that remembers everything says. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { layOutSegments } from "../../layout/lay-out-segments";
import { findModel } from "../../offers/catalogue";
import { createExplicitCache } from "../../systems/explicit";
import { createQwen4Cache } from "../../systems/qwen4";
import { createDigestIndex } from "./digest-index";
import { endStep, startStep } from "./play-step";
import { readEntries, type StoredEntry, writeEntries } from "./stored-entries";

const request = fc.record({
  gap: fc.integer({ min: 1, max: 400 }),
  length: fc.integer({ min: 1, max: 30 }),
  /** The segment in which it differs from the others. */
  changed: fc.integer({ min: 3, max: 40 }),
  markers: fc.array(fc.nat(29), { maxLength: 5 }),
});

it.each(["qwen3.7-max", "qwen4-max"])("%s", (modelName) => {
  const model = findModel(modelName);
  fc.assert(
    fc.property(fc.array(request, { maxLength: 12 }), (requests) => {
      const memory = createDigestIndex("whole");
      const whole = modelName === "qwen4-max" ? createQwen4Cache(false) : createExplicitCache(false);
      let stored: readonly StoredEntry[] = [];
      let at = 0;
      for (const [index, { gap, length, changed, markers }] of requests.entries()) {
        at += gap;
        const segments = Array.from({ length }, (_, place) => {
          const id = place === changed ? `${place} of ${index % 2}` : String(place);
          return { id, tokens: 300 + place, blocks: 1 };
        });
        const sent = { model, modelName, segments, markers, tail: 4 };
        const expected = whole.play({
          index,
          at,
          duration: 1,
          layout: layOutSegments(sent, memory).layout,
          model,
        });

        // Another server, which knows only what is stored.
        const own = createDigestIndex("step");
        const step = { layout: layOutSegments(sent, own).layout, model, index: own, at };
        const started = startStep(step, readEntries(stored));
        stored = writeEntries(started.entries.values(), at);
        stored = writeEntries(endStep(step, readEntries(stored), at + 1).values(), at + 1);
        expect(started.played).toMatchObject({ read: expected.read, written: expected.written });
      }
    }),
  );
});

const model = findModel("qwen3-max");
const index = createDigestIndex("");
const stepAt = (at: number) => {
  const segments = [{ id: "A", tokens: 2000, blocks: 1 }];
  const { layout } = layOutSegments(
    { model, modelName: "qwen3-max", segments, markers: [0], tail: 4 },
    index,
  );
  return { layout, model, index, at };
};

it("requests in parallel each pay, and the first response to end makes the prefix readable", () => {
  const first = startStep(stepAt(0), new Map());
  const second = startStep(stepAt(1), first.entries);
  expect(second.played).toMatchObject({ read: 0, written: 2000 });
  const ended = endStep(stepAt(1), second.entries, 5);
  expect(startStep(stepAt(6), ended).played).toMatchObject({ read: 2000, written: 0 });
  const [entry] = endStep(stepAt(0), ended, 9).values();
  expect(entry).toMatchObject({ readableAt: 5, expiresAt: 301 });
});

it("lets go of what has ended, and of what ends first where there is too much", () => {
  const entry = (hash: string, expiresAt: number): StoredEntry => ({
    hash,
    tokens: 2000,
    model: "qwen3-max",
    readableAt: null,
    expiresAt,
  });
  expect(writeEntries([entry("a", 10), entry("b", 11)], 10)).toEqual([entry("b", 11)]);
  const many = Array.from({ length: 1200 }, (_, at) => entry(String(at), 100 + at));
  const kept = writeEntries(many, 0);
  expect(kept).toHaveLength(1000);
  expect(Math.min(...kept.map(({ expiresAt }) => expiresAt))).toBe(300);
});

it("takes nothing for an entry that is none", () => {
  expect(readEntries(null).size).toBe(0);
  expect(
    readEntries([7, null, { hash: "a" }, { hash: "a", tokens: 1, model: "m", readableAt: "x" }]).size,
  ).toBe(0);
});
