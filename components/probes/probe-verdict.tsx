"use client";
/** What a probe of a run has found, held against the documentation, or why it cannot tell. */
import type { Readings, SwitchId } from "../../lib/offers/readings";
import { followProbe } from "../../lib/probes/follow-probe";
import { judgeProbe, type Verdict } from "../../lib/probes/judge";
import { findProbe } from "../../lib/probes/list-probes";
import type { ProbeId } from "../../lib/probes/probe";
import type { ProbeRun, SetAside } from "../../lib/probes/probe-run";
import { formatClock } from "../../lib/values/figures";
import { ProgressBar } from "../ui/progress-bar";
import { useWords } from "../words/use-words";
import { FoundFigures, FoundReading } from "./found-reading";
import { useSecondOf } from "./probe-controls";
import { questionKey } from "./switch-readings";

/** The switches that a run can settle: of a second key that which it is. */
const askedOf = (id: ProbeId, { plan: { second } }: ProbeRun): readonly SwitchId[] =>
  id === "sharing"
    ? findProbe(id).switches.filter((each) => each === `second-${second}`)
    : findProbe(id).switches;

function Settled({
  id,
  run,
  verdict,
}: {
  id: ProbeId;
  run: ProbeRun;
  verdict: Verdict & { kind: "settled" };
}) {
  const { t } = useWords();
  const readings: Readings = verdict.readings;
  return (
    <>
      <ul className="mt-0.5 space-y-0.5">
        {askedOf(id, run).map((each) => {
          const reading = readings[each];
          return reading === undefined ? (
            <li key={each}>
              <span className="text-mute">{t(questionKey(each))}</span> {t("probePage.notSettled")}
            </li>
          ) : (
            <FoundReading key={each} id={each} reading={reading} model={run.plan.model} />
          );
        })}
      </ul>
      <FoundFigures figures={verdict.figures} />
    </>
  );
}

function Course({ id, run }: { readonly id: ProbeId; readonly run: ProbeRun }) {
  const { t } = useWords();
  const now = useSecondOf(run);
  const { ended, of, isBegun, next } = followProbe(run, id, now);
  if (!isBegun) return <p className="text-mute">{t("probePage.waiting")}</p>;
  const isRunning = run.status === "running";
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {isRunning && <ProgressBar label={t("probePage.calls")} done={ended} of={of} className="w-32" />}
      <p className="text-mute">
        {t(isRunning ? "probePage.underWay" : "probePage.standsStill", { ended, of })}
      </p>
      {isRunning && next !== null && run.plan.target.kind === "service" && (
        <span className="font-mono text-mute">
          {t("probePage.nextIn", { time: formatClock(Math.max(0, next - now)) })}
        </span>
      )}
    </div>
  );
}

function Aside({ aside }: { readonly aside: readonly SetAside[] }) {
  const { t, list } = useWords();
  if (aside.length === 0) return null;
  const whys = [...new Set(aside.map(({ why }) => why))].map((why) => t(`probePage.aside_${why}`));
  return <p className="mt-1 text-mute">{t("probePage.again", { count: aside.length, why: list(whys) })}</p>;
}

const TITLES = { settled: "probePage.settled", "cannot-tell": "probePage.cannotTell" } as const;

export function ProbeVerdict({ id, run }: { readonly id: ProbeId; readonly run: ProbeRun }) {
  const { t, say } = useWords();
  const verdict = judgeProbe(run, id);
  const { model, target } = run.plan;
  const endpoint = target.kind === "emulator" ? t("run.emulator") : say(target.name);
  return (
    <div data-verdict={verdict.kind} className="rounded-md border border-line bg-raised px-3 py-2 text-xs">
      {verdict.kind === "open" ? (
        <Course id={id} run={run} />
      ) : (
        <>
          <p className="flex flex-wrap items-baseline gap-x-2">
            <b className="text-sm font-semibold">{t(TITLES[verdict.kind])}</b>
            <span className="text-mute">{t("probePage.settledOn", { model, endpoint })}</span>
          </p>
          {verdict.kind === "settled" ? (
            <Settled id={id} run={run} verdict={verdict} />
          ) : (
            <p className="mt-0.5">{say(verdict.why)}</p>
          )}
        </>
      )}
      <Aside aside={followProbe(run, id, 0).aside} />
    </div>
  );
}
