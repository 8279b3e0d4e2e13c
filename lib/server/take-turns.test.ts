/** Work that takes turns: never more than so many at one time, in order, also after a fault. */
import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { createTurns } from "./take-turns";

it("runs so many at one time, and all of them in order", async () => {
  const takeTurn = createTurns(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = (number: number) =>
    takeTurn(async () => {
      begun.push(number);
      running += 1;
      most = Math.max(most, running);
      await setImmediate();
      running -= 1;
      if (number % 3 === 0) throw new Error("broken");
      return number;
    });
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, number) => work(number)));
  expect([most, running]).toEqual([2, 0]);
  expect(begun).toEqual(begun.map((_, index) => index));
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(7);
  expect(await takeTurn(async () => "after")).toBe("after");
});
