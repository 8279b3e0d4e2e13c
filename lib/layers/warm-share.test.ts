/** The warm share by formula is what walks come to. */
import { describe, expect, it } from "vitest";
import type { LayerSettings } from "./layer-settings";
import { readRequests, sameRequests } from "./scene";
import { findScene, SCENES } from "./scenes";
import { type Step, walkRequests } from "./walk";
import { averageWarmShare, expectWarmShare, uniformWarmShare } from "./warm-share";

function walkScene(id: string, change = (settings: LayerSettings) => settings): Step[] {
  const scene = findScene(id);
  if (!scene) throw new Error(`No scene ${id}.`);
  return walkRequests(readRequests(scene.requests), change(scene.settings));
}
function fail(): never {
  throw new Error("A scene is missing.");
}

describe("the warm share", () => {
  it.each([
    [1, 0.95],
    [2, 0.9],
    [4, 0.8006],
    [8, 0.6277],
  ])("of 20 calls over %d caches is %d", (caches, share) => {
    expect(uniformWarmShare(caches, 20)).toBeCloseTo(share, 4);
  });

  it("in turn over four: 4 cold, 16 warm", () => {
    const steps = walkScene("round-robin");
    expect(steps.filter(({ read }) => read === 0)).toHaveLength(4);
    const { requests, settings } = findScene("round-robin") ?? SCENES[0] ?? fail();
    expect(expectWarmShare(readRequests(requests), settings)).toBeCloseTo(0.8);
  });

  it.each(["pinned", "sticky", "uniform", "by-price"] as const)(
    "by formula is what many walks come to: %s",
    (policy) => {
      const { settings } = findScene("uniform") ?? SCENES[0] ?? fail();
      const vendors = settings.router.vendors.map((vendor, order) => ({
        ...vendor,
        input: 0.3 + order * 0.1,
      }));
      const changed: LayerSettings = {
        ...settings,
        router: { ...settings.router, policy, vendors },
        host: { policy: "uniform", replicas: 2 },
      };
      const requests = readRequests(sameRequests(12, 4700));
      const expected = expectWarmShare(requests, changed) ?? Number.NaN;
      // Of 2,000 walks of twelve the mean is off by less than one in a hundred.
      expect(averageWarmShare(requests, changed, 2000)).toBeCloseTo(expected, 1.7);
    },
  );

  it("is not foretold where picks are given or a vendor keeps nothing", () => {
    for (const id of ["six-calls", "provider-b"]) {
      const scene = findScene(id);
      if (scene) expect(expectWarmShare(readRequests(scene.requests), scene.settings)).toBeNull();
    }
  });
});
