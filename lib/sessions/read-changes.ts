/** Reads what has changed of a recording, page by page: a long one comes in many answers. */
import type { RecordedExchange, RecordedSessionAnswer } from "./recorded-exchange";

type ReadChanges =
  | { readonly ok: true; readonly answer: RecordedSessionAnswer }
  | { readonly ok: false; readonly response: Response };

/**
 * All that has changed, each exchange as it was last read, in order. The first answer that is none ends it. Rejects with
 * `ask`.
 * @param ask sends one query
 * @param query without its question mark, e.g. `version=3&wait=1`
 */
export async function readChanges(
  ask: (query: string) => Promise<Response>,
  query: string,
): Promise<ReadChanges> {
  const exchanges = new Map<number, RecordedExchange>();
  for (let page = query; ; ) {
    const response = await ask(page);
    if (!response.ok) return { ok: false, response };
    const { after, ...answer } = (await response.json()) as RecordedSessionAnswer;
    for (const exchange of answer.exchanges) exchanges.set(exchange.number, exchange);
    if (after === undefined) {
      const inOrder = [...exchanges.values()].sort((one, other) => one.number - other.number);
      return { ok: true, answer: { ...answer, exchanges: inOrder } };
    }
    page = `${query}&after=${after}`;
  }
}
