"use client";
/** Starts, resumes and cancels an audit, and says how far it is or why it stands still. */
import { listCalls } from "../../lib/audit/audit-plan";
import { type AuditState, countedOf, moneyOf, startAudit } from "../../lib/audit/audit-state";
import { currencyOf } from "../../lib/audit/estimate-audit";
import type { Sender } from "../../lib/run/sender";
import { formatMoney } from "../../lib/values/figures";
import { type Message, type Said, tell } from "../../lib/words/message";
import { ceilingOf } from "../run/run-draft";
import { SendControls, writeStanding } from "../run/send-controls";
import { ProgressBar } from "../ui/progress-bar";
import { useWords } from "../words/use-words";
import { type AuditDraft, findAuditFault, planAudit } from "./audit-draft";

/** What is billed, and beside it what may have been. */
function sayMoney(audit: AuditState): Message {
  const { billed, maybe, open } = moneyOf(audit);
  const currency = currencyOf(audit.plan) ?? "USD";
  const write = (amount: number | null): Said =>
    amount === null ? tell("values.unknown") : formatMoney(amount, currency);
  const told = { billed: write(billed), most: write(maybe) };
  return open > 0 ? tell("audit.moneyMaybe", told) : tell("audit.money", told);
}

function AuditStatus({ audit }: { readonly audit: AuditState }) {
  const { t, say } = useWords();
  const [answered, all] = [countedOf(audit).length, listCalls(audit.plan).length];
  return (
    <>
      {audit.status === "running" && (
        <ProgressBar label={t("audit.callsAnswered")} done={answered} of={all} className="w-40" />
      )}
      <p role="status" className="text-xs text-mute">
        {say(writeStanding(audit, tell("audit.answered", { done: answered, all })))}
      </p>
      {audit.calls.length > 0 && <p className="text-xs text-mute">{say(sayMoney(audit))}</p>}
    </>
  );
}

interface AuditControlsProps {
  readonly draft: AuditDraft;
  readonly sender: Sender<AuditState>;
  readonly audit: AuditState | null;
}

export function AuditControls({ draft, sender, audit }: AuditControlsProps) {
  const ceiling = ceilingOf(draft) ?? null;
  const key = draft.key.trim();
  return (
    <SendControls
      state={audit}
      sender={sender}
      verb="audit"
      isUsable={findAuditFault(draft) === null}
      ceiling={ceiling}
      apiKey={key}
      onStart={() => {
        const plan = planAudit(draft, crypto.randomUUID(), Date.now() / 1000);
        sender.start(startAudit(plan, ceiling), key);
      }}
    >
      {audit && <AuditStatus audit={audit} />}
    </SendControls>
  );
}
