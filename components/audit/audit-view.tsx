"use client";
/** An audit from its plan to its verdict. */
import { useEffect, useState, useSyncExternalStore } from "react";
import type { AuditState } from "../../lib/audit/audit-state";
import { estimateAudit } from "../../lib/audit/estimate-audit";
import { addressCall, nextEffect, reduceAudit } from "../../lib/audit/run-audit";
import { createSender, type Sender } from "../../lib/run/sender";
import { isOver } from "../../lib/run/sending";
import { formatMoney } from "../../lib/values/figures";
import { keepAudit, readKeptAudit } from "../run/run-storage";
import { EMULATOR } from "../run/run-targets";
import { useWords } from "../words/use-words";
import { AuditControls } from "./audit-controls";
import { type AuditDraft, draftOf, NEW_DRAFT, planAudit } from "./audit-draft";
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

/** Seconds of an audit up to which anything of it has happened: its clock goes on from there after a reload. */
const lastOf = (audit: AuditState | null): number =>
  Math.max(
    0,
    audit?.underWay?.clock ?? 0,
    ...(audit?.calls ?? []).map(({ sentAt, total }) => sentAt + total),
  );

function createAuditSender(): Sender<AuditState> {
  const kept = readKeptAudit();
  // Steps of milliseconds would blur the times that are judged.
  const now = (): number => performance.now() / 1000;
  let origin = now() - lastOf(kept);
  const sender = createSender(
    {
      reduce: reduceAudit,
      next: nextEffect,
      address: ({ plan }: AuditState, _, key) => addressCall(plan, key),
      readClock: () => now() - origin,
      post: (...request) => fetch(...request),
      isOffline: () => !navigator.onLine,
      keep: keepAudit,
    },
    kept,
  );
  return {
    ...sender,
    start(audit, key) {
      origin = now();
      sender.start(audit, key);
    },
  };
}

export function AuditView() {
  const [sender] = useState(createAuditSender);
  const [draft, setDraft] = useState<AuditDraft>(NEW_DRAFT);
  const audit = useSyncExternalStore(sender.subscribe, sender.getState, noAudit);
  // What this tab has kept is known in the browser alone.
  useEffect(() => {
    const kept = sender.getState();
    if (kept) setDraft(draftOf(kept));
    // Nothing goes on being sent, and billed, for a page that nobody sees.
    return sender.leave;
  }, [sender]);
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
