/** What an audit will cost, before anything is sent. */
import { estimateAudit } from "../../lib/audit/estimate-audit";
import { formatCount, formatMoney } from "../../lib/values/figures";
import { EMULATOR } from "../run/run-targets";
import { type AuditDraft, planAudit } from "./audit-draft";

export function AuditEstimate({ draft }: { readonly draft: AuditDraft }) {
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
