/** A measured ratio scales counts without breaking their sums; nonsense is refused with a sentence. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { applyCalibration, calibrationFrom } from "./calibrate";
import type { BandStep, Measured, MeasuredSegment } from "./measured";

describe("a ratio", () => {
  it.each([
    [2163, 2156, 0, 2156 / 2163],
    [1000, 1000, 0, 1],
    [1300, 1250, 300, 0.95],
  ])("counted %d, billed %d, of it media %d", (counted, billed, media, ratio) => {
    expect(calibrationFrom(counted, billed, media)).toEqual({ ok: true, ratio });
  });
  it.each([
    [1000, 499, /too far apart/],
    [1000, 2001, /too far apart/],
    [199, 199, /Fewer than 200/],
    [1000, 150, /Fewer than 200/],
    [1200, 1200, /Fewer than 200/, 1100],
    [1000, 0, /whole number/],
    [1000, 10.5, /whole number/],
    [1000, Number.NaN, /whole number/],
    [Number.NaN, 1000, /Fewer than 200/],
  ])("is refused for %d and %d", (counted, billed, message, media = 0) => {
    const refused = calibrationFrom(counted, billed, media);
    expect(refused.ok ? "" : ENGLISH.say(refused.reason)).toMatch(message);
  });
});

interface PartSize {
  readonly text: number;
  readonly media: number;
}

/** Segments of parts with the given tokens, and the steps that belong to them. */
function build(sizes: readonly (readonly PartSize[])[], tail: number, off = 0.01): Measured {
  let [prefix, media, less] = [0, 0, 0];
  const bandSteps: BandStep[] = [];
  const segments = sizes.map((parts, index): MeasuredSegment => {
    const start = prefix;
    const pointer = `/messages/${index}`;
    const cuts = parts.map((part, order) => {
      prefix += part.text + part.media;
      media += part.media;
      less += part.text * off;
      bandSteps.push({ prefix, media, less, more: less, spread: media / 10 });
      return { pointer: `${pointer}/content/${order}`, prefix, end: order };
    });
    return {
      ...{ pointer, members: [pointer], role: "user", chunk: "", cuts },
      ...{ tokens: prefix - start, prefix, blocks: parts.length },
    };
  });
  const total = prefix + tail;
  bandSteps.push({
    prefix: total,
    media,
    less: less + tail * off,
    more: less + tail * off,
    spread: media / 10,
  });
  return {
    ...{ segments, tools: 3, tail, tailText: "", total, exact: false, estimateReason: "r", media: [] },
    precision: { kind: "estimate", low: 0, high: 2 * total, reason: "r" },
    bandSteps,
  };
}

const part = fc.record({
  text: fc.integer({ min: 0, max: 3000 }),
  media: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1026) }),
});
const measured = fc
  .tuple(
    fc.array(fc.array(part, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
    fc.integer({ min: 4, max: 8 }),
  )
  .map(([sizes, tail]) => build(sizes, tail));
const ratio = fc.double({ min: 0.5, max: 2, noNaN: true });

describe("applied", () => {
  it("keeps every sum, and no prefix falls", () => {
    fc.assert(
      fc.property(measured, ratio, (before, scale) => {
        const after = applyCalibration(before, scale);
        let prefix = 0;
        for (const segment of after.segments) {
          expect(segment.tokens).toBe(segment.prefix - prefix);
          for (const cut of segment.cuts) {
            expect(cut.prefix).toBeGreaterThanOrEqual(prefix);
            prefix = cut.prefix;
          }
          expect(segment.prefix).toBe(prefix);
        }
        expect(after.total).toBe(prefix + after.tail);
        expect(after.tail).toBeGreaterThanOrEqual(0);
        expect(after.precision.low).toBeLessThanOrEqual(after.total);
        expect(after.precision.high).toBeGreaterThanOrEqual(after.total);
        expect(after.bandSteps.map((step) => step.prefix).slice(0, -1)).toEqual(
          after.segments.flatMap(({ cuts }) => cuts.map((cut) => cut.prefix)),
        );
      }),
    );
  });

  it("totals what the same request was billed", () => {
    fc.assert(
      fc.property(measured, ratio, (before, scale) => {
        const media = before.bandSteps.at(-1)?.media ?? 0;
        const billed = Math.round((before.total - media) * scale) + media;
        const calibration = calibrationFrom(before.total, billed, media);
        if (calibration.ok) expect(applyCalibration(before, calibration.ratio).total).toBe(billed);
      }),
    );
  });

  it("says so, with a band of half a per cent of the text and that of the media", () => {
    const after = applyCalibration(
      build(
        [
          [
            { text: 1996, media: 0 },
            { text: 0, media: 1000 },
          ],
        ],
        4,
      ),
      1.1,
    );
    expect(after.total).toBe(2200 + 1000);
    expect(after.precision).toMatchObject({ kind: "calibrated", low: 3200 - 111, high: 3200 + 111 });
    expect(ENGLISH.say(after.precision.reason ?? "")).toContain("Scaled by 1.100");
    expect(after.exact).toBe(false);
  });

  it("leaves exact text and nonsense alone", () => {
    const exact = build([[{ text: 1000, media: 1026 }]], 4, 0);
    expect(applyCalibration(exact, 1.1)).toBe(exact);
    const estimate = build([[{ text: 1000, media: 0 }]], 4);
    for (const wrong of [Number.NaN, 0, 3, -1]) expect(applyCalibration(estimate, wrong)).toBe(estimate);
  });
});
