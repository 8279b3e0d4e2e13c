/** How the sending of requests one after the other stands, as plain data: what happens to it, and what it may cost. */

import { type DecodedUsage, decodeUsage } from "../answers/decode-usage";
import type { StreamedAnswer } from "../answers/read-stream";
import { formatAmount } from "../values/figures";
import { type Said, tell } from "../words/message";

/** Why the sending stands still. */
export interface Problem {
  readonly kind: "error" | "maybe-billed" | "ceiling" | "script";
  /** What is wrong, one sentence. */
  readonly sentence: Said;
  /** What to do about it; empty where the sentence says that already. */
  readonly wayOut: Said;
}

export interface Sending {
  readonly status: "running" | "paused" | "stopped" | "done" | "cancelled";
  /** The request under way: `clock` counts real seconds since the start, `at` those that the requests are played by. */
  readonly underWay: {
    readonly at: number;
    readonly clock: number;
    readonly firstClock: number | null;
  } | null;
  readonly problem: Problem | null;
  /** The most that all requests may cost, in the price's currency; null = no limit. */
  readonly ceiling: number | null;
}

/** What comes of a request that was sent. */
export type SendOutcome =
  | { readonly kind: "answered"; readonly answer: StreamedAnswer; readonly requestId: string | null }
  /** Refused before anything of an answer came: nothing is billed, so it may be sent again. */
  | { readonly kind: "refused"; readonly sentence: Said; readonly wayOut: Said }
  /** It was received, but no whole answer came. */
  | { readonly kind: "broke-off"; readonly sentence: Said };

/** What happens while requests are sent; `clock` counts real seconds since the start. */
export type SendEvent =
  | { readonly kind: "sent"; readonly at: number; readonly clock: number }
  | { readonly kind: "first-token"; readonly clock: number }
  | (SendOutcome & { readonly clock: number })
  | { readonly kind: "stop"; readonly problem: Problem }
  | { readonly kind: "finish" }
  | { readonly kind: "pause" }
  | { readonly kind: "resume"; readonly ceiling: number | null }
  | { readonly kind: "cancel"; readonly clock: number }
  /** The page was left while requests were sent, and is back. */
  | { readonly kind: "restore" };

/** A request that has come to its end. Seconds; without an answer it may have been billed all the same. */
export interface EndedRequest {
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
  /** That the next request could pass the ceiling, by amounts as they are written, and what to do about it. */
  readonly pastCeiling: (amounts: Readonly<Record<"most" | "spent" | "ceiling", string>>) => Said;
  readonly raiseCeiling: Said;
  /** What to do where the ceiling needs a price that is unknown, and after a request that broke off. */
  readonly unpriced: Said;
  readonly brokenOff: Said;
  /** What is said of a request that was cancelled midway. */
  readonly cancelled: Said;
  readonly enter: (state: State, ended: EndedRequest) => State;
  /** Makes a sending ready to go on after it stood still. */
  readonly prepare: (state: State) => State;
}

/** The sum of amounts of money; null where one is unknown. */
export const addAmounts = (amounts: readonly (number | null | undefined)[]): number | null =>
  amounts.reduce<number | null>((sum, one) => (sum === null || one == null ? null : sum + one), 0);

export const isOver = ({ status }: Pick<Sending, "status">): boolean =>
  status === "done" || status === "cancelled";

/**
 * Why the next request must not be sent: spent and the most it can cost would pass the ceiling. Null where it may.
 * @param spent so far, and @param most of the next request: null where a price is unknown
 */
export function guardCost(
  { ceiling }: Pick<Sending, "ceiling">,
  { spent, most, currency }: { spent: number | null; most: number | null; currency: string | null },
  {
    pastCeiling,
    raiseCeiling,
    unpriced,
  }: Pick<SendRules<never>, "pastCeiling" | "raiseCeiling" | "unpriced">,
): Problem | null {
  if (ceiling === null) return null;
  if (spent === null || most === null) {
    return { kind: "ceiling", sentence: tell("run.ceilingUnknown"), wayOut: unpriced };
  }
  if (spent + most <= ceiling) return null;
  const write = (amount: number): string => formatAmount(amount, currency);
  return {
    kind: "ceiling",
    sentence: pastCeiling({ most: write(most), spent: write(spent), ceiling: write(ceiling) }),
    wayOut: raiseCeiling,
  };
}

type UnderWay = NonNullable<Sending["underWay"]>;

function endRequest(
  { at, clock: begun, firstClock }: UnderWay,
  clock: number,
  came: { readonly answer: StreamedAnswer; readonly requestId: string | null } | { readonly fault: Said },
): EndedRequest {
  const times = {
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
      const { at, clock } = event;
      return status !== "running" || underWay
        ? state
        : { ...state, underWay: { at, clock, firstClock: null } };
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
      const entered = rules.enter(state, endRequest(underWay, clock, { fault: sentence }));
      return stop(entered, { kind: "maybe-billed", sentence, wayOut: rules.brokenOff });
    }
    case "stop":
      return stop(state, event.problem);
    case "finish":
      return { ...state, status: "done", problem: null };
    case "pause":
      return status === "running" ? { ...state, status: "paused" } : state;
    case "resume":
      return status === "running"
        ? state
        : { ...rules.prepare(state), status: "running", problem: null, ceiling: event.ceiling };
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
