/** Explains each row of the ledger: what was read, why no more, and what could not be priced. */
import type { Hit, Missed, Played } from "../cache/cache-system";
import type { EntryLife } from "../cache/entry";
import { formatNumber, formatSeconds, formatTokens } from "../cache/format-figures";
import type { ImplicitReads } from "../cache/implicit";
import type { Layout } from "../cache/layout";
import { compareRequests, startAlike } from "./compare-requests";
import { explainMarkers } from "./explain-markers";
import type { Reason } from "./ledger";
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

/** Readers count requests from 1. */
const nameOf = (index: number): string => `request ${index + 1}`;

const at = (layout: Layout, cut: number): { pointer?: string } => {
  const pointer = layout.cuts[cut]?.pointer;
  return pointer === undefined ? {} : { pointer };
};

function explainHit({ cut, tokens, createdBy }: Hit, layout: Layout): Reason {
  return {
    code: "hit",
    message: `Read ${formatTokens(tokens)} from the entry that ${nameOf(createdBy)} wrote; its five minutes start again.`,
    ...at(layout, cut),
  };
}

function explainMissed(
  { why, cut, entry, between }: Missed,
  request: TimedRequest,
  lookback: number,
): Reason {
  const place = at(request.layout, cut);
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

function explainExplicit(request: TimedRequest, played: Played, past: Past, lookback: number): Reason[] {
  const { layout } = request;
  const { hit, written, missed } = played;
  const reasons: Reason[] = hit ? [explainHit(hit, layout)] : [];
  if (written > 0) {
    const losses =
      missed.length > 0
        ? missed.map((one) => explainMissed(one, request, lookback))
        : explainChange(request, hit, past);
    reasons.push(...losses);
    if (losses.length === 0) {
      reasons.push({
        code: "first_write",
        message: `Wrote ${formatTokens(written)}${hit ? " beyond what was read" : ""}, for the first time; they can be read once this response has ended, ${formatSeconds(request.duration)} after its start.`,
        ...at(layout, layout.breakpoints.at(-1) ?? -1),
      });
    }
  }
  return reasons;
}

function explainImplicit(played: Played, minimum: number, reads: ImplicitReads, past: Past): Reason[] {
  const lost = past.unread
    ? ` The live entry of ${formatTokens(past.unread.tokens)} that ${nameOf(past.unread.createdBy)} wrote stays unread.`
    : "";
  const reasons: Reason[] = [
    {
      code: "no_marker",
      message: `No marker: the request plays the implicit cache and writes no entry.${lost}`,
    },
  ];
  if (reads === "never") {
    return [
      ...reasons,
      {
        code: "implicit_not_promised",
        message:
          "The implicit cache may read a common prefix at a lower price, but promises nothing: no read is counted.",
      },
    ];
  }
  const common = formatTokens(played.common);
  if (played.read > 0) {
    return [
      {
        code: "hit",
        message: `Read ${formatTokens(played.read)}: ${common} are in common with an earlier request, counted in steps of 128.`,
      },
      ...reasons,
      {
        code: "implicit_not_promised",
        message: "This read is what an ideal implicit cache gives; the service promises none.",
      },
    ];
  }
  if (played.common === 0) return reasons;
  return [
    ...reasons,
    {
      code: "below_minimum",
      message: `Only ${common} are in common with an earlier request; implicit reads start at ${formatNumber(minimum)}.`,
    },
  ];
}

export interface ExplainLimits {
  readonly lookbackBlocks: number;
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
  if (!request.layout.marked) {
    return explainImplicit(played, limits.minimumImplicit, limits.implicit, past);
  }
  return [
    ...explainExplicit(request, played, past, limits.lookbackBlocks),
    ...explainMarkers(request.markers ?? [], request.layout.breakpoints.length > 0),
  ];
}
