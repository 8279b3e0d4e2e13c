/** Enters an answer, or what came of it, into the run's records. */

import type { StreamedAnswer } from "../answers/read-stream";
import { type Message, tell, tellNames } from "../words/message";
import { billUsage } from "./bill-usage";
import type { AddedLimit } from "./bound-output";
import { explainDifference } from "./explain-difference";
import { isVirtual, passedOf, type RunRecord, type RunState } from "./run-state";
import type { EndedRequest } from "./sending";
import type { RunRequest } from "./write-run-script";

/** The emulator plays no model: it calls a tool only where a request says so in words. */
const isScriptsTurn = ({ plan }: RunState, { calls }: StreamedAnswer, expected: readonly string[]): boolean =>
  plan.target.kind === "emulator" && calls.length === 0 && expected.length > 0;

/** What the answer's calls mean for the rounds of tools that the script has. */
function noteCalls({ calls }: StreamedAnswer, expected: readonly string[]): Message[] {
  const made = calls.map(({ name }) => name);
  if (expected.length > 0 && made.length === 0) {
    return [tell("run.noCall", { expected: tellNames(expected) })];
  }
  if (expected.length === 0 && made.length > 0) {
    return [tell("run.callWithoutResult", { made: tellNames(made) })];
  }
  if (made.join() !== expected.join()) {
    return [tell("run.otherCall", { made: tellNames(made), expected: tellNames(expected) })];
  }
  return [];
}

const CUT: ReadonlySet<string | null> = new Set(["length", "max_tokens", "incomplete"]);

/** What the ceiling has put into the request, and whether that has cut the answer. */
function noteLimits(added: readonly AddedLimit[], answer: StreamedAnswer | null): Message[] {
  const names = added.map(({ field, tokens }) => tell("run.limitAdded", { field, tokens }));
  if (names.length === 0) return [];
  const isCut = answer !== null && CUT.has(answer.finish);
  return [tell("run.limitsAdded", { limits: tellNames(names) }), ...(isCut ? [tell("run.cutByLimit")] : [])];
}

/**
 * The run with the record of a request that has come to its end.
 * @param expected names of the tools that the script expects to be called
 */
export function enterAnswer(
  state: RunState,
  { label }: Pick<RunRequest, "label">,
  expected: readonly string[],
  ended: EndedRequest,
): RunState {
  const { next, plan, records } = state;
  const { sentAt, firstToken, total, answer, usage: billed, requestId, fault, most, added } = ended;
  const isScripts = answer !== null && isScriptsTurn(state, answer, expected);
  const record: RunRecord = {
    order: passedOf(state).length,
    label,
    outcome: answer ? "answered" : "broken",
    skipped: false,
    sentAt,
    // By the emulator's clock an answer takes no time where gaps are skipped.
    endedAt: isVirtual(plan) ? sentAt : sentAt + total,
    firstToken,
    total,
    predicted: next,
    billed,
    cost: billed && next && billUsage(billed, next, plan.settings).cost,
    most,
    added,
    difference: billed && next && explainDifference(next, billed),
    notes: answer
      ? [
          ...noteLimits(added, answer),
          ...(fault === null ? [] : [fault]),
          ...(billed?.zeros ? [billed.zeros] : []),
          ...(isScripts ? [tell("run.scriptsCalls")] : noteCalls(answer, expected)),
        ]
      : [tell("run.maybeBilled", { fault: fault ?? "" }), ...noteLimits(added, null)],
    answer:
      answer && !isScripts ? { text: answer.text, thinking: answer.reasoning, calls: answer.calls } : null,
    usage: answer?.usage ?? null,
    requestId,
  };
  return { ...state, next: null, records: [...records, record] };
}
