/** What becomes of markers: ignored, merged, too short, dropped or effective. */
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { DEFAULT_LIMITS, type PlacedMarker, resolveMarkers } from "./resolve-markers";

const at = (cut: number, prefix: number): PlacedMarker => ({
  pointer: `/markers/${cut}`,
  cut,
  prefix,
  mergedInto: "merged",
});
const nowhere: PlacedMarker = { pointer: "/tools/0/cache_control", ignored: "no place" };

describe("resolveMarkers", () => {
  it.each<[string, PlacedMarker[], string[], number[]]>([
    ["one", [at(0, 2000)], ["effective"], [0]],
    ["1,023 and 1,024 tokens", [at(0, 1023), at(1, 1024)], ["too-short", "effective"], [1]],
    ["two at one place", [at(0, 2000), at(0, 2000)], ["merged", "effective"], [0]],
    ["one without a place", [nowhere, at(0, 2000)], ["ignored", "effective"], [0]],
    [
      "five",
      [at(0, 2000), at(1, 2100), at(2, 2200), at(3, 2300), at(4, 2400)],
      ["dropped", "effective", "effective", "effective", "effective"],
      [1, 2, 3, 4],
    ],
    [
      "a short one, a merged one and an ignored one beside four",
      [nowhere, at(0, 100), at(1, 2100), at(1, 2100), at(2, 2200), at(3, 2300), at(4, 2400)],
      ["ignored", "too-short", "merged", "effective", "effective", "effective", "effective"],
      [1, 2, 3, 4],
    ],
    ["none", [], [], []],
  ])("%s", (_, placed, statuses, breakpoints) => {
    const resolved = resolveMarkers(placed, DEFAULT_LIMITS);
    expect(resolved.markers.map(({ status }) => status)).toEqual(statuses);
    expect(resolved.breakpoints).toEqual(breakpoints);
    for (const { status, reason } of resolved.markers)
      expect(reason === undefined).toBe(status === "effective");
  });

  it("says the figures of a prefix that is too short", () => {
    const [marker] = resolveMarkers([at(0, 1023)], DEFAULT_LIMITS).markers;
    expect(ENGLISH.say(marker?.reason ?? "")).toBe(
      "The prefix up to this marker is 1,023 tokens; below 1,024 no entry is made.",
    );
  });

  it.each([
    [
      { low: 1008, high: 1028 },
      "The prefix up to this marker is about 1,018 tokens, between 1,008 and 1,028: borderline, below 1,024 no entry is made.",
    ],
    [
      { low: 1010, high: 1020 },
      "The prefix up to this marker is about 1,018 tokens; below 1,024 no entry is made.",
    ],
    [
      { low: 1018, high: 1018 },
      "The prefix up to this marker is 1,018 tokens; below 1,024 no entry is made.",
    ],
  ])("says how sure it is of a count in %j", (band, sentence) => {
    const [marker] = resolveMarkers([{ ...at(0, 1018), band }], DEFAULT_LIMITS).markers;
    expect(ENGLISH.say(marker?.reason ?? "")).toBe(sentence);
  });
});
