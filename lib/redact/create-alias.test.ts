/** Aliases tell secrets apart, depend on the whole key, and rest on the published SipHash. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAlias } from "./create-alias";
import { sipHash } from "./sip-hash";

const WORD = (1n << 64n) - 1n;

/** The same hash in whole words, written after the paper line by line. */
function hashPlainly(key: Uint8Array, bytes: Uint8Array): bigint {
  const wordAt = (from: Uint8Array, start: number): bigint =>
    from.slice(start, start + 8).reduceRight((word, byte) => (word << 8n) | BigInt(byte), 0n);
  const left = (word: bigint, bits: bigint): bigint => ((word << bits) | (word >> (64n - bits))) & WORD;
  const [k0, k1] = [wordAt(key, 0), wordAt(key, 8)];
  let [v0, v1] = [k0 ^ 0x736f6d6570736575n, k1 ^ 0x646f72616e646f6dn];
  let [v2, v3] = [k0 ^ 0x6c7967656e657261n, k1 ^ 0x7465646279746573n];
  const mix = (rounds: number): void => {
    for (let round = 0; round < rounds; round++) {
      v0 = (v0 + v1) & WORD;
      v1 = left(v1, 13n) ^ v0;
      v0 = left(v0, 32n);
      v2 = (v2 + v3) & WORD;
      v3 = left(v3, 16n) ^ v2;
      v0 = (v0 + v3) & WORD;
      v3 = left(v3, 21n) ^ v0;
      v2 = (v2 + v1) & WORD;
      v1 = left(v1, 17n) ^ v2;
      v2 = left(v2, 32n);
    }
  };
  for (let start = 0; start <= bytes.length; start += 8) {
    const isLast = start + 8 > bytes.length;
    const word = wordAt(bytes, start) | (isLast ? BigInt(bytes.length & 255) << 56n : 0n);
    v3 ^= word;
    mix(2);
    v0 ^= word;
  }
  v2 ^= 255n;
  mix(4);
  return v0 ^ v1 ^ v2 ^ v3;
}

const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength });

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
  it("is what the paper's steps give, whatever stands behind the bytes that count", () => {
    fc.assert(
      fc.property(bytes(16, 16), bytes(0, 40), bytes(0, 9), (key, counted, behind) => {
        const whole = hashPlainly(key, counted);
        const high = Number(whole >> 32n);
        const low = Number(whole & 0xffff_ffffn);
        expect(sipHash(key, counted)).toEqual([high, low]);
        expect(sipHash(key, new Uint8Array([...counted, ...behind]), counted.length)).toEqual([high, low]);
      }),
    );
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
  it("is the hash of the secret's bytes, however long it is and whatever is in it", () => {
    const alias = createAlias(counting(16));
    const secrets = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("a".repeat(512), "a".repeat(513), `${"a".repeat(511)}é`, "é".repeat(300)),
    );
    fc.assert(
      fc.property(secrets, (secret) => {
        const low = hashPlainly(counting(16), new TextEncoder().encode(secret)) & 0xffffn;
        expect(alias(secret)).toBe(low.toString(16).padStart(4, "0"));
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
