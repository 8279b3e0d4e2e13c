/** The tables of a report about the calls of one probe: what each sends and is for, and what came back. */
import { orDash } from "../values/figures";
import { writeTable } from "../values/markdown-table";
import type { Words } from "../words/create-words";
import { tell } from "../words/message";
import { describePurpose } from "./describe-purpose";
import type { Finding, FindingCall } from "./finding";
import { findProbe } from "./list-probes";
import { listCalls } from "./plan";
import type { ProbeRun } from "./probe-run";
import { sayCall } from "./say-call";

function writeOutcome({ outcome, aside }: FindingCall, { t, sentences }: Words): string {
  const left = aside === null ? "" : `${t("probeReport.aside")}: ${t(`probeReport.aside_${aside}`)}`;
  if (outcome.kind === "answered") return left;
  const { said } = outcome;
  const came =
    outcome.kind === "refused"
      ? tell("probeReport.refused", { status: String(outcome.status), said })
      : tell("probeReport.failed", { said });
  return sentences([came, left]);
}

/** What the calls of each repeat are, so that nobody needs the program to understand their names. */
export function writeNames({ plan }: ProbeRun, { probe }: Finding, words: Words): string[] {
  const { t, say } = words;
  const rows = listCalls(findProbe(probe), plan).map((call) => [
    call.id,
    say(sayCall(probe, call.id)),
    describePurpose(call, words),
  ]);
  const heads = ["call", "sends", "purpose"] as const;
  return writeTable(
    heads.map((head) => t(`probeReport.${head}`)),
    rows,
  );
}

/** What came of every call, repeat by repeat. */
export function writeCalls({ calls }: Finding, words: Words): string[] {
  const { t } = words;
  const ordered = calls.toSorted((a, b) => a.repeat - b.repeat || a.attempt - b.attempt || a.at - b.at);
  const rows = ordered.map((one) => {
    const { outcome } = one;
    const usage = outcome.kind === "answered" ? outcome : null;
    return [
      String(one.repeat + 1),
      one.call,
      ...[usage?.prompt, usage?.read, usage?.written].map((tokens) => orDash(tokens, String)),
      writeOutcome(one, words),
    ];
  });
  const heads = ["repeat", "call", "prompt", "read", "written", "outcome"] as const;
  return writeTable(
    heads.map((head) => t(`probeReport.${head}`)),
    rows,
  );
}
