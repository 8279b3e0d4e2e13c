/** One answer to "is a cache offered here?", with the evidence that it rests on. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { type CacheKind, findCacheOffer, listOffering } from "./cache-offers";
import { listModels } from "./catalogue";
import type { Region } from "./model";
import { listPrices } from "./prices";
import { REGIONS } from "./regions";

it.each<[string, Region | null, CacheKind, string, RegExp]>([
  ["qwen3.7-max", "intl", "explicit", "offered", /list of offers names qwen3\.7-max/],
  ["qwen3.8-max", "intl", "implicit", "offered", /price list \(2026-09-24\).*the price counts/],
  ["qwen3.7-flash", "intl", "implicit", "offered", /the price counts/],
  ["qwen3.7-plus", "intl", "explicit", "unknown", /only by a ratio/],
  ["qwen3.8-flash", "intl", "explicit", "unknown", /only second-hand/],
  ["qwen3.6-max-preview", "intl", "explicit", "unknown", /only second-hand/],
  ["qwen-turbo", "intl", "explicit", "not-offered", /does not name qwen-turbo/],
  ["kimi-k3", "intl", "explicit", "not-offered", /does not name kimi-k3/],
  ["glm-5.3", "intl", "explicit", "not-offered", /does not name glm-5\.3/],
  ["qwen3.7-max", "eu", "explicit", "not-offered", /in Frankfurt/],
  ["qwen3.7-flash", null, "explicit", "offered", /Beijing/],
  ["no-such-model", "intl", "explicit", "unknown", /not in the list of models/],
  ["qwen-plus", "intl", "session", "offered", /lists qwen-plus/],
  ["qwen3.7-max", "intl", "session", "unknown", /predates/],
])("%s in %s, %s: %s", (model, region, cache, status, why) => {
  const offer = findCacheOffer(model, region, cache);
  expect(offer.status).toBe(status);
  expect(ENGLISH.say(offer.why)).toMatch(why);
});

it("takes the word of a user who has a price for it", () => {
  const prices = [{ model: "qwen3.7-max", region: "us", read: 0.1 }] as const;
  expect(findCacheOffer("qwen3.7-max", "us", "explicit").status).toBe("not-offered");
  expect(findCacheOffer("qwen3.7-max", "us", "explicit", prices)).toMatchObject({
    status: "offered",
    evidence: "user",
  });
  expect(findCacheOffer("qwen3.7-max", "us", "implicit", prices).status).toBe("not-offered");
});

it("denies no cache that the price table has a price for", () => {
  for (const { model } of listModels()) {
    for (const { id } of REGIONS) {
      const priced = listPrices(model, id);
      if (priced.some(({ read }) => read !== null))
        expect(findCacheOffer(model, id, "explicit").status, `${model} ${id}`).not.toBe("not-offered");
      if (priced.some(({ implicitRead }) => implicitRead !== null))
        expect(findCacheOffer(model, id, "implicit").status, `${model} ${id}`).not.toBe("not-offered");
    }
  }
});

it("lists regions by their names' order", () => {
  expect(listOffering("qwen3.5-flash", "explicit")).toEqual(["intl", "cn", "global", "eu", "hk"]);
});
