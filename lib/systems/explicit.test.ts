/** The explicit cache step by step: entries, their lives, and who used them. */
import { describe, expect, it } from "vitest";
import { createPrefixIndex } from "../layout/prefix-index";
import { findModel } from "../offers/catalogue";
import type { Entry } from "./kernels/entry";
import { openTable } from "./kernels/entry-table";
import { layOutSegments } from "./lay-out";
import { playExplicit } from "./model-studio";

const model = findModel("qwen3.7-max");

/** Plays `[at, duration, "A:2000 B:500", markers]` one after the other. */
function play(...steps: [number, number, string, number[]][]) {
  const index = createPrefixIndex();
  const table = openTable();
  const entries: Entry[] = [];
  const played = steps.map(([at, duration, text, markers], order) => {
    const segments = text.split(" ").map((segment) => {
      const [id = "", tokens] = segment.split(":");
      return { id, tokens: Number(tokens), blocks: 1 };
    });
    const { layout } = layOutSegments({ model, modelName: "qwen3.7-max", segments, markers, tail: 0 }, index);
    const step = playExplicit(table, { index: order, at, duration, layout, rules: { model }, explain: true });
    entries.push(...step.created);
    return step;
  });
  return { played, entries };
}

describe("an entry's life", () => {
  it("starts with its request, can be read from the response on, and starts again with a read", () => {
    const { entries } = play([10, 5, "A:2000", [0]], [100, 5, "A:2000 B:9", [0]]);
    expect(entries).toMatchObject([
      {
        pointer: "/segments/0",
        tokens: 2000,
        model: "qwen3.7-max",
        createdAt: 10,
        readableAt: 15,
        expiresAt: 400,
        renewals: [100],
        createdBy: 0,
        readBy: [1],
      },
    ]);
  });

  it.each([
    [5, 2000],
    [299.9, 2000],
    [4.9, 0],
    [300, 0],
  ])("of a 5 s request at 0 s: %d s later %i tokens are read", (at, read) => {
    expect(play([0, 5, "A:2000", [0]], [at, 5, "A:2000", [0]]).played[1]?.read).toBe(read);
  });

  it("makes a new entry when the old one has ended", () => {
    const { entries } = play([0, 5, "A:2000", [0]], [301, 5, "A:2000", [0]]);
    expect(entries.map(({ createdBy, expiresAt }) => [createdBy, expiresAt])).toEqual([
      [0, 300],
      [1, 601],
    ]);
  });

  it("is shared by parallel creators and readable when the first of them ends", () => {
    const { entries, played } = play([0, 60, "A:2000", [0]], [5, 10, "A:2000", [0]], [20, 1, "A:2000", [0]]);
    expect(played.map(({ read }) => read)).toEqual([0, 0, 2000]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ readableAt: 15, expiresAt: 320, createdBy: 0, readBy: [2] });
  });

  it("goes on at a marker of its own where a longer entry is read", () => {
    const { entries } = play([0, 1, "A:2000 B:500", [0, 1]], [200, 1, "A:2000 B:500 C:9", [0, 2]]);
    expect(entries.map(({ tokens, expiresAt, readBy }) => [tokens, expiresAt, readBy])).toEqual([
      [2000, 500, []],
      [2500, 500, [1]],
      [2509, 500, []],
    ]);
  });
});

describe("what was missed", () => {
  it.each<[string, [number, number, string, number[]][], string[]]>([
    [
      "expired",
      [
        [0, 1, "A:2000", [0]],
        [301, 1, "A:2000", [0]],
      ],
      ["expired"],
    ],
    [
      "pending",
      [
        [0, 10, "A:2000", [0]],
        [3, 1, "A:2000", [0]],
      ],
      ["pending"],
    ],
    [
      "behind the last marker",
      [
        [0, 1, "A:2000 B:9", [1]],
        [3, 1, "A:2000 B:9", [0]],
      ],
      ["beyond-marker"],
    ],
    [
      "nothing",
      [
        [0, 1, "A:2000", [0]],
        [3, 1, "A:2000 B:9", [1]],
      ],
      [],
    ],
  ])("%s", (_, steps, kinds) => {
    expect(
      play(...steps)
        .played.at(-1)
        ?.missed.map(({ why }) => why),
    ).toEqual(kinds);
  });

  it("is beyond the look-up from 21 blocks on", () => {
    const between = (count: number) => Array.from({ length: count }, (_, order) => `m${order}:1`).join(" ");
    const readAt = (count: number) =>
      play([0, 1, "A:2000", [0]], [9, 1, `A:2000 ${between(count)} B:9`, [count + 1]]).played[1];
    expect(readAt(20)).toMatchObject({ read: 2000, missed: [] });
    expect(readAt(21)).toMatchObject({ read: 0, missed: [{ why: "beyond-lookback", between: 21 }] });
  });
});

it("keeps its state as plain JSON: from a copy it goes on as from the original", () => {
  const index = createPrefixIndex();
  const layOut = (markers: number[]) => {
    const segments = ["A", "B"].map((id) => ({ id, tokens: 2000, blocks: 1 }));
    return layOutSegments({ model, modelName: "qwen3.7-max", segments, markers, tail: 0 }, index).layout;
  };
  const before = openTable();
  const common = { duration: 1, rules: { model }, explain: true };
  playExplicit(before, { ...common, index: 0, at: 0, layout: layOut([0]) });
  const after: typeof before = JSON.parse(JSON.stringify(before));
  const next = { ...common, index: 1, at: 200, layout: layOut([1]) };
  const played = playExplicit(after, next);
  expect(played).toMatchObject({ read: 2000, written: 2000 });
  expect(playExplicit(before, next)).toEqual(played);
  expect(after).toEqual(before);
});
