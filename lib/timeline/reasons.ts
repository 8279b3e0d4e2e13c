/** Explains each row of the ledger: what was read, why no more, and what could not be priced. */

import type { Reason } from "../bill/ledger";
import type { Layout } from "../layout/layout";
import type { ImplicitReads } from "../systems/implicit-reads";
import type { EntryLife } from "../systems/kernels/entry";
import type { Hit, Missed, Played } from "../systems/system";
import { formatNumber, formatSeconds, formatTokens } from "../values/figures";
import { compareRequests, startAlike } from "./compare-requests";
import { explainImplicit } from "./explain-implicit";
import { explainMarkers } from "./explain-markers";
import { nameOf } from "./name-request";
import type { TimedRequest } from "./timed-request";

/** What the explanation of a request looks back at. */
export interface Past {
  readonly requests: readonly TimedRequest[];
  /** The latest earlier request with breakpoints, of any model; null = none. */
  readonly latest: number | null;
  /** The same, of this request's model. */
  readonly latestOfModel: number | null;
  /** What a marker would have read in a request that has none. */
  readonly unread: EntryLife | null;
}

const at = (layout: Layout, cut: number): { pointer?: string } => {
  const pointer = layout.cuts[cut]?.pointer;
  return pointer === undefined ? {} : { pointer };
};

function explainHit({ cut, tokens, createdBy }: Hit, layout: Layout, life: number): Reason {
  const again = life > 300 ? "it lives an hour from here on" : "its five minutes start again";
  return {
    code: "hit",
    message: `Read ${formatTokens(tokens)} from the entry that ${nameOf(createdBy)} wrote; ${again}.`,
    ...at(layout, cut),
  };
}

function explainMissed(
  { why, cut, entry, between }: Missed,
  request: TimedRequest,
  lookback: number,
  read: number,
): Reason {
  const tokens = entry.tokens - read;
  const place = { ...at(request.layout, cut), ...(tokens > 0 ? { tokens } : {}) };
  const what = `entry of ${formatTokens(entry.tokens)}`;
  switch (why) {
    case "pending":
      return {
        code: "not_yet_written",
        message: `The ${what} that ${nameOf(entry.createdBy)} is writing can be read once a response that writes it has ended, ${formatSeconds(entry.readableAt - request.at)} after this request starts.`,
        ...place,
      };
    case "expired": {
      const lastUse = entry.renewals.at(-1) ?? entry.createdAt;
      return {
        code: "expired",
        message: `The ${what} was last written or renewed ${formatSeconds(request.at - lastUse)} before this request and lives ${formatSeconds(entry.expiresAt - lastUse)}.`,
        ...place,
      };
    }
    case "beyond-lookback":
      return {
        code: "beyond_lookback",
        message: `A live ${what} lies ${formatNumber(between)} content blocks before the next marker; a look-up goes back ${formatNumber(lookback)}.`,
        ...place,
      };
    case "beyond-marker":
      return {
        code: "no_marker",
        message: `A live ${what} ends after the last breakpoint; with no marker there it is not looked up.`,
        ...place,
      };
  }
}

/** What changed against the request whose entries this one could have read. */
function explainChange({ layout }: TimedRequest, hit: Hit | null, past: Past): Reason[] {
  if (hit) {
    const other = past.requests[hit.lastUsedBy]?.layout;
    const end = other?.cuts[other.breakpoints.at(-1) ?? -1];
    // It left nothing longer than what was read: the conversation merely grew.
    if (!other || !end || end.prefix <= hit.tokens) return [];
    return compareRequests(layout, other, nameOf(hit.lastUsedBy), hit.tokens);
  }
  const latest = past.latest === null ? undefined : past.requests[past.latest]?.layout;
  if (past.latest !== null && latest && latest.model !== layout.model && startAlike(layout, latest)) {
    return [
      {
        code: "model_changed",
        message: `The request before with breakpoints, ${nameOf(past.latest)}, went to ${latest.model}; entries are private to a model, and ${layout.model} has none of this prefix.`,
      },
    ];
  }
  const same = past.latestOfModel === null ? undefined : past.requests[past.latestOfModel]?.layout;
  return past.latestOfModel !== null && same
    ? compareRequests(layout, same, nameOf(past.latestOfModel), 0)
    : [];
}

function explainFirstWrite(request: TimedRequest, { hit, written, stored }: Played): Reason {
  const { layout, duration } = request;
  const what =
    written > 0
      ? `Wrote ${formatTokens(written)}`
      : `Stored ${formatTokens(stored)} at the price of plain input`;
  return {
    code: "first_write",
    message: `${what}${hit ? " beyond what was read" : ""}, for the first time; they can be read once this response has ended, ${formatSeconds(duration)} after its start.`,
    ...at(layout, layout.breakpoints.at(-1) ?? -1),
  };
}

function explainExplicit(request: TimedRequest, played: Played, past: Past, lookback: number): Reason[] {
  const { hit, stored, missed, read, life } = played;
  const reasons: Reason[] = hit ? [explainHit(hit, request.layout, life)] : [];
  if (stored > 0) {
    const losses =
      missed.length > 0
        ? missed.map((one) => explainMissed(one, request, lookback, read))
        : explainChange(request, hit, past);
    reasons.push(...(losses.length > 0 ? losses : [explainFirstWrite(request, played)]));
  }
  return reasons;
}

function explainNoBreakpoint({ layout }: TimedRequest): Reason[] {
  if (layout.breakpoints.length > 0) return [];
  const prefix = formatTokens(layout.cuts.at(-1)?.prefix ?? 0);
  return [
    {
      code: "below_minimum",
      message: `The input up to the end of the last message is ${prefix}, too few for an entry at the breakpoint that the service would place there.`,
    },
  ];
}

export interface ExplainLimits {
  readonly minimumImplicit: number;
  readonly implicit: ImplicitReads;
}

/** Reasons for one request's figures, the most telling first; those about prices are added by the bill. */
export function explainRequest(
  request: TimedRequest,
  played: Played,
  past: Past,
  limits: ExplainLimits,
): Reason[] {
  const { layout, markers } = request;
  if (played.lookUp === "common-prefix") {
    return explainImplicit(played, limits.minimumImplicit, limits.implicit, past.unread);
  }
  const explained = explainExplicit(request, played, past, played.lookback);
  // In a session markers mean nothing, and there need be none where the service places the breakpoint.
  if (played.lookUp === "end") {
    return [...explained, ...explainNoBreakpoint(request)];
  }
  return [...explained, ...explainMarkers(markers ?? [], layout.breakpoints.length > 0)];
}
