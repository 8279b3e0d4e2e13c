/** Requests stand in order and in their lane, with room for each bar. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layLanes } from "./lay-lanes";

const at = (...times: readonly number[]) => times.map((time) => ({ at: time, lane: 0 }));

describe("layLanes", () => {
  it("is true to time where nothing is cut", () => {
    const { middles } = layLanes(at(0, 10, 30), 1000);
    const [first = 0, second = 0, third = 0] = middles;
    expect((third - second) / (second - first)).toBeCloseTo(2, 1);
  });

  it("cuts a long pause and says how long it was", () => {
    const { pauses, middles, barWidth } = layLanes(at(0, 10, 400, 410), 1000);
    expect(pauses.map(({ seconds }) => seconds)).toEqual([390]);
    expect(pauses[0]?.from).toBeGreaterThan((middles[1] ?? 0) + barWidth / 2);
    expect(pauses[0]?.to).toBeLessThan((middles[2] ?? 0) - barWidth / 2);
  });

  it("puts requests of one instant above each other where they are of different lanes", () => {
    const { middles } = layLanes(
      [
        { at: 0, lane: 0 },
        { at: 5, lane: 1 },
        { at: 5, lane: 2 },
      ],
      600,
    );
    expect(middles[1]).toBe(middles[2]);
  });

  it("keeps order and room in every lane, and the width where there is room", () => {
    const request = fc.record({ at: fc.nat(5000), lane: fc.nat(3) });
    fc.assert(
      fc.property(
        fc.array(request, { maxLength: 60 }),
        fc.integer({ min: 200, max: 2000 }),
        (some, width) => {
          const requests = [...some].sort((one, other) => one.at - other.at);
          const layout = layLanes(requests, width);
          const last = new Map<number, number>();
          for (const [index, middle] of layout.middles.entries()) {
            expect(middle).toBeGreaterThanOrEqual(layout.middles[index - 1] ?? 0);
            const { lane } = requests[index] ?? { lane: -1 };
            expect(middle - (last.get(lane) ?? -Infinity)).toBeGreaterThanOrEqual(layout.barWidth);
            expect(middle).toBeLessThan(layout.width);
            last.set(lane, middle);
          }
          expect(layout.width).toBeGreaterThanOrEqual(width);
        },
      ),
    );
  });
});
