/** Lets so many pieces of work be under way at one time; the others wait for their turn, in order. */
import { setImmediate } from "node:timers/promises";

interface Turns {
  /** Resolves when it is this one's turn, with what ends the turn; further calls of that do nothing. */
  enter(): Promise<() => void>;
}

/** @param longest milliseconds after which a turn is over for the others, whatever its taker does */
export function createTurns(most: number, longest: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;

  function handOn(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async enter() {
      // Whoever ends hands its place on, so that nobody comes in between.
      if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      let isOver = false;
      const leave = () => {
        clearTimeout(timer);
        if (!isOver) handOn();
        isOver = true;
      };
      const timer = setTimeout(leave, longest);
      // What else the process has to do comes in between: a long line must not hold it up.
      await setImmediate();
      return leave;
    },
  };
}
