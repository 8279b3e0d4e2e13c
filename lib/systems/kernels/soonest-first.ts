/** A queue that gives what is due soonest first, so that a step costs what is due and not all that waits. */

export interface SoonestFirst<T> {
  add(due: number, value: T): void;
  /** Takes out the soonest one that is due at `now` or before; undefined where none is. */
  takeDue(now: number): T | undefined;
}

/** An empty queue: a binary heap, so adding and taking cost the logarithm of what waits. */
export function createSoonestFirst<T>(): SoonestFirst<T> {
  const heap: { readonly due: number; readonly value: T }[] = [];
  const dueAt = (place: number): number => heap[place]?.due ?? Number.POSITIVE_INFINITY;

  function exchange(a: number, b: number): void {
    const first = heap[a];
    const second = heap[b];
    if (!first || !second) return;
    heap[a] = second;
    heap[b] = first;
  }

  return {
    add(due, value) {
      let place = heap.length;
      heap.push({ due, value });
      while (place > 0) {
        const parent = (place - 1) >> 1;
        if (dueAt(parent) <= due) return;
        exchange(place, parent);
        place = parent;
      }
    },
    takeDue(now) {
      const [first] = heap;
      if (!first || first.due > now) return undefined;
      const last = heap.pop();
      if (last && heap.length > 0) {
        heap[0] = last;
        for (let place = 0; ; ) {
          const left = 2 * place + 1;
          const child = dueAt(left + 1) < dueAt(left) ? left + 1 : left;
          if (dueAt(child) >= last.due) break;
          exchange(place, child);
          place = child;
        }
      }
      return first.value;
    },
  };
}
