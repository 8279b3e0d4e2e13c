/** Bytes of a token, what a memory holds of them, and the time that reads save are the published figures. */
import { describe, expect, it } from "vitest";
import {
  ARCHITECTURES,
  blocksBeside,
  conversationsInMemory,
  findArchitecture,
  hybridBlockOf,
  kvBytesOf,
  pageBytesOf,
  tokensInMemory,
} from "./kv-bytes";
import { countPrefill, estimateSavedTime, LATENCY_FITS, savedPrefill, savedTime } from "./prefill";

function fail(): never {
  throw new Error("A scene is missing.");
}

describe("what a model keeps", () => {
  it.each([
    ["llama-3.1-8b", 131_072],
    ["llama-3.1-70b", 327_680],
    ["qwen2.5-32b", 262_144],
    ["deepseek-v3", 70_272],
    ["llama-2-7b", 524_288],
  ])("%s: %d bytes a token", (id, bytes) => expect(kvBytesOf(findArchitecture(id))).toBe(bytes));

  it("compressed is 1.76 % of full heads", () => {
    const share = kvBytesOf(findArchitecture("deepseek-v3")) / kvBytesOf(findArchitecture("deepseek-v3-mha"));
    expect(share * 100).toBeCloseTo(1.76, 2);
  });

  it.each([
    // 32 heads of 128 · 128 numbers of 4 bytes, and the last three inputs of the convolution before them.
    ["qwen3.5-4b", 32, 1],
    ["qwen3.5-397b-a17b", 64, 2],
  ])("%s: its block is the least of whole sixteens that is no smaller than a state", (id, heads, gpus) => {
    const architecture = findArchitecture(id);
    const block = hybridBlockOf(architecture) ?? 0;
    const state = (heads / gpus) * 128 * 128 * 4 + ((heads * 128 + 2 * 16 * 128) / gpus) * 3 * 2;
    expect(pageBytesOf(architecture, block) / gpus).toBeGreaterThanOrEqual(state);
    expect(pageBytesOf(architecture, block - 16) / gpus).toBeLessThan(state);
  });

  it("leaves 28,467 blocks on an 80 GiB card beside an 8B model", () => {
    const memory = { gpu: 80, share: 0.92, weights: 16, other: 2 };
    expect(blocksBeside(findArchitecture("llama-3.1-8b"), memory, 16)).toBe(28_467);
  });

  it("holds so many conversations", () => {
    const llama = findArchitecture("llama-3.1-8b");
    expect(tokensInMemory(llama, 1)).toBe(8192);
    expect(conversationsInMemory(llama, 40, 8192)).toBe(40);
    expect(conversationsInMemory(llama, 40, 0)).toBe(0);
  });

  it("comes with its source", () => {
    for (const { source, asOf } of ARCHITECTURES)
      expect([source, asOf].join(" ")).toMatch(/^https:\S+ \d{4}/);
  });
});

describe("time", () => {
  it.each([
    [0, 10_000, 0.367],
    [0, 100_000, 0.651],
  ])("by the first fit: %d %d %d", (fit, tokens, share) => {
    expect(savedTime(LATENCY_FITS[fit] ?? fail(), tokens, tokens)).toBeCloseTo(share, 3);
  });

  it("is a band between the fits, and nothing where nothing is read", () => {
    const { low, high } = estimateSavedTime(10_000, 10_000);
    expect(low).toBeCloseTo(0.31, 2);
    expect(high).toBeCloseTo(0.367, 3);
    expect(estimateSavedTime(0, 10_000)).toEqual({ low: 0, high: 0 });
  });

  it("of a prefill: 67.2 TFLOP at 1,024 tokens of a 32B model, and 57 % of it attention at 128k", () => {
    const qwen = findArchitecture("qwen2.5-32b");
    const short = countPrefill(qwen, 0, 1024);
    expect((short.linear + short.attention) / 1e12).toBeCloseTo(67.2, 1);
    const long = countPrefill(qwen, 0, 131_072);
    expect(long.attention / (long.linear + long.attention)).toBeCloseTo(0.57, 2);
    expect(savedPrefill(qwen, [{ read: 0, prompt: 500 }]).share).toBe(0);
    expect(savedPrefill(qwen, [])).toEqual({ all: 0, saved: 0, share: 0 });
  });
});
