"use client";
/** An audit from its plan to its verdict. */
import { useEffect, useState, useSyncExternalStore } from "react";
import type { AuditState } from "../../lib/audit/audit-state";
import { estimateAudit } from "../../lib/audit/estimate-audit";
import { addressCall, nextEffect, reduceAudit } from "../../lib/audit/run-audit";
import { createSender, type Sender } from "../../lib/run/sender";
import { isOver } from "../../lib/run/sending";
import { formatCount, formatMoney } from "../../lib/values/figures";
import { EMULATOR } from "../run/run-targets";
import { AuditControls } from "./audit-controls";
import { type AuditDraft, NEW_DRAFT, planAudit } from "./audit-draft";
import { AuditForm } from "./audit-form";
import { CallTable } from "./call-table";
import { StripPlot } from "./strip-plot";
import { VerdictPanel } from "./verdict-panel";

function AuditEstimate({ draft }: { readonly draft: AuditDraft }) {
  const { calls, low, most, currency } = estimateAudit(planAudit(draft, "", 0));
  const isKnown = low !== null && most !== null && currency !== null;
  return (
    <p className="text-xs text-mute">
      {formatCount(calls)} calls, one after the other: one to open the connection, then for each pair a short
      one, a cold one and its warm ones.{" "}
      {isKnown
        ? `About ${formatMoney(low, currency)} where the cache works, at most ${formatMoney(most, currency)} where it does not.`
        : "The cost cannot be estimated, because a price is unknown, and no ceiling can be kept."}
      {draft.target === EMULATOR && " The emulator bills nothing: amounts are what the service would charge."}
    </p>
  );
}

const HowItJudges = () => (
  <details className="max-w-3xl text-mute">
    <summary className="w-fit cursor-pointer font-medium text-ink">How it judges</summary>
    <ul className="mt-2 list-disc space-y-1 pl-5">
      <li>
        A pair is one cold call, whose prompt is new from its first words, and warm calls that repeat it.
      </li>
      <li>
        Short calls beside them show how long an answer takes with hardly any prompt. Where that is as long as
        for a whole prompt, times cannot tell.
      </li>
      <li>
        A difference counts when it is at least 15 % and 0.03 s of the median, and a rank test (Mann-Whitney)
        finds that chance makes one as large less often than 8 times in 1,000.
      </li>
      <li>
        That the usage says read is not enough: times, or a reported cost that falls, must agree, or else it
        cannot be told. Reads that come and go, or that are claimed of cold calls, speak for themselves.
      </li>
    </ul>
  </details>
);

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
