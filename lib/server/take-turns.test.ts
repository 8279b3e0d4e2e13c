/** Turns: never more than so many at one time, in order, and none for ever. */
import { setImmediate } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import { createTurns } from "./take-turns";

afterEach(() => void vi.useRealTimers());

it("lets so many in at one time, and all of them in order", async () => {
  const turns = createTurns(2, 60_000);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = async (number: number) => {
    const leave = await turns.enter();
    begun.push(number);
    running += 1;
    most = Math.max(most, running);
    await setImmediate();
    running -= 1;
    leave();
    leave();
  };
  await Promise.all(Array.from({ length: 20 }, (_, number) => work(number)));
  expect([most, running]).toEqual([2, 0]);
  expect(begun).toEqual(begun.map((_, index) => index));
});

it("waits for nobody for ever", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const turns = createTurns(1, 1000);
  const leave = await turns.enter();
  const next = turns.enter();
  vi.advanceTimersByTime(1000);
  (await next)();
  // Late word of the first is no second turn.
  leave();
  const [one, other] = [turns.enter(), turns.enter()];
  await one;
  const order = await Promise.race([other.then(() => "both"), setImmediate("one")]);
  expect(order).toBe("one");
});
