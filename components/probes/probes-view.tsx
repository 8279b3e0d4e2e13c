"use client";
/** The probes from their choice to their verdicts. */
import { useDeferredValue, useState, useSyncExternalStore } from "react";
import { PROBE_IDS } from "../../lib/probes/probe";
import { isOver } from "../../lib/probes/probe-run";
import { useWords } from "../words/use-words";
import { ProbeCard } from "./probe-card";
import { ProbeControls, ProbeEstimateLine, ProbeSets } from "./probe-controls";
import { NEW_DRAFT, type ProbeDraft } from "./probe-draft";
import { ProbeForm } from "./probe-form";
import { keepDraft, readKeptDraft } from "./probe-storage";
import { ReportButtons } from "./report-buttons";
import { useProbes } from "./use-probes";

const HOW = [
  "probePage.howSalt",
  "probePage.howControls",
  "probePage.howRepeats",
  "probePage.howTime",
] as const;

function HowItJudges() {
  const { t } = useWords();
  return (
    <details className="max-w-3xl text-mute">
      <summary className="w-fit cursor-pointer font-medium text-ink">{t("probePage.howItJudges")}</summary>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {HOW.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </details>
  );
}

function ProbesForm({ first }: { readonly first: ProbeDraft }) {
  const { t } = useWords();
  const run = useProbes();
  const [draft, setDraft] = useState(first);
  function change(next: ProbeDraft): void {
    setDraft(next);
    keepDraft(next);
  }
  // Cards may show a moment later what the line above them counts.
  const shown = useDeferredValue(run);
  const isGoing = run !== null && !isOver(run);
  return (
    <div className="mt-5 flex flex-col gap-4">
      <ProbeForm draft={draft} onChange={change} isGoing={isGoing} />
      {!isGoing && <ProbeSets draft={draft} onChange={change} />}
      {!isGoing && <ProbeEstimateLine draft={draft} />}
      <ProbeControls draft={draft} run={run} />
      <ReportButtons key={run?.plan.salt} run={shown} />
      <HowItJudges />
      <section aria-labelledby="probe-questions">
        <h2 id="probe-questions" className="mb-2 text-base font-semibold tracking-tight">
          {t("probePage.questions")}
        </h2>
        <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-2">
          {PROBE_IDS.map((id) => (
            <ProbeCard
              key={id}
              id={id}
              draft={draft}
              onChange={change}
              isGoing={isGoing}
              run={shown?.plan.probes.includes(id) ? shown : null}
            />
          ))}
        </div>
      </section>
    </div>
  );
}

const never = () => () => undefined;
const yes = () => true;
const no = () => false;

export function ProbesView() {
  // What this tab has kept is known in the browser alone.
  const isInTab = useSyncExternalStore(never, yes, no);
  return isInTab ? (
    <ProbesForm key="tab" first={readKeptDraft()} />
  ) : (
    <ProbesForm key="server" first={NEW_DRAFT} />
  );
}
