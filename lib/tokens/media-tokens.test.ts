/** Tokens of images and videos follow the documented formula, whatever the size. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imageTokens, videoTokens } from "./media-tokens";

describe("images", () => {
  it.each([
    // 32 × 32 cells.
    ["qwen3-vl-plus", 1024, 1024, false, 1026],
    ["qwen3.7-max", 1024, 1024, false, 1026],
    ["", 1024, 1024, false, 1026],
    // 3.125 cells a side round to 3.
    ["qwen3-vl-plus", 100, 100, false, 11],
    // 2.5 cells round to the even 2, 3.5 to the even 4.
    ["qwen3-vl-plus", 80, 112, false, 10],
    // Scaled down to 50 × 50 cells: the square root of 2,560, and of 16,384.
    ["qwen3-vl-plus", 10_000, 10_000, false, 2502],
    ["qwen3-vl-plus", 10_000, 10_000, true, 16_386],
    // Nothing is scaled up by high resolution.
    ["qwen3-vl-plus", 1024, 1024, true, 1026],
    // No whole cell in height, so scaled up: 1 × 29.
    ["qwen3-vl-plus", 2000, 10, false, 31],
    ["qwen3-vl-plus", 10, 2000, false, 31],
    ["qwen3-vl-plus", 1, 1, false, 6],
    ["qwen3-vl-plus", 32, 64, false, 8],
    // 28-pixel cells: 37 × 37 is above 1,280, so 35 × 35.
    ["qwen-vl-max", 1024, 1024, false, 1227],
    ["qwen2.5-vl-72b-instruct", 560, 280, false, 202],
    ["qwen-vl-plus", 1024, 1024, true, 1371],
    // The snapshots with the larger cells.
    ["qwen-vl-max-2025-08-13", 1024, 1024, false, 1026],
  ])("%s %d × %d, high resolution %s: %d tokens", (model, width, height, high, tokens) => {
    expect(imageTokens({ width, height }, model, high)).toBe(tokens);
  });

  it("stays within the minimum and the maximum, either way round", () => {
    const side = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 2 ** 31 }));
    fc.assert(
      fc.property(side, side, fc.constantFrom("qwen3-vl-plus", "qwen-vl-max"), (width, height, model) => {
        const tokens = imageTokens({ width, height }, model);
        expect(tokens).toBeGreaterThanOrEqual(6);
        expect(tokens).toBeLessThanOrEqual(2562);
        expect(tokens).toBe(imageTokens({ width: height, height: width }, model));
      }),
    );
  });
});

describe("videos", () => {
  it.each([
    // 20 frames make 10 steps of 33 × 18 cells, scaled down to 640 a frame.
    ["ten seconds", { seconds: 10 }, 5942],
    ["a frame a second", { seconds: 10, fps: 1 }, 2972],
    ["less than four frames", { seconds: 1 }, 1190],
    ["three frames listed", { seconds: 10, frames: 3 }, 1190],
    // 1,000 steps of 131 cells at most: 15 × 8.
    ["an hour", { seconds: 3600 }, 120_002],
  ])("%s", (_, sampling, tokens) => {
    expect(videoTokens({ width: 1280, height: 720 }, sampling, "qwen3-vl-plus")).toBe(tokens);
  });
});
