/** How many answers may be under way at one time: in all, and for each client. */

/** Who has as many under way as may be. */
export type Full = "client" | "server";

export type Entered =
  | {
      readonly ok: true /** To be called when the answer has ended; further calls do nothing. */;
      readonly leave: () => void;
    }
  | { readonly ok: false; readonly full: Full };

interface StreamGate {
  enter(client: string): Entered;
  /** How many are under way. */
  count(): number;
}

export function createStreamGate(perClient: number, total: number): StreamGate {
  const counts = new Map<string, number>();
  let all = 0;

  function leave(client: string): void {
    all -= 1;
    const left = (counts.get(client) ?? 1) - 1;
    if (left > 0) counts.set(client, left);
    else counts.delete(client);
  }

  return {
    count: () => all,
    enter(client) {
      const own = counts.get(client) ?? 0;
      if (own >= perClient) return { ok: false, full: "client" };
      if (all >= total) return { ok: false, full: "server" };
      counts.set(client, own + 1);
      all += 1;
      let inside = true;
      return {
        ok: true,
        leave: () => {
          if (inside) leave(client);
          inside = false;
        },
      };
    },
  };
}
