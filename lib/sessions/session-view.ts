/** What a recorded session is explained as: its lanes, its requests with their reasons, and its figures. */

import type { DecodedUsage } from "../answers/decode-usage";
import type { MarkerStatus } from "../layout/layout";
import type { Currency } from "../offers/offer";
import type { Change } from "../reasons/first-difference";
import type { ReasonKind } from "../reasons/kinds";
import type { Message, Said } from "../words/message";

export interface SessionReason {
  readonly code: ReasonKind;
  /** One sentence with its figures. */
  readonly sentence: Said;
}

/** Tokens. read + written + uncached = prompt. */
export type SessionFigures = Pick<DecodedUsage, "prompt" | "read" | "written" | "uncached" | "completion">;

export interface SessionMarker {
  readonly pointer: string;
  readonly prefix: number | null;
  readonly status: MarkerStatus;
  /** Why it is folded away; null where it is effective. */
  readonly reason: Said | null;
}

/**
 * How a request goes on in its lane. `opens`: its first. `continues`: the history grew. `repeats`: the same again.
 * `edits`: a part of the history is another. `compacts`: the history gave way to a summary. `unknown`: its body is missing.
 */
export type LaneStep = "opens" | "continues" | "repeats" | "edits" | "compacts" | "unknown";

export interface SessionRequest {
  /** As recorded, from 1. */
  readonly number: number;
  /** Index into the view's lanes. */
  readonly lane: number;
  readonly step: LaneStep;
  /** Number of the request before it in its lane that was answered; null for the first. */
  readonly previous: number | null;
  /** Seconds from the session's first request. */
  readonly at: number;
  /** Seconds from the start of `previous` to the start of this one. */
  readonly gap: number | null;
  /** Seconds to the first token, and to the end; null where not known. */
  readonly firstToken: number | null;
  readonly duration: number | null;
  readonly model: string;
  /** As sent; `effective` ones become breakpoints. Null where the body is missing. */
  readonly markers: readonly SessionMarker[] | null;
  readonly effective: number;
  /** True where a header asked for the session cache: then the breakpoint is the service's own. */
  readonly isSession: boolean;
  readonly billed: DecodedUsage | null;
  readonly predicted: SessionFigures | null;
  /** Whether the prediction counts exactly. */
  readonly exact: boolean;
  /** By the price table: of what was billed, else of what is predicted; null where a price or both are unknown. */
  readonly cost: number | null;
  readonly costFrom: "billed" | "predicted" | null;
  readonly costWithoutCache: number | null;
  /** Sum of the costs up to here, in order of time; null once one of them is unknown. */
  readonly running: number | null;
  /** The most telling one; others follow in `also`. */
  readonly reason: SessionReason;
  readonly also: readonly SessionReason[];
  /** What changed against the request `against`; null where nothing did but growth. */
  readonly change: Change | null;
  /** Number of the request that this one is held against, mostly `previous`; null for the first. */
  readonly against: number | null;
  /** What to do about what was lost, or about a failure, one sentence; null where nothing is to be done. */
  readonly mend: Said | null;
  /** Tokens that had to be paid for anew, up to what the request before left to read. */
  readonly lost: number;
  /** What these cost above the price of reading; null where a price is unknown. */
  readonly lostCost: number | null;
  /** Where billed and predicted differ: the likely reason. */
  readonly difference: Said | null;
  /** What is missing of the recording, or wrong with the body. */
  readonly missing: Said | null;
}

export type LaneKind = "main" | "sub-agent" | "side-request";

export interface SessionLane {
  readonly kind: LaneKind;
  /** e.g. `main`, `sub-agent 1`, `side request 2`. */
  readonly name: Message;
  /** What it holds, e.g. `14 requests with 3 tools over 9 min`. */
  readonly holds: Message;
  /** Numbers of its requests, in order of time. */
  readonly requests: readonly number[];
}

export type BillKind = "tools" | "system" | "user" | "assistant" | "tool results" | "other" | "completion";

export interface BillShare {
  readonly kind: BillKind;
  readonly cost: number;
  /** Part of the whole bill, 0 to 1. */
  readonly share: number;
}

export interface CostlyMiss {
  readonly number: number;
  readonly lane: number;
  readonly code: ReasonKind;
  readonly tokens: number;
  readonly cost: number | null;
  /** Why it missed, one sentence, and what to do about it, one sentence. */
  readonly sentence: Said;
  readonly mend: Said;
}

export interface SessionStatistics {
  /** Requests that were answered. */
  readonly answered: number;
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
  readonly completion: number;
  /** 0 to 1; null where there is nothing to divide by. */
  readonly hitRateByTokens: number | null;
  readonly hitRateByRequests: number | null;
  /** Tokens written over the largest prompt: 1 = everything once. */
  readonly rewriteFactor: number | null;
  readonly largestPrompt: number;
  /** Null where a price is unknown or no body is known. */
  readonly shares: readonly BillShare[] | null;
  /** Gaps within a lane that outlive an entry of five minutes. */
  readonly longGaps: readonly { readonly number: number; readonly lane: number; readonly seconds: number }[];
  /** At most three, the costliest first. */
  readonly costliest: readonly CostlyMiss[];
}

export interface SessionView {
  readonly lanes: readonly SessionLane[];
  /** In order of time. */
  readonly requests: readonly SessionRequest[];
  /** Requests beside the chat: counts, lists of models. */
  readonly others: number;
  /** Sums of the requests' costs; null where one is unknown. */
  readonly cost: number | null;
  readonly costWithoutCache: number | null;
  readonly currency: Currency | null;
  readonly statistics: SessionStatistics;
  /** What cannot be told and why, a sentence each. */
  readonly notes: readonly Message[];
}

/** What the requests would cost with the cheapest markers found. */
export interface CheapestView {
  /** One for each lane that was searched, by its index. */
  readonly lanes: readonly {
    readonly lane: number;
    readonly placement: Said;
    /** Where its markers go, in words. */
    readonly anchors: readonly Said[];
  }[];
  /** Of all requests whose bodies are known: as predicted with the markers they were sent with, and with the best. */
  readonly asSent: number | null;
  readonly cheapest: number | null;
  readonly withoutCache: number | null;
  readonly currency: Currency | null;
  readonly requests: number;
  readonly sentence: Said;
}
