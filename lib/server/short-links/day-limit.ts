/** How many links each client makes on a day, in this process's memory alone: nothing of it is written down. */

const DAY_MS = 86_400_000;
/** Above this many clients on one day, those that came first are forgotten. */
const MAX_CLIENTS = 10_000;

interface DayLimit {
  /** Counts one link of this client. Answers 0 when it may be made, else the whole seconds until the next day. */
  take(client: string): number;
}

/**
 * @param most links of a client on one day, by UTC
 * @param now milliseconds since 1970
 */
export function createDayLimit(most: number, now: () => number): DayLimit {
  const made = new Map<string, number>();
  let today = 0;

  return {
    take(client) {
      const time = now();
      const day = Math.floor(time / DAY_MS);
      if (day !== today) made.clear();
      today = day;
      const count = made.get(client) ?? 0;
      if (count >= most) return Math.ceil(((day + 1) * DAY_MS - time) / 1000);
      const [first] = made.keys();
      if (count === 0 && made.size >= MAX_CLIENTS && first !== undefined) made.delete(first);
      made.set(client, count + 1);
      return 0;
    },
  };
}
