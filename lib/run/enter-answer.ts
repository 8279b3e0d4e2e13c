/** Enters an answer, or what came of it, into the run's records. */

import { decodeUsage } from "../answers/decode-usage";
import type { StreamedAnswer } from "../answers/read-stream";
import { billUsage } from "./bill-usage";
import { explainDifference } from "./explain-difference";
import { isVirtual, type RunRecord, type RunState } from "./run-state";
import type { RunRequest } from "./write-run-script";

const SCRIPTS_CALLS = "The emulator calls no tool by itself: the run goes on with the script's calls.";

type Entry = Pick<RunRecord, "order" | "label" | "sentAt" | "endedAt" | "firstToken" | "total" | "predicted">;

/** Times and prediction of the request under way. */
function openRecord({ plan, attempt, next }: RunState, clock: number, order: number, label: string): Entry {
  const { at = 0, clock: begun = clock, firstClock = null } = attempt ?? {};
  const total = Math.max(0, clock - begun);
  return {
    order,
    label,
    sentAt: at,
    // By the emulator's clock an answer takes no time where gaps are skipped.
    endedAt: isVirtual(plan) ? at : at + total,
    firstToken: firstClock === null ? null : Math.max(0, firstClock - begun),
    total,
    predicted: next,
  };
}

/** The emulator plays no model: it calls a tool only where a request says so in words. */
const isScriptsTurn = ({ plan }: RunState, { calls }: StreamedAnswer, expected: readonly string[]): boolean =>
  plan.target.kind === "emulator" && calls.length === 0 && expected.length > 0;

/** What the answer's calls mean for the rounds of tools that the script has. */
function noteCalls({ calls }: StreamedAnswer, expected: readonly string[]): string[] {
  const list = (names: readonly string[]): string => names.join(", ");
  const made = calls.map(({ name }) => name);
  if (expected.length > 0 && made.length === 0) {
    return [
      `The model called no tool where the script expects ${list(expected)}: the run goes on with its plain reply.`,
    ];
  }
  if (expected.length === 0 && made.length > 0) {
    return [
      `The model called ${list(made)}, for which the script has no result: the run goes on without the call.`,
    ];
  }
  if (list(made) !== list(expected)) {
    return [`The model called ${list(made)} instead of ${list(expected)}: the scripted results answer it.`];
  }
  return [];
}

/** @param expected names of the tools that the script expects to be called */
export function enterAnswer(
  state: RunState,
  { label }: Pick<RunRequest, "label">,
  expected: readonly string[],
  { clock, answer, requestId }: { clock: number; answer: StreamedAnswer; requestId: string | null },
  order: number,
): RunRecord {
  const { next, plan } = state;
  const reading = decodeUsage(answer.usage);
  const billed = reading.ok ? reading.usage : null;
  const { text, reasoning, calls } = answer;
  const isScripts = isScriptsTurn(state, answer, expected);
  return {
    ...openRecord(state, clock, order, label),
    outcome: "answered",
    billed,
    cost: billed && next && billUsage(billed, next, plan.settings).cost,
    difference: billed && next && explainDifference(next, billed),
    notes: [
      ...(reading.ok ? [] : [reading.reason]),
      ...(billed?.zeros ? [billed.zeros] : []),
      ...(isScripts ? [SCRIPTS_CALLS] : noteCalls(answer, expected)),
    ],
    answer: isScripts ? null : { text, thinking: reasoning, calls },
    usage: answer.usage,
    requestId,
  };
}

/** A request that may have been billed without an answer to show for it. */
export function enterBroken(
  state: RunState,
  label: string,
  clock: number,
  sentence: string,
  order: number,
): RunRecord {
  return {
    ...openRecord(state, clock, order, label),
    outcome: "broken",
    billed: null,
    cost: null,
    difference: null,
    notes: [sentence],
    answer: null,
    usage: null,
    requestId: null,
  };
}
