/** Which request an arrow key leads to: along the time, or to the row above or below at about the same moment. */

export interface Steppable {
  readonly at: number;
  readonly row: number;
}

const nearest = (requests: readonly Steppable[], row: number, at: number): number | null => {
  let best: number | null = null;
  for (const [index, each] of requests.entries()) {
    if (each.row !== row) continue;
    if (best === null || Math.abs(each.at - at) < Math.abs((requests[best]?.at ?? 0) - at)) best = index;
  }
  return best;
};

/**
 * @param requests in order of time
 * @returns index into them; null where the key leads nowhere
 */
export function stepThrough(requests: readonly Steppable[], from: number, key: string): number | null {
  const here = requests[from];
  if (!here) return null;
  switch (key) {
    case "ArrowLeft":
      return from > 0 ? from - 1 : null;
    case "ArrowRight":
      return from + 1 < requests.length ? from + 1 : null;
    case "Home":
      return 0;
    case "End":
      return requests.length - 1;
    case "ArrowUp":
      return nearest(requests, here.row - 1, here.at);
    case "ArrowDown":
      return nearest(requests, here.row + 1, here.at);
    default:
      return null;
  }
}
