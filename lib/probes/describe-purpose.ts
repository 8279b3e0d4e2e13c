/** Says what a call of a probe is for, and when it is sent. */
import type { Words } from "../words/create-words";
import { type Message, tell } from "../words/message";
import type { ProbeCall } from "./probe";

const EXPECTATIONS = {
  write: "probeReport.mustWrite",
  hit: "probeReport.mustHit",
  miss: "probeReport.mustMiss",
} as const;

function tellTime({ after }: ProbeCall): Message | "" {
  if (!after) return "";
  const values = { wait: { seconds: after.seconds }, call: after.call };
  return after.from === "start"
    ? tell("probeReport.afterStart", values)
    : tell("probeReport.afterEnd", values);
}

/** Sentences for a table's cell. */
export const describePurpose = (call: ProbeCall, { sentences }: Words): string =>
  sentences([
    tell(call.expects ? EXPECTATIONS[call.expects] : "probeReport.asks"),
    tellTime(call),
    call.bySecond ? tell("probeReport.bySecond") : "",
    call.dialect === "anthropic" ? tell("probeReport.inAnthropic") : "",
  ]);
