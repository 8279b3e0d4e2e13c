/** What to do about a request that paid again, or failed: one sentence. */
import { HEADER_MEND } from "../reasons/attribution-header";
import { mendReason } from "../reasons/kinds";
import { type Said, tell } from "../words/message";
import type { Judgement } from "./judgement";
import { mendFailure } from "./list-failures";
import type { RecordedExchange } from "./recorded-exchange";

/** It names the message or the setting where that is known; null where nothing is to be done. */
export function mendRequest(
  { reason: { code }, change, lost }: Pick<Judgement, "reason" | "change" | "lost">,
  exchange: RecordedExchange,
  target: string,
): Said | null {
  if (code === "failed") return mendFailure(exchange, target) ?? mendReason(code);
  if (code === "system_changed" && change?.isHeader) return HEADER_MEND;
  if (lost === 0) return null;
  return code === "messages_changed" && change?.what === "message" && change.message !== null
    ? tell("sessions.mendMessage", { message: change.message })
    : mendReason(code);
}
