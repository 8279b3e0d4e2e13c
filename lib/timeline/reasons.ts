/** Explains each row of the ledger: what was read, and why no more. Gives the facts; the sentences are made elsewhere. */

import type { Reason as LedgerReason, ReasonCode } from "../bill/ledger";
import type { Layout, MarkerStatus, ResolvedMarker } from "../layout/layout";
import { findModel } from "../offers/catalogue";
import { findDifference, startAlike } from "../reasons/first-difference";
import { type Reason, sayReason } from "../reasons/reason";
import { limitsOf } from "../systems/mark-model-studio";
import type { CommonPrefix, Hit, Missed, Played } from "../systems/system";
import { type Said, tell } from "../words/message";
import type { TimedRequest } from "./timed-request";

type RowReason = Extract<Reason, { readonly kind: ReasonCode }>;

/** What the explanation of a request looks back at. */
export interface Past {
  readonly requests: readonly TimedRequest[];
  /** The latest earlier request with breakpoints, of any model; null = none. */
  readonly latest: number | null;
  /** The same, of this request's model. */
  readonly latestOfModel: number | null;
}

/** Readers count from 1. */
const numberOf = (index: number): number => index + 1;

const pointing = (pointer: string | undefined): { pointer?: string } =>
  pointer === undefined ? {} : { pointer };

const at = ({ cuts }: Layout, cut: number) => pointing(cuts[cut]?.pointer);

/** A cost of nothing is none. */
const costing = (tokens: number): { tokens?: number } => (tokens > 0 ? { tokens } : {});

function explainMissed(
  { why, cut, entry, between }: Missed,
  { layout, at: start }: TimedRequest,
  lookback: number,
  read: number,
): RowReason {
  const place = { ...at(layout, cut), ...costing(entry.tokens - read), entry: entry.tokens };
  switch (why) {
    case "pending": {
      const wait = entry.readableAt - start;
      return { kind: "not_yet_written", by: numberOf(entry.createdBy), wait, ...place };
    }
    case "expired": {
      const lastUse = entry.renewals.at(-1) ?? entry.createdAt;
      return { kind: "expired", idle: start - lastUse, life: entry.expiresAt - lastUse, ...place };
    }
    case "beyond-lookback":
      return { kind: "beyond_lookback", between, lookback, ...place };
    case "beyond-marker":
      return { kind: "no_marker", ...place };
  }
}

const CHANGED = { tools: "tools_changed", system: "system_changed", message: "messages_changed" } as const;

/** Why a request cannot read what an earlier one wrote. */
function explainParting(here: TimedRequest, past: Past, index: number | null, read: number): RowReason[] {
  const there = index === null ? undefined : past.requests[index];
  if (index === null || !there) return [];
  const { parts, common, pointer } = findDifference(here, there);
  // What both begin with could have been read, had an entry ended there.
  const { minimum } = limitsOf(findModel(here.layout.model), here.layout.readings);
  const unread = common >= minimum ? costing(common - read) : {};
  const facts = { by: numberOf(index), common, isShort: read > 0 };
  return parts.map((part) => ({
    kind: CHANGED[part],
    ...facts,
    ...(part === "message" ? unread : {}),
    ...pointing(part === "tools" ? "/tools" : pointer),
  }));
}

/** What changed against the request whose entries this one could have read. */
function explainChange(request: TimedRequest, hit: Hit | null, past: Past): RowReason[] {
  if (hit) {
    const other = past.requests[hit.lastUsedBy]?.layout;
    const end = other?.cuts[other.breakpoints.at(-1) ?? -1];
    // It left nothing longer than what was read: the conversation merely grew.
    return end && end.prefix > hit.tokens ? explainParting(request, past, hit.lastUsedBy, hit.tokens) : [];
  }
  const { model } = request.layout;
  const latest = past.latest === null ? undefined : past.requests[past.latest]?.layout;
  if (past.latest !== null && latest && latest.model !== model && startAlike(request.layout, latest)) {
    return [{ kind: "model_changed", by: numberOf(past.latest), models: [latest.model, model] }];
  }
  return explainParting(request, past, past.latestOfModel, 0);
}

function explainExplicit(request: TimedRequest, played: Played, past: Past, lookback: number): RowReason[] {
  const { layout, duration } = request;
  const { hit, stored, written, missed, read, life } = played;
  const reasons: RowReason[] = [];
  if (hit) {
    const { cut, tokens, createdBy } = hit;
    reasons.push({
      kind: "hit",
      read: tokens,
      from: "entry",
      by: numberOf(createdBy),
      life,
      ...at(layout, cut),
    });
  }
  if (stored === 0) return reasons;
  const losses =
    missed.length > 0
      ? missed.map((one) => explainMissed(one, request, lookback, read))
      : explainChange(request, hit, past);
  if (losses.length > 0) return [...reasons, ...losses];
  const facts = { written: stored, plain: written === 0, beyond: hit !== null, readableIn: duration };
  return [...reasons, { kind: "first_write", ...facts, ...at(layout, layout.breakpoints.at(-1) ?? -1) }];
}

/** What the implicit cache read or did not. */
function explainImplicit(
  { read, unread }: Played,
  { common, readable, minimum, usable, chance }: CommonPrefix,
): readonly RowReason[] {
  const plain: RowReason = {
    kind: "no_marker",
    unread: unread && { entry: unread.tokens, by: numberOf(unread.createdBy) },
    ...costing(unread ? unread.tokens - read : 0),
  };
  if (chance === "not-offered") return [plain, { kind: "not_offered", implicit: true }];
  const cost = costing(chance === "never" ? 0 : readable - read);
  const unpromised = { kind: "implicit_not_promised", chance, read, readable, ...cost } as const;
  if (read > 0) return [{ kind: "hit", read, from: "common", common }, plain, unpromised];
  if (chance === "never" || readable > 0) return [plain, unpromised];
  if (common === 0) return [plain];
  return [plain, { kind: "below_minimum", common, minimum, ...costing(usable) }];
}

/** The first marker of a status speaks for all; absent where none has it. */
function sayStatus(markers: readonly ResolvedMarker[], status: MarkerStatus) {
  const [first, ...others] = markers.filter((marker) => marker.status === status);
  if (!first) return null;
  const own: Said = first.reason ?? tell("reasons.markerNoEffect");
  const count = others.length;
  return {
    words: count > 0 ? tell("reasons.sameForMore", { words: own, count }) : own,
    pointer: first.pointer,
  };
}

/**
 * Markers that came to nothing: ignored ones only where nothing else takes effect, since then they are why nothing is
 * cached.
 */
function explainMarkers(markers: readonly ResolvedMarker[], isEffective: boolean): readonly RowReason[] {
  const short = sayStatus(markers, "too-short");
  const dropped = sayStatus(markers, "dropped");
  const reasons: RowReason[] = [];
  if (short) reasons.push({ kind: "below_minimum", ...short });
  if (dropped) reasons.push({ kind: "marker_dropped", ...dropped });
  if (isEffective || reasons.length > 0) return reasons;
  const { words = "", ...place } = sayStatus(markers, "ignored") ?? {};
  return [{ kind: "no_marker", ignored: words, ...place }];
}

function listReasons(request: TimedRequest, played: Played, past: Past): readonly RowReason[] {
  const { layout, markers } = request;
  if (played.lookUp === "none") return [{ kind: "no_marker", isBatch: true }];
  if (played.shared) {
    const reasons = explainImplicit(played, played.shared);
    // A request with markers is only served so where the explicit cache is not offered.
    const denied = sayStatus(markers ?? [], "ignored");
    return denied
      ? [{ kind: "not_offered", ...denied }, ...reasons.filter(({ kind }) => kind !== "no_marker")]
      : reasons;
  }
  const explained = explainExplicit(request, played, past, played.lookback);
  const isEffective = layout.breakpoints.length > 0;
  // In a session markers mean nothing, and there need be none where the service places the breakpoint.
  if (played.lookUp === "end") {
    return isEffective
      ? explained
      : [...explained, { kind: "below_minimum", input: layout.cuts.at(-1)?.prefix ?? 0 }];
  }
  return [...explained, ...explainMarkers(markers ?? [], isEffective)];
}

/** Reasons for one request's figures, the most telling first; those about prices are added by the bill. */
export const explainRequest = (request: TimedRequest, played: Played, past: Past): LedgerReason[] =>
  listReasons(request, played, past).map((reason) => ({
    code: reason.kind,
    message: sayReason(reason),
    ...(reason.pointer === undefined ? {} : { pointer: reason.pointer }),
    ...(reason.tokens === undefined ? {} : { tokens: reason.tokens }),
  }));
