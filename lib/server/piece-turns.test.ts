/** Pieces of bodies are taken in by helpings, in the order of asking, and other work comes between two helpings. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { createPieceTurns } from "./piece-turns";

it("lets so many in at once, the next ones a turn later, each in its order", async () => {
  const turns = createPieceTurns(3);
  const entered: number[] = [];
  const all = Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      await turns.enter();
      entered.push(index);
    }),
  );
  const seen: number[][] = [];
  for (let turn = 0; turn < 4; turn++) {
    await nextTurn();
    seen.push([...entered]);
  }
  await all;
  expect(entered).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  // Never more than three more from one turn to the next.
  const more = seen.map((now, index) => now.length - (seen[index - 1]?.length ?? 3));
  expect(Math.max(...more)).toBeLessThanOrEqual(3);
});

it("takes turns between several that always want more", async () => {
  const turns = createPieceTurns(2);
  const counts = [0, 0, 0, 0, 0];
  let isOver = false;
  const takers = counts.map(async (_, index) => {
    while (!isOver) {
      await turns.enter();
      counts[index] = (counts[index] ?? 0) + 1;
    }
  });
  while (Math.max(...counts) < 20) await nextTurn();
  isOver = true;
  await Promise.all(takers);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(Math.max(...counts) - 2);
});

it("makes nobody wait who comes alone", async () => {
  const turns = createPieceTurns(1);
  await turns.enter();
  await nextTurn();
  await nextTurn();
  let isIn = false;
  void turns.enter().then(() => {
    isIn = true;
  });
  await Promise.resolve();
  expect(isIn).toBe(true);
});
