/** Objects are made of what stands before the last marker, live a fixed time, and are found by the whole of their text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ComparableSystem, PlayedRequest } from "./comparable";
import { playShort, type ShortRequest } from "./fixtures/play-segments";
import { moonshotV1, playObjects } from "./rented-objects";

/** Terms as Gemini's. */
const rented = (ttl: number, minimum: number): ComparableSystem => ({
  ...moonshotV1,
  open: () => playObjects({ ttl, minimum, isChargedByUse: false }),
});

const objectsOf = (played: readonly PlayedRequest[]) => played.flatMap(({ created }) => created ?? []);
const figures = (played: readonly PlayedRequest[]) => ({
  reads: played.map(({ read }) => read),
  objects: objectsOf(played).map(({ tokens, createdAt, expiresAt }) => [tokens, createdAt, expiresAt]),
});

describe("objects", () => {
  it.each<[string, number, number, ShortRequest[], object]>([
    [
      "are used by the request that has them made, and not renewed",
      3600,
      4096,
      [
        [0, "o:5000| a:10"],
        [3599, "o:5000| b:10"],
        [3600, "o:5000| c:10"],
      ],
      {
        reads: [5000, 5000, 5000],
        objects: [
          [5000, 0, 3600],
          [5000, 3600, 7200],
        ],
      },
    ],
    [
      "end at the last marker",
      3600,
      4096,
      [[0, "o:5000| p:1000| q:10"]],
      { reads: [6000], objects: [[6000, 0, 3600]] },
    ],
    [
      "are not made below the minimum or without a marker",
      3600,
      4096,
      [
        [0, "o:4095|"],
        [1, "p:9000"],
        [2, "p:9000"],
      ],
      { reads: [0, 0, 0], objects: [] },
    ],
    [
      "are not found by a longer or a shorter start",
      3600,
      0,
      [
        [0, "o:5000| p:10"],
        [1, "o:5000 p:10|"],
        [2, "o:5000| q:10"],
      ],
      {
        reads: [5000, 5010, 5000],
        objects: [
          [5000, 0, 3600],
          [5010, 1, 3601],
        ],
      },
    ],
  ])("%s", (_name, ttl, minimum, rows, expected) => {
    const played = playShort(rented(ttl, minimum), {}, rows);
    expect(figures(played)).toEqual(expected);
    expect(played.every(({ written, usesObject }) => written.length === 0 && !usesObject)).toBe(true);
  });
});

it("plays Moonshot v1 with its own life, each use charged", () => {
  const rows = [0, 60, 61].map((at): ShortRequest => [at, "o:1000| q:10"]);
  const played = playShort(moonshotV1, { ttl: 61 }, rows);
  expect(figures(played).objects).toEqual([
    [1000, 0, 61],
    [1000, 61, 122],
  ]);
  expect(played.map(({ usesObject }) => usesObject)).toEqual([true, true, true]);
  expect(objectsOf(playShort(moonshotV1, {}, rows))[0]).toMatchObject({ expiresAt: 600 });
});

it("says why", () => {
  const played = playShort(rented(10, 100), {}, [
    [0, "o:100"],
    [1, "o:99|"],
    [2, "p:100|"],
    [3, "p:100|"],
    [12, "p:100|"],
  ]);
  expect(played.map(({ facts }) => facts.map(({ code }) => code))).toEqual([
    ["no_marker"],
    ["below_minimum"],
    ["first_write"],
    ["hit"],
    ["expired"],
  ]);
});

it("makes one object for each time that its text is asked for and none lives", () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom("a", "b")), {
    minLength: 1,
  });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 60 }), (asked, ttl) => {
      let at = 0;
      const ends = new Map<string, number>();
      let made = 0;
      const rows = asked.map(([gap, name]): ShortRequest => {
        at += gap;
        if (at >= (ends.get(name) ?? 0)) {
          ends.set(name, at + ttl);
          made++;
        }
        return [at, `${name}:500| q:1`];
      });
      const played = playShort(rented(ttl, 0), {}, rows);
      expect(objectsOf(played)).toHaveLength(made);
      expect(played.every(({ read }) => read === 500)).toBe(true);
    }),
  );
});
