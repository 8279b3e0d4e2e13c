"use client";
/** One question: what is asked, what it costs, what each answer would mean, what it sends, and what was found. */
import type { Readings, SwitchId } from "../../lib/offers/readings";
import { judgeProbe } from "../../lib/probes/judge";
import { findProbe, numberOf } from "../../lib/probes/list-probes";
import { estimateProbe, listUnmet } from "../../lib/probes/plan";
import type { ProbeId } from "../../lib/probes/probe";
import type { ProbeRun } from "../../lib/probes/probe-run";
import { formatMoney } from "../../lib/values/figures";
import { EMULATOR } from "../run/run-targets";
import { Tag } from "../ui/tag";
import { useWords } from "../words/use-words";
import { ProbeCalls } from "./probe-calls";
import { type ProbeDraft, setupOf } from "./probe-draft";
import { ProbeResults } from "./probe-results";
import { ProbeVerdict } from "./probe-verdict";
import { SwitchReadings } from "./switch-readings";

interface ProbeCardProps {
  readonly id: ProbeId;
  readonly draft: ProbeDraft;
  readonly onChange: (draft: ProbeDraft) => void;
  readonly isGoing: boolean;
  /** Null where it does not ask this question. */
  readonly run: ProbeRun | null;
}

function Facts({ id, draft }: Pick<ProbeCardProps, "id" | "draft">) {
  const { t } = useWords();
  const { calls, most, currency, seconds } = estimateProbe(setupOf(draft), id);
  const facts = [
    t("probePage.facts", { calls }),
    most === null || currency === null
      ? t("probePage.mostUnknown")
      : t("probePage.most", { most: formatMoney(most, currency) }),
    seconds < 60 ? t("probePage.moments") : t("probePage.waits", { time: { seconds } }),
  ];
  return (
    <p className="flex flex-wrap gap-1.5">
      {facts.map((fact) => (
        <Tag key={fact}>{fact}</Tag>
      ))}
    </p>
  );
}

function Unmet({ id, draft }: Pick<ProbeCardProps, "id" | "draft">) {
  const { t, list } = useWords();
  const unmet = listUnmet(findProbe(id), setupOf(draft)).map((need) => t(`probePage.need_${need}`));
  return unmet.length === 0 ? null : (
    <p className="text-xs text-warn">{t("probePage.unmet", { why: list(unmet) })}</p>
  );
}

function readingsFound(run: ProbeRun | null, id: ProbeId): Readings {
  const verdict = run && judgeProbe(run, id);
  return verdict?.kind === "settled" ? verdict.readings : {};
}

export function ProbeCard({ id, draft, onChange, isGoing, run }: ProbeCardProps) {
  const { t } = useWords();
  const { switches, repeats } = findProbe(id);
  const number = numberOf(id);
  const isAskable = listUnmet(findProbe(id), setupOf(draft)).length === 0;
  const found = readingsFound(run, id);
  const title = t(`probes.title_${id}`);
  const toggle = (isChosen: boolean): void =>
    onChange({
      ...draft,
      probes: isChosen ? [...draft.probes, id] : draft.probes.filter((each) => each !== id),
    });
  return (
    <article
      data-probe={id}
      aria-labelledby={`probe-${id}`}
      className="flex min-w-0 flex-col gap-2 rounded-lg border border-line bg-panel px-3.5 py-3"
    >
      <div className="flex items-start gap-2.5">
        <input
          type="checkbox"
          aria-label={t("probePage.askThis", { number, title })}
          checked={isAskable && draft.probes.includes(id)}
          disabled={!isAskable || isGoing}
          onChange={({ target }) => toggle(target.checked)}
          className="mt-0.5 size-4.5 shrink-0 cursor-pointer accent-(--accent) disabled:cursor-not-allowed"
        />
        <div className="min-w-0">
          <h3 id={`probe-${id}`} className="font-semibold">
            <span className="mr-1 font-mono font-normal text-faint">{number}</span> {title}
          </h3>
          <p className="text-mute">{t(`probes.asks_${id}`)}</p>
        </div>
      </div>
      <Facts id={id} draft={draft} />
      <Unmet id={id} draft={draft} />
      {run && <ProbeVerdict id={id} run={run} />}
      <section aria-label={t("probePage.outcomes")} className="flex flex-col gap-1.5 text-xs">
        {switches.length === 0 && <p className="text-mute">{t("probePage.measures")}</p>}
        {switches.map((each: SwitchId) => (
          <SwitchReadings
            key={each}
            id={each}
            found={found[each]}
            played={draft.target === EMULATOR && !isGoing ? draft.readings : null}
            onPlay={(readings) => onChange({ ...draft, readings })}
          />
        ))}
        <p className="text-mute">{t("probePage.sure", { count: repeats })}</p>
      </section>
      <div className="mt-auto flex flex-col gap-1.5 border-t border-line-soft pt-2">
        <ProbeCalls id={id} draft={draft} />
        {run && <ProbeResults id={id} run={run} />}
      </div>
    </article>
  );
}
