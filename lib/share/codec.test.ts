/** A link gives back exactly what was put into it, and no string whatever makes reading it fail badly. */

import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { CHANGES } from "../changing/changing-text";
import { VOLATILE_KINDS } from "../changing/volatile-patterns";
import type { Region } from "../offers/model";
import type { Placement } from "../placement/placement";
import type { EntryTtl } from "../systems/system";
import { MAX_TURNS, type Scenario, type Turn } from "../timeline/scenario";
import { ENGLISH } from "../words/plain-words";
import { toBase64Url } from "./base64url";
import { decodeShare, encodeShare, MAX_LINK_LENGTH } from "./codec";
import type { SharedLayout } from "./shared-layout";

const text = fc.string({ unit: "binary", maxLength: 500 });
const seconds = fc.integer({ min: 0, max: 86_400 });
const turn: fc.Arbitrary<Turn> = fc.record({
  mode: fc.constantFrom("append", "replace", "repeat"),
  gap: seconds,
  user: text,
  reply: text,
});
const scenario: fc.Arbitrary<Scenario> = fc.record({
  name: fc.string({ maxLength: 100 }),
  duration: seconds,
  reply: text,
  turns: fc.array(turn, { maxLength: 5 }),
});
const layout: fc.Arbitrary<SharedLayout> = fc.record({
  text,
  model: fc.option(fc.string({ minLength: 1, maxLength: 60 })),
  region: fc.constantFrom<Region[]>("cn", "intl", "global", "eu", "us", "hk"),
  scenario: fc.option(scenario),
  play: fc.record(
    {
      placement: fc.constantFrom<Placement[]>(
        { kind: "none" },
        { kind: "anchors", name: "Mine", anchors: [{ kind: "system" }, { kind: "last", back: 2 }] },
      ),
      system: fc.constant("model-studio-session" as const),
      changing: fc.array(
        fc.record(
          {
            words: fc.string({ minLength: 1, maxLength: 60 }),
            change: fc.constantFrom(...CHANGES),
            kind: fc.constantFrom(...VOLATILE_KINDS),
          },
          { requiredKeys: ["words", "change"] },
        ),
        { minLength: 1, maxLength: 5 },
      ),
      implicit: fc.oneof(
        fc.constant("always" as const),
        fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), seed: fc.nat() }),
      ),
      ttl: fc.constantFrom<EntryTtl[]>(300, 3600),
      automatic: fc.constant(true),
      prices: fc.constant([
        {
          model: "qwen3.7-max",
          region: "intl" as const,
          currency: "USD" as const,
          maxInputTokens: null,
          read: 0.2,
        },
      ]),
    },
    { requiredKeys: [] },
  ),
  offRules: fc.uniqueArray(fc.constantFrom("no-marker", "below-minimum", "a-rule-to-come")),
  rulesAsOf: fc.constantFrom("", "2026-11-21"),
  seenPrices: fc.constantFrom(undefined, [
    {
      model: "qwen3.7-max",
      region: "intl" as const,
      currency: "USD" as const,
      maxInputTokens: null,
      input: 2.5,
    },
  ]),
});

const plain: SharedLayout = {
  text: "[]",
  model: null,
  region: "intl",
  scenario: null,
  play: {},
  offRules: [],
  rulesAsOf: "",
};
const pack = (json: string | Buffer): string => `v1.${toBase64Url(deflateRawSync(json))}`;

it("gives back every valid layout", async () => {
  await fc.assert(
    fc.asyncProperty(layout, async (state) => {
      expect(await decodeShare(`#${await encodeShare(state)}`)).toEqual({ ok: true, value: state });
    }),
  );
});

it("keeps lone surrogates, control characters and line ends of the document", async () => {
  const state = { ...plain, text: "\ud800 a\u0000\r\n\ufeff 缓存 \udfff 🧊" };
  expect(await decodeShare(await encodeShare(state))).toEqual({ ok: true, value: state });
});

it("writes only characters that need no escaping in a URL", async () => {
  const fragment = await encodeShare({ ...plain, text: "ÿþ?>~".repeat(300) });
  expect(fragment).toMatch(/^v1\.[\w-]+$/);
});

it("leaves defaults out", async () => {
  expect(await encodeShare(plain)).toBe(pack('{"text":"[]"}'));
});

it("reads any string without throwing", async () => {
  const payload = fc.oneof(fc.string(), fc.base64String(), fc.uint8Array().map(toBase64Url));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("", "#", "v1.", "#v1.", "v0.", "v2."), payload, async (start, rest) => {
      const decoded = await decodeShare(start + rest);
      expect(decoded.ok || ENGLISH.say(decoded.reason).endsWith(".")).toBe(true);
    }),
  );
});

it("refuses a link that was cut anywhere", async () => {
  const fragment = await encodeShare({ ...plain, text: '[{"role":"user","content":"Hello"}]' });
  for (let length = 0; length < fragment.length; length += 1) {
    expect(await decodeShare(fragment.slice(0, length))).toMatchObject({ ok: false });
  }
});

it.each([
  ["a version to come", "v2.AAAA", "newer version"],
  ["no version", "AAAA", "no shared request"],
  ["no fragment", "", "no shared request"],
  ["a foreign alphabet", "v1.AA+/", "damaged"],
  ["no JSON", pack("{"), "damaged"],
  ["no UTF-8", pack(Buffer.from([0x22, 0xff, 0x22])), "damaged"],
  ["a list", pack("[]"), "damaged"],
  ["no text", pack('{"model":"qwen3-max"}'), "damaged"],
  ["50 MB out of few characters", pack(Buffer.alloc(50_000_000, 0x20)), "more than is read"],
  ["an endless fragment", `v1.${"A".repeat(MAX_LINK_LENGTH)}`, "too long"],
])("refuses %s", async (_name, fragment, reason) => {
  const decoded = await decodeShare(fragment);
  expect(decoded.ok ? null : ENGLISH.say(decoded.reason)).toContain(reason);
});

it("takes defaults for fields that make no sense", async () => {
  const odd = {
    text: "x",
    model: 7,
    region: "toString",
    scenario: "no",
    rulesAsOf: "today",
    play: { ttl: 1, implicit: { probability: 2, seed: 0.5 }, prices: [{ model: "x" }] },
    offRules: [1, "<b>", ["x"]],
    extra: 1,
  };
  expect(await decodeShare(pack(JSON.stringify(odd)))).toEqual({ ok: true, value: { ...plain, text: "x" } });
});

it("refuses to write what it could not read again", async () => {
  await expect(encodeShare({ ...plain, text: "a".repeat(3_000_000) })).rejects.toThrow("too large");
});

it("refuses a link of any layout that was cut anywhere", async () => {
  await fc.assert(
    fc.asyncProperty(layout, fc.double({ min: 0, max: 0.999, noNaN: true }), async (state, share) => {
      const fragment = await encodeShare(state);
      const cut = fragment.slice(0, Math.floor(fragment.length * share));
      expect(await decodeShare(cut)).toMatchObject({ ok: false });
    }),
  );
});

it("never gives out anything but a layout when letters of a link are changed", async () => {
  await fc.assert(
    fc.asyncProperty(layout, fc.nat(), fc.constantFrom("A", "_", "9", "z"), async (state, place, letter) => {
      const fragment = await encodeShare(state);
      const at = 3 + (place % (fragment.length - 3));
      const decoded = await decodeShare(fragment.slice(0, at) + letter + fragment.slice(at + 1));
      expect(decoded.ok ? typeof decoded.value.text : ENGLISH.say(decoded.reason).slice(-1)).toMatch(
        /^(string|\.)$/,
      );
    }),
  );
});

it.each([
  ["at the top", '{"text":"x","__proto__":{"region":"cn","polluted":1}}'],
  ["in the play settings", '{"text":"x","play":{"__proto__":{"ttl":300,"automatic":true}}}'],
  ["as a scenario", '{"text":"x","scenario":{"__proto__":{"turns":[{"mode":"repeat"}]}}}'],
  ["as a constructor", '{"text":"x","constructor":{"prototype":{"polluted":1}},"region":"__proto__"}'],
  ["as a price", '{"text":"x","seenPrices":[{"__proto__":{"model":"m","region":"intl","input":1}}]}'],
])("takes nothing from a prototype %s", async (_name, json) => {
  expect(await decodeShare(pack(json))).toEqual({ ok: true, value: { ...plain, text: "x" } });
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

it.each([
  ["1e999 for a number", '{"text":"x","play":{"prices":[{"model":"m","region":"intl","input":1e999}]}}'],
  ["a price below nothing", '{"text":"x","seenPrices":[{"model":"m","region":"intl","input":-1}]}'],
  ["NaN in words", '{"text":"x","play":{"implicit":{"probability":"NaN","seed":1}},"seenPrices":"NaN"}'],
])("leaves out %s", async (_name, json) => {
  expect(await decodeShare(pack(json))).toEqual({ ok: true, value: { ...plain, text: "x" } });
});

it("bounds lists, however long they are", async () => {
  const row = { model: "m", region: "intl", input: 1 };
  const many = {
    text: "x",
    offRules: Array.from(
      { length: 20_000 },
      (_, index) => `rule-${"abcdefghij"[index % 10]}${"x".repeat(index % 50)}`,
    ),
    seenPrices: Array.from({ length: 10_000 }, () => row),
    scenario: { turns: Array.from({ length: 10_000 }, () => ({ mode: "repeat" })) },
  };
  const decoded = await decodeShare(pack(JSON.stringify(many)));
  const value = decoded.ok ? decoded.value : plain;
  expect(value.offRules.length).toBeLessThanOrEqual(100);
  expect(value.seenPrices).toHaveLength(50);
  expect(value.scenario?.turns).toHaveLength(MAX_TURNS);
});

it("refuses JSON that is nested without an end", async () => {
  const deep = `{"text":"x","scenario":${"[".repeat(200_000)}`;
  expect(await decodeShare(pack(deep))).toMatchObject({ ok: false });
});
