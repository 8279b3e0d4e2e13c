/** Rows of the prefix panel: tools apart from system, the tail last, and the look-back window behind a marker. */
import { expect, it } from "vitest";
import type { RequestView } from "../../lib/pipeline/analysis";
import { listRows, listWindow, type SegmentRow } from "./segment-rows";

const request: RequestView = {
  dialect: "openai",
  bare: false,
  model: "qwen3.7-max",
  modelKnown: true,
  system: "model-studio-explicit",
  segments: [
    {
      pointer: "/messages/0",
      members: ["/messages/0"],
      role: "system",
      tokens: 1995,
      prefix: 1995,
      band: { low: 1995, high: 1995 },
      blocks: 1,
      preview: "S",
    },
    {
      pointer: "/messages/1",
      members: ["/messages/1"],
      role: "user",
      tokens: 14,
      prefix: 2009,
      band: { low: 2009, high: 2009 },
      blocks: 1,
      preview: "Q",
    },
  ],
  markers: [
    {
      pointer: "/m",
      segment: "/messages/0",
      prefix: 1995,
      band: { low: 1995, high: 1995 },
      borderline: false,
      status: "effective",
      reason: null,
    },
  ],
  breakpoints: [{ pointer: "/messages/0", prefix: 1995 }],
  toolCount: 2,
  toolTokens: 300,
  tail: 8,
  total: 2017,
  exact: false,
  estimateReason: null,
  precision: { kind: "exact", low: 2017, high: 2017, reason: null },
  media: [],
  minimum: 1024,
  maxMarkers: 4,
  lookbackBlocks: 20,
};

it("splits tools from the system segment and ends with the tail", () => {
  expect(listRows(request).map(({ role, tokens, start, end }) => [role, tokens, start, end])).toEqual([
    ["tools", 300, 0, 300],
    ["system", 1695, 300, 1995],
    ["user", 14, 1995, 2009],
    ["tail", 8, 2009, 2017],
  ]);
});

it("numbers the messages, and only them", () => {
  expect(listRows(request).map(({ place, isMessage }) => [place, isMessage])).toEqual([
    [0, false],
    [1, true],
    [2, true],
    [0, false],
  ]);
});

it("covers the whole prompt without gaps", () => {
  const rows = listRows(request);
  expect(rows.reduce((sum, row) => sum + row.tokens, 0)).toBe(request.total);
});

const row = (key: string, blocks: number): SegmentRow => ({
  key,
  pointer: key,
  role: "user",
  preview: "",
  tokens: 1,
  start: 0,
  end: 1,
  blocks,
  markers: [],
  canMark: true,
  place: 1,
  isMessage: true,
});

it("sees an entry with exactly the allowed number of blocks between, and none beyond", () => {
  const rows = [
    row("far", 1),
    row("entry", 1),
    ...Array.from({ length: 20 }, (_, n) => row(`m${n}`, 1)),
    row("marked", 1),
  ];
  const window = listWindow(rows, rows.length - 1, 20);
  expect(window.has("entry")).toBe(true);
  expect(window.has("far")).toBe(false);
});
