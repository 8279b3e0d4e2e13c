"use client";
/** An audit from its plan to its verdict. */
import { useEffect, useState, useSyncExternalStore } from "react";
import type { AuditState } from "../../lib/audit/audit-state";
import { estimateAudit } from "../../lib/audit/estimate-audit";
import { addressCall, nextEffect, reduceAudit } from "../../lib/audit/run-audit";
import { createSender, type Sender } from "../../lib/run/sender";
import { isOver } from "../../lib/run/sending";
import { formatMoney } from "../../lib/values/figures";
import { EMULATOR } from "../run/run-targets";
import { useWords } from "../words/use-words";
import { AuditControls } from "./audit-controls";
import { type AuditDraft, NEW_DRAFT, planAudit } from "./audit-draft";
import { AuditForm } from "./audit-form";
import { CallTable } from "./call-table";
import { StripPlot } from "./strip-plot";
import { VerdictPanel } from "./verdict-panel";

function AuditEstimate({ draft }: { readonly draft: AuditDraft }) {
  const { t, sentences } = useWords();
  const { calls, low, most, currency } = estimateAudit(planAudit(draft, "", 0));
  const isKnown = low !== null && most !== null && currency !== null;
  return (
    <p className="text-xs text-mute">
      {sentences([
        t("audit.plan", { count: calls }),
        isKnown
          ? t("audit.estimate", { low: formatMoney(low, currency), most: formatMoney(most, currency) })
          : t("audit.estimateUnknown"),
        ...(draft.target === EMULATOR ? [t("audit.emulatorFree")] : []),
      ])}
    </p>
  );
}

const HOW = ["audit.howPairs", "audit.howShort", "audit.howDifference", "audit.howClaims"] as const;

function HowItJudges() {
  const { t } = useWords();
  return (
    <details className="max-w-3xl text-mute">
      <summary className="w-fit cursor-pointer font-medium text-ink">{t("audit.howItJudges")}</summary>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {HOW.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </details>
  );
}

const noAudit = () => null;

function createAuditSender(): Sender<AuditState> {
  let origin = 0;
  const sender = createSender({
    reduce: reduceAudit,
    next: nextEffect,
    address: ({ plan }: AuditState, _, key) => addressCall(plan, key),
    // Steps of milliseconds would blur the times that are judged.
    readClock: () => performance.now() / 1000 - origin,
    post: (...request) => fetch(...request),
  });
  return {
    ...sender,
    start(audit, key) {
      origin = performance.now() / 1000;
      sender.start(audit, key);
    },
  };
}

export function AuditView() {
  const [sender] = useState(createAuditSender);
  const [draft, setDraft] = useState<AuditDraft>(NEW_DRAFT);
  const audit = useSyncExternalStore(sender.subscribe, sender.getState, noAudit);
  // Nothing goes on being sent, and billed, for a page that nobody sees.
  useEffect(() => sender.cancel, [sender]);
  const hasEnded = audit === null || isOver(audit);
  return (
    <div className="mt-5 flex flex-col gap-4">
      <AuditForm draft={draft} onChange={setDraft} isGoing={!hasEnded} />
      {hasEnded && <AuditEstimate draft={draft} />}
      <AuditControls draft={draft} sender={sender} audit={audit} />
      {audit && hasEnded && <VerdictPanel audit={audit} />}
      {audit && audit.calls.length > 0 && (
        <>
          <StripPlot audit={audit} />
          <CallTable audit={audit} />
        </>
      )}
      <HowItJudges />
    </div>
  );
}
