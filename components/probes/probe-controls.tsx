"use client";
/** What the chosen probes cost and take, their start and course, and what may have been billed. */
import { useEffect, useState } from "react";
import { addAmounts } from "../../lib/bill/bill";
import { listAskable, listCheap } from "../../lib/probes/cheap-set";
import { estimateProbe } from "../../lib/probes/plan";
import { isOver, nextEffect, type ProbeRun, spentOf, startRun } from "../../lib/probes/probe-run";
import { countCalls } from "../../lib/probes/probe-runner";
import { formatClock, formatMoney } from "../../lib/values/figures";
import { tell } from "../../lib/words/message";
import { ceilingOf } from "../run/run-draft";
import { EMULATOR } from "../run/run-targets";
import { SendControls, writeStanding } from "../run/send-controls";
import { Button } from "../ui/button";
import { ProgressBar } from "../ui/progress-bar";
import { useWords } from "../words/use-words";
import { chosenOf, findProbeFault, keysOf, type ProbeDraft, planProbes, setupOf } from "./probe-draft";
import { clockOf, getProbeRunner } from "./use-probes";

interface ProbeControlsProps {
  readonly draft: ProbeDraft;
  readonly onChange: (draft: ProbeDraft) => void;
  readonly run: ProbeRun | null;
}

/** Seconds since a run began, anew each second while it waits in real time. */
export function useSecondOf(run: ProbeRun | null): number {
  const [, setTick] = useState(0);
  const isReal = run?.status === "running" && run.plan.target.kind === "service";
  useEffect(() => {
    if (!isReal) return;
    const timer = setInterval(() => setTick((tick) => tick + 1), 1000);
    return () => clearInterval(timer);
  }, [isReal]);
  return run ? clockOf(run.plan, run).now() : 0;
}

export function ProbeEstimateLine({ draft }: Pick<ProbeControlsProps, "draft">) {
  const { t, sentences } = useWords();
  const setup = setupOf(draft);
  const chosen = chosenOf(draft).map((id) => estimateProbe(setup, id));
  const most = addAmounts(chosen.map((one) => one.most));
  const currency = chosen[0]?.currency ?? null;
  const counts = {
    questions: chosen.length,
    calls: chosen.reduce((sum, one) => sum + one.calls, 0),
  };
  const wait = Math.max(0, ...chosen.map(({ seconds }) => seconds));
  return (
    <p data-estimate className="text-xs text-mute">
      {sentences([
        most === null || currency === null
          ? t("probePage.totalUnknown", counts)
          : t("probePage.total", { ...counts, most: formatMoney(most, currency) }),
        t("probePage.askedAgain"),
        ...(draft.target === EMULATOR
          ? [t("probePage.emulatorFree")]
          : [
              wait < 60 ? t("probePage.takesMoments") : t("probePage.takes", { time: { seconds: wait } }),
              t("probePage.goesOn"),
            ]),
      ])}
    </p>
  );
}

export function ProbeSets({ draft, onChange }: Omit<ProbeControlsProps, "run">) {
  const { t } = useWords();
  const setup = setupOf(draft);
  const sets = [
    { key: "probePage.cheapSet", probes: listCheap(setup) },
    { key: "probePage.all", probes: listAskable(setup) },
    { key: "probePage.none", probes: [] },
  ] as const;
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="float-left mr-1 text-xs text-mute">{t("probePage.choose")}</legend>
      {sets.map(({ key, probes }) => (
        <Button key={key} className="text-xs" onClick={() => onChange({ ...draft, probes })}>
          {t(key)}
        </Button>
      ))}
    </fieldset>
  );
}

function SpentLine({ run }: { readonly run: ProbeRun }) {
  const { t, sentences } = useWords();
  const spent = spentOf(run);
  const isEmulated = run.plan.target.kind === "emulator";
  const { currency } = estimateProbe(run.plan, run.plan.probes[0] ?? "counting");
  const unsure = run.sent.filter(({ cost, result }) => cost === null && result?.kind === "failed").length;
  return (
    <p className="text-xs text-mute">
      {sentences([
        spent === null || currency === null
          ? t("probePage.spentUnknown")
          : t(isEmulated ? "probePage.spentEmulated" : "probePage.spent", {
              amount: formatMoney(spent, currency),
            }),
        ...(unsure > 0 && !isEmulated ? [t("probePage.maybeBilled", { count: unsure })] : []),
        ...(isOver(run) ? [t("probePage.replaces")] : []),
      ])}
    </p>
  );
}

function ProbeStatus({ run }: { readonly run: ProbeRun }) {
  const { t, say } = useWords();
  const { ended, of } = countCalls(run);
  const now = useSecondOf(run);
  const effect = nextEffect(run, now);
  return (
    <>
      {run.status === "running" && (
        <ProgressBar label={t("probePage.calls")} done={Math.min(ended, of)} of={of} className="w-40" />
      )}
      <p role="status" className="text-xs text-mute">
        {say(writeStanding(run, tell("probePage.progress", { ended, of: Math.max(ended, of) })))}
      </p>
      {effect.kind === "wait" && run.plan.target.kind === "service" && (
        <span className="font-mono text-xs text-mute">
          {t("probePage.nextIn", { time: formatClock(Math.max(0, effect.until - now)) })}
        </span>
      )}
    </>
  );
}

export function ProbeControls({ draft, run }: Omit<ProbeControlsProps, "onChange">) {
  const { t } = useWords();
  const ceiling = ceilingOf(draft) ?? null;
  const keys = keysOf(draft);
  const isStill = run?.status === "paused" || run?.status === "stopped";
  return (
    <div className="flex flex-col gap-1.5">
      <SendControls
        state={run && { ...run, underWay: null }}
        sender={{
          resume: (most) => {
            if (run) getProbeRunner().resume(most, keys, clockOf(run.plan, getProbeRunner().getRun()));
          },
          cancel: () => getProbeRunner().cancel(),
        }}
        verb="probe"
        isUsable={findProbeFault(draft) === null}
        ceiling={ceiling}
        apiKey={keys.first}
        onStart={() => {
          const plan = planProbes(draft, crypto.randomUUID(), Date.now() / 1000);
          getProbeRunner().start(startRun(plan, ceiling), keys, clockOf(plan));
        }}
        pause={<Button onClick={() => getProbeRunner().pause()}>{t("run.pause")}</Button>}
      >
        {run && <ProbeStatus run={run} />}
      </SendControls>
      {run && <SpentLine run={run} />}
      {isStill && run.plan.target.kind === "service" && (
        <p className="text-xs text-mute">
          {t("probePage.pausedNote")} {keys.first === "" && t("probePage.keysAgain")}
        </p>
      )}
    </div>
  );
}
