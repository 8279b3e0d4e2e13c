/** Sizes of images and videos travel with a layout, and nothing else in their place. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeShare, encodeShare } from "./codec";
import { restoreMediaSizes } from "./restore-media-sizes";
import { DEFAULT_LAYOUT } from "./shared-layout";

it("come back from a link as they were", async () => {
  const mediaSizes = {
    "/messages/0/content/1": { width: 1920, height: 1080 },
    "/messages/2/content/0": { width: 640, height: 360, seconds: 12.5 },
  };
  const decoded = await decodeShare(await encodeShare({ ...DEFAULT_LAYOUT, text: "{}", mediaSizes }));
  expect(decoded).toMatchObject({ ok: true, value: { mediaSizes } });
});

it("are left out where they make no sense", () => {
  const size = { width: 10, height: 10 };
  expect(
    restoreMediaSizes({
      "/a": size,
      b: size,
      "/c": { width: "wide", height: 5 },
      "/d": null,
      "/e": { width: 3 },
    }),
  ).toEqual({ "/a": size });
  expect(restoreMediaSizes({ "/a": { width: Number.NaN, height: 2 } })).toBeNull();
  expect(restoreMediaSizes([])).toBeNull();
});

it("never throw and never grow", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const sizes = restoreMediaSizes(value);
      expect(sizes === null || Object.keys(sizes).length <= 500).toBe(true);
    }),
  );
});
