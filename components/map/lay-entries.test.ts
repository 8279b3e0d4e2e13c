/** The line of an entry: from the row that wrote it, dotted until it can be read, to where it ends. */
import { expect, it } from "vitest";
import type { TurnView } from "../../lib/pipeline/analysis";
import type { EntryLife } from "../../lib/timeline/simulate";
import { layEntries, linesIn } from "./lay-entries";
import { layRows } from "./lay-rows";

const turns = [0, 20, 40, 400].map((at) => ({ at, duration: 3 }) as unknown as TurnView);
const layout = layRows({ turns, waits: new Set([3]), available: 600 });
const entry: EntryLife = {
  pointer: "/messages/0",
  tokens: 2000,
  model: "qwen3.7-max",
  createdAt: 0,
  readableAt: 3,
  expiresAt: 320,
  renewals: [20],
  createdBy: 0,
  readBy: [1],
};

it("begins below its row, is used down to the row that read it last, and ends before the one that came too late", () => {
  const [line] = layEntries([entry], layout, 400);
  const [written, read, , late] = layout.rows;
  expect(line).toMatchObject({ isEnded: true, tokens: 2000, from: written?.barBottom });
  expect(line?.readable).toBeGreaterThan(written?.barBottom ?? 0);
  expect(line?.readable).toBeLessThan(read?.barTop ?? 0);
  expect(line?.used).toBe(read?.barBottom);
  expect(line?.to).toBeLessThan(late?.barTop ?? 0);
});

it("goes on beyond the last request where it still lives", () => {
  const [line] = layEntries(
    [{ ...entry, createdBy: 3, createdAt: 400, readableAt: 403, expiresAt: 700, renewals: [], readBy: [] }],
    layout,
    400,
  );
  expect(line?.isEnded).toBe(false);
  expect(line?.to).toBeGreaterThan(layout.rows[3]?.barBottom ?? 0);
});

it("only what touches the screen is drawn, and of lines upon each other one", () => {
  const lines = layEntries(
    [entry, entry, { ...entry, createdBy: 3, createdAt: 400, expiresAt: 700 }],
    layout,
    400,
  );
  const x = (tokens: number): number => tokens / 10;
  expect(linesIn(lines, x, { top: 0, bottom: layout.height })).toHaveLength(2);
  expect(linesIn(lines, x, { top: 0, bottom: layout.rows[1]?.barBottom ?? 0 })).toHaveLength(1);
});
