/** Keep-alive pings: how long they can pay at all, and what they would have done to these very gaps. */
import { type SimulationInput, simulate, type TimedRequest } from "./simulate";

/** Seconds between pings of entries that live so long: the last one comes a minute before they end. */
export const pingInterval = (life: number): number => life - 60;
/** Most pings after one request that are tried. */
export const MOST_PINGS = 15;

/** A ping asks for one token; its response is there at once. */
const PING_COMPLETION = 1;
const PING_DURATION = 1;

/**
 * Seconds of pause up to which pinging a prefix every `life` seconds costs no more than writing it anew:
 * life · (write price / read price − 1). A ping reads the whole prefix; so does the request that ends the pause,
 * which would otherwise write it. Null where a price is unknown or reads are free.
 * @param rates per million tokens; `written` for entries that live `life` seconds
 */
export function keepAliveHorizon(
  { written, read }: { readonly written: number | null; readonly read: number | null },
  life: number,
): number | null {
  if (written === null || read === null || read <= 0) return null;
  return Math.max(0, life * (written / read - 1));
}

/**
 * The requests with at most `pings` repetitions of each one behind it, `interval` seconds apart, for as long as the
 * next request has not come. Nobody knows that a request is the last one: it is pinged too.
 */
export function insertPings(
  requests: readonly TimedRequest[],
  pings: number,
  interval: number,
): { readonly requests: readonly TimedRequest[]; readonly sent: number } {
  const ordered = [...requests].sort((a, b) => a.at - b.at);
  const all: TimedRequest[] = [];
  let sent = 0;
  for (const [index, request] of ordered.entries()) {
    all.push(request);
    const until = ordered[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    for (let ping = 1; ping <= pings; ping++) {
      const at = request.at + ping * interval;
      if (at >= until) break;
      all.push({ ...request, at, duration: PING_DURATION, completion: PING_COMPLETION });
      sent++;
    }
  }
  return { requests: all, sent };
}

export interface KeepAliveRow {
  /** Most pings after one request. */
  readonly pings: number;
  /** Pings sent in all. */
  readonly sent: number;
  /** Of everything, pings included; null where a price is unknown. */
  readonly cost: number | null;
  /** Tokens. */
  readonly read: number;
  readonly written: number;
}

/** Plays the requests with 0 to 15 pings a gap, of entries that live `life` seconds. */
export function replayKeepAlive(input: SimulationInput, life: number): KeepAliveRow[] {
  return Array.from({ length: MOST_PINGS + 1 }, (_, pings) => {
    const { requests, sent } = insertPings(input.requests, pings, pingInterval(life));
    const { totals } = simulate({ ...input, requests, explain: false });
    return { pings, sent, cost: totals.cost, read: totals.read, written: totals.written };
  });
}
