"use client";
/** What a run will cost, before anything is sent. */
import { useCallback } from "react";
import { addAmounts } from "../../lib/bill/bill";
import type { RunPrediction } from "../../lib/run/predict-run";
import { settingsOf } from "../../lib/run/run-state";
import { estimateRequests, writeRunScript } from "../../lib/run/write-run-script";
import { formatMoney } from "../../lib/values/figures";
import { type Message, tell } from "../../lib/words/message";
import { type AskFor, useReport } from "../placement/use-report";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";
import { planRun, type RunDraft } from "./run-draft";
import { EMULATOR } from "./run-targets";

interface Estimate extends RunPrediction {
  /** Words that are sent as they are at each request's time. */
  readonly changing: readonly string[];
}

const LONGEST_WORDS = 40;

/** One sentence; null where nothing changes. */
function sayChanging([first, ...others]: readonly string[]): Message | null {
  if (first === undefined) return null;
  const words = first.slice(0, LONGEST_WORDS);
  return others.length === 0
    ? tell("run.changingOne", { words })
    : tell("run.changingMore", { words, count: others.length });
}

export function RunEstimate({ draft: { target, gaps } }: { readonly draft: RunDraft }) {
  const isEmulator = target === EMULATOR;
  const { t, sentences } = useWords();
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
  if (!value) return <p className="text-xs text-mute">{t("run.estimating")}</p>;
  const { requests, changing } = value;
  const low = addAmounts(requests.map((request) => request?.cost ?? null));
  const high = addAmounts(requests.map((request) => request?.most ?? null));
  const currency = requests.find((request) => request?.currency)?.currency ?? "USD";
  const count = requests.length;
  const change = sayChanging(changing);
  return (
    <p className="text-xs text-mute" data-run-estimate>
      {sentences([
        low === null || high === null
          ? t("run.estimateUnknown", { count })
          : t("run.estimate", { count, low: formatMoney(low, currency), high: formatMoney(high, currency) }),
        ...(isEmulator ? [t("run.emulatorFree")] : []),
        ...(change ? [change] : []),
      ])}
    </p>
  );
}
