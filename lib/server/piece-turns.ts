/** Bodies come in by small helpings: between two of them the process sees to everything else. */
import { setImmediate } from "node:timers";

/**
 * Pieces of bodies, up to 64 KB each, that are taken in before whatever else is ready gets its turn. Sixteen senders at once
 * would fill one turn with megabytes of each, which takes longer than anybody should wait for an answer that is ready.
 */
const PIECES_A_TURN = 8;

export interface PieceTurns {
  /** Resolves when the next piece of a body may be taken in: at once, or in the order of asking. */
  enter(): Promise<void>;
}

export function createPieceTurns(most = PIECES_A_TURN): PieceTurns {
  const waiting: (() => void)[] = [];
  let left = most;
  let isSet = false;

  function setNext(): void {
    if (!isSet) setImmediate(begin);
    isSet = true;
  }
  function begin(): void {
    isSet = false;
    const next = waiting.splice(0, most);
    left = most - next.length;
    for (const enter of next) enter();
    if (next.length > 0) setNext();
  }
  return {
    async enter() {
      setNext();
      if (left === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      else left -= 1;
    },
  };
}
