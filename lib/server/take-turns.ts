/** Lets so many pieces of work run at one time; the others wait for their turn, in order. */
import { setImmediate } from "node:timers/promises";

type TakeTurn = <Result>(act: () => Promise<Result>) => Promise<Result>;

export function createTurns(most: number): TakeTurn {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (act) => {
    // Whoever ends hands its place on, so that nobody comes in between.
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      // What else the process has to do comes in between: a long line must not hold it up.
      await setImmediate();
      return await act();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
