/** No two entries that live at one time share a lane. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { packLanes } from "./pack-lanes";

it("uses a lane again when its entry has expired", () => {
  const entries = [
    { createdAt: 0, expiresAt: 300 },
    { createdAt: 60, expiresAt: 360 },
    { createdAt: 400, expiresAt: 700 },
  ];
  expect(packLanes(entries, 0)).toEqual({ lanes: [0, 1, 0], count: 2 });
  expect(packLanes(entries, 200)).toEqual({ lanes: [0, 1, 2], count: 3 });
});

it("never lets two living entries share one, and uses no more lanes than entries live at once", () => {
  const lives = fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 400 })), { maxLength: 40 });
  fc.assert(
    fc.property(lives, (drawn) => {
      const entries = drawn
        .map(([createdAt, life]) => ({ createdAt, expiresAt: createdAt + life }))
        .sort((a, b) => a.createdAt - b.createdAt);
      const { lanes, count } = packLanes(entries, 0);
      let most = 0;
      for (const [index, entry] of entries.entries()) {
        const living = entries.filter(
          (other) => other.createdAt <= entry.createdAt && entry.createdAt < other.expiresAt,
        );
        most = Math.max(most, living.length);
        const sharing = entries.filter(
          (other, at) => at < index && lanes[at] === lanes[index] && other.expiresAt > entry.createdAt,
        );
        expect(sharing).toEqual([]);
      }
      expect(count).toBe(most);
    }),
  );
});
