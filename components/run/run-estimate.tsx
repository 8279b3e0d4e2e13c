"use client";
/** What a run will cost, before anything is sent. */
import { useCallback } from "react";
import type { RunPrediction } from "../../lib/run/predict-run";
import { settingsOf } from "../../lib/run/run-state";
import { addAmounts } from "../../lib/run/sending";
import { estimateRequests, writeRunScript } from "../../lib/run/write-run-script";
import { formatMany, formatMoney } from "../../lib/values/figures";
import { type AskFor, useReport } from "../placement/use-report";
import { Sentence } from "../words/sentence";
import { planRun, type RunDraft } from "./run-draft";
import { EMULATOR } from "./run-targets";

interface Estimate extends RunPrediction {
  /** Words that are sent as they are at each request's time. */
  readonly changing: readonly string[];
}

const LONGEST_WORDS = 40;

/** One sentence; empty where nothing changes. */
function sayChanging([first, ...others]: readonly string[]): string {
  if (first === undefined) return "";
  const named = `“${first.slice(0, LONGEST_WORDS)}”`;
  return others.length === 0
    ? ` ${named} is sent as it is at each request’s time in the scenario.`
    : ` ${named} and ${formatMany(others.length, "other text")} are sent as they are at each request’s time in the scenario.`;
}

export function RunEstimate({ draft: { target, gaps } }: { readonly draft: RunDraft }) {
  const isEmulator = target === EMULATOR;
  const ask: AskFor<Estimate> = useCallback(
    async (put, { text, settings }, options) => {
      const plan = planRun({ target, gaps, workspace: "" }, text, settings);
      const script = writeRunScript(plan, []);
      const requests = estimateRequests(script);
      const answered = await put({ kind: "predict-run", requests, settings: settingsOf(plan) }, options);
      return answered.ok ? { ok: true, value: { ...answered.value, changing: script.changing } } : answered;
    },
    [target, gaps],
  );
  const { value, work } = useReport(ask);
  if (work.kind === "failed")
    return (
      <p className="text-xs text-bad">
        <Sentence said={work.reason} />
      </p>
    );
  if (!value) return <p className="text-xs text-mute">Estimating…</p>;
  const { requests, changing } = value;
  const low = addAmounts(requests.map((request) => request?.cost));
  const high = addAmounts(requests.map((request) => request?.most));
  const currency = requests.find((request) => request?.currency)?.currency ?? "USD";
  const count = formatMany(requests.length, "request");
  return (
    <p className="text-xs text-mute" data-run-estimate>
      {count}:{" "}
      {low === null || high === null
        ? "the cost cannot be estimated, because a price is unknown."
        : `about ${formatMoney(low, currency)} as predicted, at most ${formatMoney(high, currency)} if nothing is read and answers grow to their limit, or to four times the script’s.`}
      {isEmulator && " The emulator bills nothing: amounts are what the service would charge."}
      {sayChanging(changing)}
    </p>
  );
}
