/** What is sealed opens with its key and with no other, and no input whatever makes opening fail badly. */

import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import type { Failure } from "../values/failure";
import { ENGLISH } from "../words/plain-words";
import { toBase64Url } from "./base64url";
import { packLayout } from "./codec";
import { ENVELOPE_BYTES, IV_BYTES, KEY_BYTES, open, seal } from "./seal";
import { openSealedLayout, sealLayout } from "./sealed-layout";
import { DEFAULT_LAYOUT } from "./shared-layout";

const bytes = (length: number, from = 0) =>
  Uint8Array.from({ length }, (_, index) => (index * 7 + from) % 256);
const key = bytes(KEY_BYTES, 3);
const iv = bytes(IV_BYTES, 5);
/** As another implementation of AES-GCM writes it. */
const ENVELOPE = "AQUMExohKC82PURLUqD9Qu0C6X3Bm_2sRCl8F7-wttx9dQ";
const layout = { ...DEFAULT_LAYOUT, text: '[{"role":"user","content":"缓存 \ud800"}]', model: "qwen3-max" };

async function sealed(content = bytes(40), at = iv): Promise<Uint8Array<ArrayBuffer>> {
  const envelope = await seal(content, key, at);
  if (!envelope.ok) throw new Error(ENGLISH.say(envelope.reason));
  return envelope.bytes;
}

afterEach(() => vi.unstubAllGlobals());

/** In English; null where nothing failed. */
const reasonIn = (outcome: { readonly ok: true } | Failure): string | null =>
  outcome.ok ? null : ENGLISH.say(outcome.reason);

it("gives back what was sealed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ minLength: KEY_BYTES, maxLength: KEY_BYTES }),
      fc.uint8Array({ minLength: IV_BYTES, maxLength: IV_BYTES }),
      async (content, anyKey, anyIv) => {
        const envelope = await seal(
          Uint8Array.from(content),
          Uint8Array.from(anyKey),
          Uint8Array.from(anyIv),
        );
        if (!envelope.ok) throw new Error(ENGLISH.say(envelope.reason));
        expect(envelope.bytes.length).toBe(content.length + ENVELOPE_BYTES);
        const opened = await open(envelope.bytes, toBase64Url(anyKey));
        expect(opened).toEqual({ ok: true, bytes: Uint8Array.from(content) });
      },
    ),
  );
});

it("writes an envelope that stays readable: version 1, start value, AES-GCM", async () => {
  expect(toBase64Url(await sealed(new TextEncoder().encode("cache")))).toBe(ENVELOPE);
});

it("opens with no other key, and not after any byte was changed", async () => {
  const envelope = await sealed();
  for (let index = 0; index < KEY_BYTES; index += 1) {
    const other = key.with(index, (key[index] ?? 0) ^ 1);
    expect(await open(envelope, toBase64Url(other))).toMatchObject({ ok: false });
  }
  for (let index = 0; index < envelope.length; index += 1) {
    const changed = Uint8Array.from(envelope.with(index, (envelope[index] ?? 0) ^ 1));
    expect(await open(changed, toBase64Url(key))).toMatchObject({ ok: false });
  }
});

it("refuses a key that was cut anywhere, with the mend", async () => {
  const envelope = await sealed();
  const text = toBase64Url(key);
  for (let length = 0; length < text.length; length += 1) {
    expect(reasonIn(await open(envelope, text.slice(0, length)))).toBe(
      "The key in the link does not fit: part of it may be missing.",
    );
  }
});

it("refuses an envelope that was cut anywhere", async () => {
  const envelope = await sealed();
  for (let length = 0; length < envelope.length; length += 1) {
    expect(await open(envelope.slice(0, length), toBase64Url(key))).toMatchObject({ ok: false });
  }
});

it("opens any bytes with any key without throwing", async () => {
  const anyKey = fc.oneof(fc.string(), fc.uint8Array().map(toBase64Url), fc.constant(toBase64Url(key)));
  const start = fc.constantFrom<number[]>([], [0], [1], [2]);
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array(), anyKey, async (head, rest, text) => {
      const opened = await openSealedLayout(Uint8Array.from([...head, ...rest]), text);
      expect(!opened.ok && ENGLISH.say(opened.reason).endsWith(".")).toBe(true);
    }),
  );
});

it("names a version to come", async () => {
  const newer = (await sealed()).with(0, 2);
  expect(reasonIn(await open(Uint8Array.from(newer), toBase64Url(key)))).toContain("newer version");
});

it("says so where the browser does not seal, as on plain http", async () => {
  const envelope = await sealed();
  vi.stubGlobal("crypto", {});
  expect(reasonIn(await seal(bytes(1), key, iv))).toContain("https");
  expect(reasonIn(await open(envelope, toBase64Url(key)))).toContain("https");
});

it("refuses a key of a wrong length to seal with", async () => {
  expect(await seal(bytes(1), bytes(16), iv)).toMatchObject({ ok: false });
  expect(await seal(bytes(1), key, bytes(11))).toMatchObject({ ok: false });
});

it("carries a layout, and none of its words in the clear", async () => {
  const words = { ...layout, text: `["${"Rotterdam ".repeat(50)}"]` };
  for (const each of [layout, words]) {
    const envelope = await sealLayout(each, key, iv);
    if (!envelope.ok) throw new Error(ENGLISH.say(envelope.reason));
    expect(Buffer.from(envelope.bytes).includes("Rotterdam")).toBe(false);
    expect(await openSealedLayout(envelope.bytes, toBase64Url(key))).toEqual({ ok: true, value: each });
  }
});

it("holds the bounds of every link", async () => {
  const tooLarge = await sealLayout({ ...layout, text: "a".repeat(3_000_000) }, key, iv);
  expect(reasonIn(tooLarge)).toContain("too large");
  const packed = await packLayout(layout);
  const versions: [number, string][] = [
    [0, "damaged"],
    [2, "newer version"],
  ];
  for (const [version, reason] of versions) {
    const envelope = await sealed(Uint8Array.from([version, ...packed]));
    expect(reasonIn(await openSealedLayout(envelope, toBase64Url(key)))).toContain(reason);
  }
});
