/** How the sending of requests one after the other stands, as plain data: what happens to it, and what it may cost. */

import { type DecodedUsage, decodeUsage } from "../answers/decode-usage";
import type { StreamedAnswer } from "../answers/read-stream";
import { type Said, tell } from "../words/message";
import type { AddedLimit } from "./bound-output";

/** Why the sending stands still. */
export interface Problem {
  /** `maybe-billed`: a request was sent and its whole answer never came. */
  readonly kind: "error" | "maybe-billed" | "ceiling" | "script";
  /** What is wrong, one sentence. */
  readonly sentence: Said;
  /** What to do about it; empty where the sentence says that already. */
  readonly wayOut: Said;
  /** What may be done about a request that may have been billed, besides stopping; only ever chosen, never assumed. */
  readonly choices?: {
    readonly again: Said;
    /** To go on with the next one; null where there is none, or it makes no sense without the answer. */
    readonly skip: Said | null;
  };
}

/** What is known of a request before it is sent. */
export interface SentFacts {
  /** Seconds that the requests are played by. */
  readonly at: number;
  /** The most that it can cost; null where that is not known. */
  readonly most: number | null;
  /** Limits that the ceiling has put into it. */
  readonly added: readonly AddedLimit[];
}

export interface Sending {
  readonly status: "running" | "paused" | "stopped" | "done" | "cancelled";
  /** The request under way, written down before it is sent: `clock` counts real seconds since the start. */
  readonly underWay: (SentFacts & { readonly clock: number; readonly firstClock: number | null }) | null;
  readonly problem: Problem | null;
  /** The most that all requests may cost, in the price's currency; null = no limit. */
  readonly ceiling: number | null;
}

/** What comes of a request that was sent. */
export type SendOutcome =
  | { readonly kind: "answered"; readonly answer: StreamedAnswer; readonly requestId: string | null }
  /** Refused, or never sent: nothing is billed, so it may be sent again. */
  | { readonly kind: "refused"; readonly sentence: Said; readonly wayOut: Said }
  /** It was received, but no whole answer came. */
  | { readonly kind: "broke-off"; readonly sentence: Said };

/** What happens while requests are sent; `clock` counts real seconds since the start. */
export type SendEvent =
  | (SentFacts & { readonly kind: "sent"; readonly clock: number })
  | { readonly kind: "first-token"; readonly clock: number }
  | (SendOutcome & { readonly clock: number })
  | { readonly kind: "stop"; readonly problem: Problem }
  | { readonly kind: "finish" }
  | { readonly kind: "pause" }
  /** Goes on after anything but a request that may have been billed. */
  | { readonly kind: "resume"; readonly ceiling: number | null }
  /** What the reader has chosen for a request that may have been billed: the same again, or the next one. */
  | { readonly kind: "again" | "skip"; readonly ceiling: number | null }
  | { readonly kind: "cancel"; readonly clock: number }
  /** The page was left while requests were sent, and is back. */
  | { readonly kind: "restore" };

/** A request that has come to its end. Seconds; without an answer it may have been billed all the same. */
export interface EndedRequest extends Pick<SentFacts, "most" | "added"> {
  readonly sentAt: number;
  /** Null where no answer began. */
  readonly firstToken: number | null;
  readonly total: number;
  readonly answer: StreamedAnswer | null;
  /** Null where the answer has none that can be read. */
  readonly usage: DecodedUsage | null;
  readonly requestId: string | null;
  /** What went wrong, one sentence; null where nothing did. */
  readonly fault: Said | null;
}

/** What one kind of sending adds to the events that all have. */
export interface SendRules<State extends Sending> {
  /** What is said, and offered, of a request whose whole answer never came. */
  readonly maybeBilled: (state: State, fault: Said, most: number | null) => Required<Problem>;
  /** What is said of a request that was cancelled midway. */
  readonly cancelled: Said;
  readonly enter: (state: State, ended: EndedRequest) => State;
  /** Makes a sending ready to go on after it stood still. */
  readonly prepare: (state: State) => State;
  /** Lets the last request go without its answer. */
  readonly skip: (state: State) => State;
}

export const isOver = ({ status }: Pick<Sending, "status">): boolean =>
  status === "done" || status === "cancelled";

type UnderWay = NonNullable<Sending["underWay"]>;

function endRequest(
  { at, clock: begun, firstClock, most, added }: UnderWay,
  clock: number,
  came: { readonly answer: StreamedAnswer; readonly requestId: string | null } | { readonly fault: Said },
): EndedRequest {
  const times = {
    most,
    added,
    sentAt: at,
    firstToken: firstClock === null ? null : Math.max(0, firstClock - begun),
    total: Math.max(0, clock - begun),
  };
  if ("fault" in came) return { ...times, ...came, answer: null, usage: null, requestId: null };
  const reading = decodeUsage(came.answer.usage);
  const [usage, fault] = reading.ok ? [reading.usage, null] : [null, reading.reason];
  return { ...times, answer: came.answer, usage, requestId: came.requestId, fault };
}

/** The sending after an event. Events that do not fit its state change nothing; never throws. */
export function reduceSending<State extends Sending>(
  state: State,
  event: SendEvent,
  rules: SendRules<State>,
): State {
  const { status, underWay } = state;
  if (isOver(state)) return state;
  const stop = (from: State, problem: Problem): State => ({
    ...from,
    underWay: null,
    status: "stopped",
    problem,
  });
  switch (event.kind) {
    case "sent": {
      const { at, clock, most, added } = event;
      return status !== "running" || underWay
        ? state
        : { ...state, underWay: { at, clock, most, added, firstClock: null } };
    }
    case "first-token":
      return underWay?.firstClock === null
        ? { ...state, underWay: { ...underWay, firstClock: event.clock } }
        : state;
    case "answered":
      return underWay
        ? { ...rules.enter(state, endRequest(underWay, event.clock, event)), underWay: null }
        : state;
    case "refused":
      return underWay ? stop(state, { ...event, kind: "error" }) : state;
    case "broke-off": {
      if (!underWay) return state;
      const { sentence, clock } = event;
      const problem = rules.maybeBilled(state, sentence, underWay.most);
      return stop(rules.enter(state, endRequest(underWay, clock, { fault: sentence })), problem);
    }
    case "stop":
      return stop(state, event.problem);
    case "finish":
      return { ...state, status: "done", problem: null };
    case "pause":
      return status === "running" ? { ...state, status: "paused" } : state;
    case "resume":
      return status === "running" || state.problem?.kind === "maybe-billed"
        ? state
        : { ...rules.prepare(state), status: "running", problem: null, ceiling: event.ceiling };
    case "again":
    case "skip": {
      const { problem } = state;
      if (problem?.kind !== "maybe-billed" || (event.kind === "skip" && !problem.choices?.skip)) return state;
      const chosen = event.kind === "skip" ? rules.skip(state) : state;
      return { ...rules.prepare(chosen), status: "running", problem: null, ceiling: event.ceiling };
    }
    case "cancel": {
      const left = underWay
        ? rules.enter(state, endRequest(underWay, event.clock, { fault: rules.cancelled }))
        : state;
      return { ...left, underWay: null, status: "cancelled", problem: null };
    }
    case "restore": {
      if (!underWay) return status === "running" ? { ...state, status: "paused" } : state;
      const sentence = tell("run.pageLeft");
      return reduceSending(state, { kind: "broke-off", clock: underWay.clock, sentence }, rules);
    }
  }
}
