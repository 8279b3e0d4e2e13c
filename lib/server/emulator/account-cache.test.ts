/** Played step by step from a store, requests read and write what one engine that remembers everything says. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { findModel } from "../../offers/catalogue";
import type { Entry } from "../../systems/kernels/entry";
import { keepEntry, openTable } from "../../systems/kernels/entry-table";
import { layOutSegments } from "../../systems/lay-out";
import { playExplicit, playQwen4 } from "../../systems/model-studio";
import type { JsonValue } from "../../values/json";
import { startRequest } from "./account-cache";
import { createDigestIndex } from "./digest-index";
import type { StateStore } from "./state-store";
import { readTable, writeTable } from "./stored-table";

/** Keeps JSON texts, as a store of another process would. */
function createStore(): StateStore & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  const read = (key: string): JsonValue | null => JSON.parse(values.get(key) ?? "null");
  return {
    values,
    claim: async () => {},
    get: async (key) => read(key),
    set: async (key, value) => void values.set(key, JSON.stringify(value)),
    remove: async (key) => void values.delete(key),
    list: async () => [...values.keys()],
    close: async () => {},
    async update(key, _seconds, change) {
      const { value, result } = change(read(key));
      values.set(key, JSON.stringify(value));
      return result;
    },
  };
}

const request = fc.record({
  gap: fc.integer({ min: 1, max: 400 }),
  length: fc.integer({ min: 1, max: 30 }),
  /** The segment in which it differs from the others. */
  changed: fc.integer({ min: 3, max: 40 }),
  markers: fc.array(fc.nat(29), { minLength: 1, maxLength: 5 }),
});

it.each(["qwen3.7-max", "qwen4-max"])("%s", async (modelName) => {
  const model = findModel(modelName);
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 12 }), async (requests) => {
      const index = createDigestIndex("whole");
      const table = openTable();
      const store = createStore();
      let at = 0;
      for (const [order, { gap, length, changed, markers }] of requests.entries()) {
        at += gap;
        const segments = Array.from({ length }, (_, place) => {
          const id = place === changed ? `${place} of ${order % 2}` : String(place);
          return { id, tokens: 300 + place, blocks: 1 };
        });
        const sent = { model, modelName, segments, markers, tail: 4 };
        const { layout } = layOutSegments(sent, index);
        const play = modelName === "qwen4-max" ? playQwen4 : playExplicit;
        const arrival = { index: order, at, duration: 1, layout, rules: { model }, explain: false };
        const { read, written } = play(table, arrival);

        // Another server, which knows only what is stored.
        const own = layOutSegments(sent, createDigestIndex("whole")).layout;
        const step = { layout: own, model, at, account: "a", blocks: [] };
        const { figures, finish } = await startRequest(step, store);
        await finish(at + 1);
        expect(figures).toMatchObject({ read, written });
      }
    }),
  );
});

it("requests in parallel each pay, and the first response to end makes the prefix readable", async () => {
  const model = findModel("qwen3-max");
  const store = createStore();
  const start = (at: number) => {
    const segments = [{ id: "A", tokens: 2000, blocks: 1 }];
    const sent = { model, modelName: "qwen3-max", segments, markers: [0], tail: 4 };
    const { layout } = layOutSegments(sent, createDigestIndex("a"));
    return startRequest({ layout, model, at, account: "a", blocks: [] }, store);
  };
  const first = await start(0);
  const second = await start(1);
  expect(second.figures).toMatchObject({ read: 0, written: 2000 });
  await second.finish(5);
  expect((await start(6)).figures).toMatchObject({ read: 2000, written: 0 });
  await first.finish(9);
  expect([...store.values.values()].map((text) => Object.values(JSON.parse(text).live))).toEqual([
    [{ tokens: 2000, readableAt: 5, expiresAt: 306 }],
  ]);
});

const entryUntil = (expiresAt: number): Entry => ({
  pointer: "/messages/0",
  tokens: 2000,
  model: "qwen3-max",
  createdAt: 0,
  readableAt: 1,
  expiresAt,
  renewals: [],
  createdBy: 0,
  readBy: [],
  lastUsedBy: 0,
});

it("lets go of what has ended, and of what ends first where there is too much", () => {
  const table = openTable();
  keepEntry(table, 1, entryUntil(10));
  keepEntry(table, 2, entryUntil(11));
  expect(Object.keys(readTable(writeTable(table, 10)).live)).toEqual(["2"]);
  for (let at = 0; at < 1200; at++) keepEntry(table, 10 + at, entryUntil(100 + at));
  const kept = Object.values(readTable(writeTable(table, 0)).live);
  expect(kept).toHaveLength(1000);
  expect(Math.min(...kept.map(({ expiresAt }) => expiresAt))).toBe(300);
});

it("stores nothing where nothing lives", () => {
  const table = openTable();
  expect(writeTable(table, 0)).toBeNull();
  keepEntry(table, 1, entryUntil(10));
  expect(writeTable(table, 10)).toBeNull();
});

it.each([null, 7, [], { live: { a: { tokens: 1 } } }])("takes %j for no table", (value) => {
  expect(readTable(value)).toEqual(openTable());
});
