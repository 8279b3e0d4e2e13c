/** Sizes are read out of the first bytes of an image, and nothing else is taken for one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDataSize } from "./media-size";

const text = (letters: string): number[] => Array.from(letters, (letter) => letter.charCodeAt(0));
const big = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, place) => Math.floor(value / 256 ** (bytes - 1 - place)) % 256);
const little = (value: number, bytes: number): number[] => big(value, bytes).reverse();
const zeros = (count: number): number[] => new Array<number>(count).fill(0);

const dataUrl = (bytes: readonly number[], type = "image/png"): string =>
  `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;

const png = (width: number, height: number) => [
  ...[0x89, ...text("PNG"), 13, 10, 26, 10, ...big(13, 4), ...text("IHDR")],
  ...[...big(width, 4), ...big(height, 4), 8, 6, 0, 0, 0],
];
const gif = (width: number, height: number) => [
  ...text("GIF89a"),
  ...little(width, 2),
  ...little(height, 2),
  0,
];
const segment = (marker: number, body: readonly number[]) => [
  0xff,
  marker,
  ...big(body.length + 2, 2),
  ...body,
];
const jpeg = (width: number, height: number, before: readonly number[] = [], frame = 0xc0) => [
  ...[0xff, 0xd8, ...segment(0xe0, text("JFIF\0")), ...before],
  ...segment(frame, [8, ...big(height, 2), ...big(width, 2), 3, ...zeros(9)]),
];
const riff = (chunk: string, body: readonly number[]) => [
  ...[...text("RIFF"), ...little(body.length + 12, 4), ...text("WEBP")],
  ...[...text(chunk), ...little(body.length, 4), ...body],
];
const webpLossy = (width: number, height: number) =>
  riff("VP8 ", [...zeros(3), 0x9d, 0x01, 0x2a, ...little(width, 2), ...little(height, 2)]);
const webpLossless = (width: number, height: number) =>
  riff("VP8L", [0x2f, ...little(width - 1 + (height - 1) * 2 ** 14, 4)]);
const webpExtended = (width: number, height: number) =>
  riff("VP8X", [0x10, ...zeros(3), ...little(width - 1, 3), ...little(height - 1, 3)]);

const formats = [
  ["PNG", png],
  ["GIF", gif],
  ["JPEG", jpeg],
  ["WebP, lossy", webpLossy],
  ["WebP, lossless", webpLossless],
  ["WebP, extended", webpExtended],
] as const;

describe.each(formats)("%s", (_, write) => {
  it("gives back any width and height, under any media type", () => {
    const side = fc.integer({ min: 1, max: 16_000 });
    fc.assert(
      fc.property(side, side, fc.constantFrom("image/png", "text/plain"), (width, height, type) => {
        expect(readDataSize(dataUrl(write(width, height), type))).toEqual({ width, height });
      }),
    );
  });
  it("gives nothing where the head is cut off", () => {
    const bytes = write(640, 480);
    for (let length = 0; length < bytes.length; length++) {
      const size = readDataSize(dataUrl(bytes.slice(0, length)));
      if (size) expect(size).toEqual({ width: 640, height: 480 });
    }
    expect(readDataSize(dataUrl(bytes.slice(0, 8)))).toBeNull();
  });
});

it("skips what stands before the frame of a JPEG: tables, long comments, padding", () => {
  const before = [
    ...[...segment(0xe1, zeros(65_000)), ...segment(0xc4, zeros(30)), 0xff, ...segment(0xfe, text("x"))],
  ];
  expect(readDataSize(dataUrl(jpeg(300, 200, before, 0xc2)))).toEqual({ width: 300, height: 200 });
});

it("gives up on a JPEG of endless segments", () => {
  const before = Array.from({ length: 300 }, () => segment(0xfe, [])).flat();
  expect(readDataSize(dataUrl(jpeg(300, 200, before)))).toBeNull();
});

it("reads a part as written: a data URL, or the source of the Anthropic dialect", () => {
  const url = dataUrl(png(7, 9));
  const size = { width: 7, height: 9 };
  expect(readDataSize(JSON.stringify({ type: "image_url", image_url: { url, detail: "low" } }))).toEqual(
    size,
  );
  const data = url.slice(url.indexOf(",") + 1);
  const source = { type: "base64", media_type: "image/png", data };
  expect(readDataSize(JSON.stringify({ type: "image", source }))).toEqual(size);
});

it.each([
  ["nothing", ""],
  ["a plain URL", "https://example.com/a.png"],
  ["no image", dataUrl(text("Hello, this is no image at all."))],
  ["a width of 0", dataUrl(png(0, 10))],
  ["a height of 0", dataUrl(gif(10, 0))],
  ["no base64", "data:image/png;base64,???"],
])("knows no size of %s", (_, source) => {
  expect(readDataSize(source)).toBeNull();
});

it("never throws", () => {
  const heads = formats.map(([, write]) => write(5, 5).slice(0, 16));
  const bytes = fc
    .tuple(fc.constantFrom([], ...heads), fc.array(fc.nat(255), { maxLength: 60 }))
    .map(([head, rest]) => dataUrl([...head, ...rest]));
  fc.assert(
    fc.property(fc.oneof(fc.string(), bytes), (source) => {
      const size = readDataSize(source);
      if (size) expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
    }),
  );
});
