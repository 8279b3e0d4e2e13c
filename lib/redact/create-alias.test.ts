/** Aliases tell secrets apart, depend on the whole key, and rest on the published SipHash. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAlias } from "./create-alias";
import { sipHash } from "./sip-hash";

const counting = (length: number) => Uint8Array.from({ length }, (_, index) => index);

describe("sipHash", () => {
  // From the reference implementation's vectors.h, key 00…0f, and the paper's appendix A (15 bytes).
  it.each([
    [0, 0x726fdb47, 0xdd0e0e31],
    [1, 0x74f839c5, 0x93dc67fd],
    [2, 0x0d6c8009, 0xd9a94f5a],
    [15, 0xa129ca61, 0x49be45e5],
  ])("%i counting bytes", (length, high, low) => {
    expect(sipHash(counting(16), counting(length))).toEqual([high, low]);
  });
});

describe("createAlias", () => {
  it("gives four hex digits, the same for the same secret", () => {
    const alias = createAlias(counting(16));
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (secret) => {
        expect(alias(secret)).toMatch(/^[0-9a-f]{4}$/);
        expect(createAlias(counting(16))(secret)).toBe(alias(secret));
      }),
    );
  });
  it("tells a changed id from the one before", () => {
    const alias = createAlias(counting(16));
    expect(alias("a1")).not.toBe(alias("a2"));
  });
  it.each([8, 16, 40])("depends on the last byte of a key of %i bytes", (length) => {
    const other = counting(length);
    other[length - 1] = 255;
    expect(createAlias(other)("secret")).not.toBe(createAlias(counting(length))("secret"));
  });
});
