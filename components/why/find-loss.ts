/** Which of a request's reasons tells why it read less than it could have. */
import type { LedgerRow, Reason, ReasonCode } from "../../lib/bill/ledger";

const LOSSES: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  "model_changed",
  "tools_changed",
  "system_changed",
  "messages_changed",
  "expired",
  "beyond_lookback",
  "not_yet_written",
]);
const SILENT: ReadonlySet<ReasonCode> = new Set<ReasonCode>(["hit", "price_unknown"]);

/**
 * The most telling loss. Where something was read only what kept it from reading more counts; where nothing was read,
 * any reason for that does.
 * @returns null where everything that could be read was
 */
export function findLoss({ read, reasons }: Pick<LedgerRow, "read" | "reasons">): Reason | null {
  const lost = reasons.find(({ code, tokens }) => LOSSES.has(code) || (tokens ?? 0) > 0);
  if (lost || read > 0) return lost ?? null;
  return reasons.find(({ code }) => !SILENT.has(code)) ?? null;
}
