/** Puts what has changed into the session as the page knows it. */
import type {
  RecordedExchange,
  RecordedSession,
  RecordedSessionAnswer,
} from "../../lib/sessions/recorded-exchange";

/**
 * Exchanges are replaced by number. What the server has dropped meanwhile to keep within its size stays: the page has
 * seen it.
 */
export function mergeSession(known: RecordedSession | null, answer: RecordedSessionAnswer): RecordedSession {
  const { startedAt, expiresAt, target, forgotten, unstored } = answer;
  const byNumber = new Map<number, RecordedExchange>();
  for (const exchange of [...(known?.exchanges ?? []), ...answer.exchanges])
    byNumber.set(exchange.number, exchange);
  const exchanges = [...byNumber.values()].sort((one, other) => one.number - other.number);
  return { startedAt, expiresAt, target, forgotten, unstored, exchanges };
}
