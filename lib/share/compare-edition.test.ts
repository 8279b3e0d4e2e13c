/** A layout of an earlier day is played with that day's rules and prices, and it is said what differs. */
import { expect, it } from "vitest";
import { RULES_AS_OF } from "../offers/catalogue";
import type { PriceOverride } from "../offers/model";
import { findPrice, listPrices } from "../offers/prices";
import { listOverrides } from "../placement/list-overrides";
import { ENGLISH } from "../words/plain-words";
import { findEdition } from "./compare-edition";
import { noteEdition } from "./note-edition";
import { restoreSharedLayout } from "./restore";
import { DEFAULT_LAYOUT, type SharedLayout } from "./shared-layout";

const MODEL = "qwen3.7-max";
const layout: SharedLayout = {
  ...DEFAULT_LAYOUT,
  text: JSON.stringify({ model: MODEL, messages: [{ role: "user", content: "Hello" }] }),
};
const today = noteEdition(layout);
const rows = today.seenPrices ?? [];
/** The same page on an invented earlier day, when reads cost more and output less. */
const early: SharedLayout = {
  ...today,
  rulesAsOf: "2026-06-01",
  seenPrices: rows.map((row) => ({ ...row, read: 0.5, output: 6 })),
};

it("notes the day of the rules and the prices of the models used", () => {
  expect(today.rulesAsOf).toBe(RULES_AS_OF);
  expect(rows.map(({ model, region }) => [model, region])).toEqual([[MODEL, "intl"]]);
  expect(rows[0]).toMatchObject({ read: listPrices(MODEL, "intl")[0]?.read, currency: "USD" });
});

it("notes the prices of models that the scenario switches to, and none of models without a price", () => {
  const turn = { mode: "append", gap: 5, user: "", reply: "" } as const;
  const switched = noteEdition({
    ...layout,
    scenario: {
      name: "",
      duration: 1,
      reply: "",
      turns: [
        { ...turn, events: [{ kind: "switch-model", model: "qwen3.8-max" }] },
        { ...turn, mode: "body", body: '{"model":"no-such","messages":[{"role":"user","content":""}]}' },
      ],
    },
  });
  expect(new Set(switched.seenPrices?.map(({ model }) => model))).toEqual(new Set([MODEL, "qwen3.8-max"]));
  expect(noteEdition({ ...layout, text: "[]" })).not.toHaveProperty("seenPrices");
});

it("says nothing of a layout of today, nor of one that does not say its day", () => {
  expect(findEdition(today)).toBeNull();
  expect(findEdition(layout)).toBeNull();
});

it("plays an earlier edition with its prices, below the user's own", () => {
  const { seenPrices = [] } = findEdition(early)?.play ?? {};
  expect(findPrice(MODEL, "intl", 5000, listOverrides({ seenPrices }))).toMatchObject({
    read: 0.5,
    output: 6,
  });
  const own: PriceOverride = { model: MODEL, region: "intl", read: 0.1 };
  expect(findPrice(MODEL, "intl", 5000, listOverrides({ seenPrices, prices: [own] }))).toMatchObject({
    read: 0.1,
    output: 6,
  });
});

it("says what differs in one line a model", () => {
  expect(findEdition(early)?.differences.map(ENGLISH.say)).toEqual([
    `${MODEL}: implicit reads from 256 tokens then, from 1,024 now`,
    `${MODEL}: output 6.00 then, 7.50 now; read 0.50 then, 0.25 now`,
  ]);
});

it("notices a changed price on the same day's rules, and older rules without prices", () => {
  const changed = findEdition({ ...early, rulesAsOf: RULES_AS_OF });
  expect(changed?.play).not.toHaveProperty("rulesOn");
  expect(changed?.play.seenPrices).toEqual(early.seenPrices);
  const { seenPrices: _, ...bare } = early;
  expect(findEdition(bare)?.play).toEqual({ rulesOn: "2026-06-01" });
});

it("gives a tier that is new the price that held for it", () => {
  const tiered = listPrices("qwen-plus", "intl").length > 1 ? "qwen-plus" : "qwen3-max";
  const tiers = listPrices(tiered, "intl");
  expect(tiers.length).toBeGreaterThan(1);
  const last = tiers.at(-1);
  const seen = [
    { model: last?.model ?? "", region: "intl", maxInputTokens: last?.maxInputTokens, input: 99, output: 99 },
  ];
  const { seenPrices = [] } =
    findEdition({ ...layout, rulesAsOf: "2026-06-01", seenPrices: seen as PriceOverride[] })?.play ?? {};
  expect(findPrice(tiered, "intl", 1, listOverrides({ seenPrices }))?.input).toBe(99);
});

it("carries an edition on unchanged", () => {
  const edition = findEdition(early)?.play;
  const again = noteEdition(layout, edition);
  expect(again).toMatchObject({ rulesAsOf: "2026-06-01", seenPrices: edition?.seenPrices });
  expect(restoreSharedLayout(JSON.parse(JSON.stringify(again)))).toEqual(again);
});
