/** One sentence says where markers have no effect; a region that nobody chose is a question. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { findCacheOffer } from "./cache-offers";
import { doubtMarkers } from "./doubt-markers";

it("is silent where the cache is offered, where the region is not known, and of unknown models", () => {
  expect(doubtMarkers("qwen3.7-max", "intl")).toBeNull();
  expect(doubtMarkers("qwen3.7-max", null)).toBeNull();
  expect(doubtMarkers("some-model", "eu")).toBeNull();
});

it("says where it is offered instead", () => {
  const doubt = doubtMarkers("qwen3.7-flash", "intl");
  expect(doubt?.kind).toBe("none");
  expect(ENGLISH.say(doubt?.sentence ?? "")).toBe(
    "qwen3.7-flash has no explicit cache in Singapore, so markers write no entries; it is offered in Beijing.",
  );
});

it("asks where the region is only preselected", () => {
  const doubt = doubtMarkers("qwen3.7-flash", "intl", true);
  expect(doubt?.kind).toBe("ask");
  expect(ENGLISH.say(doubt?.sentence ?? "")).toBe(
    "Which region is your key from? Singapore is only preselected, and qwen3.7-flash has no explicit cache there; it is offered in Beijing.",
  );
});

it("says what is not known, and lets a price of the user's settle it", () => {
  expect(doubtMarkers("qwen3.7-plus", "intl")).toMatchObject({ kind: "unknown" });
  const prices = [{ model: "qwen3.7-plus", region: "intl", read: 0.04 }] as const;
  const offer = findCacheOffer("qwen3.7-plus", "intl", "explicit", prices);
  expect(doubtMarkers("qwen3.7-plus", "intl", false, offer)).toBeNull();
});
