/** A queue that gives what is due soonest first, so that a step costs what is due and not all that waits. */

/** A binary heap, as plain JSON; empty at first. */
export type SoonestFirst<T> = { due: number; value: T }[];

/** Costs the logarithm of what waits. */
export function addDue<T>(queue: SoonestFirst<T>, due: number, value: T): void {
  const item = { due, value };
  let place = queue.push(item) - 1;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = queue[above];
    if (!parent || parent.due <= due) break;
    queue[place] = parent;
    place = above;
  }
  queue[place] = item;
}

/** Takes out the soonest one that is due at `now` or before; undefined where none is. Costs as adding does. */
export function takeDue<T>(queue: SoonestFirst<T>, now: number): T | undefined {
  const [first] = queue;
  if (!first || first.due > now) return undefined;
  const last = queue.pop();
  if (last && queue.length > 0) {
    let place = 0;
    for (;;) {
      const left = queue[2 * place + 1];
      const right = queue[2 * place + 2];
      const isRight = left && right && right.due < left.due;
      const next = isRight ? right : left;
      if (!next || next.due >= last.due) break;
      queue[place] = next;
      place = 2 * place + (isRight ? 2 : 1);
    }
    queue[place] = last;
  }
  return first.value;
}
