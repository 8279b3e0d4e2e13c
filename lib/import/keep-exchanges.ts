/** Puts the exchanges of an import in order of time and keeps as many bodies as a scenario holds. */

import type { Said } from "../words/message";
import type { Exchange } from "./exchange";
import { createRequestBudget } from "./request-budget";

export interface KeptExchanges {
  /** All of them: one whose body is too much still tells what was billed. */
  readonly exchanges: readonly Exchange[];
  readonly isReordered: boolean;
  /** One sentence each. */
  readonly dropped: readonly Said[];
}

/** As they stand where the time of one is not known: it could belong anywhere. Equal times keep their order. */
const sortByTime = (exchanges: readonly Exchange[]): readonly Exchange[] =>
  exchanges.every(({ at }) => at !== null)
    ? exchanges.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0))
    : exchanges;

/** Sources may share messages between their bodies, so that only here it is seen how long they are as JSON. */
export function keepExchanges(exchanges: readonly Exchange[]): KeptExchanges {
  const budget = createRequestBudget();
  const sorted = sortByTime(exchanges);
  return {
    exchanges: sorted.map((exchange) =>
      exchange.body === null || budget.admits(exchange.body, exchange.place)
        ? exchange
        : { ...exchange, body: null },
    ),
    isReordered: exchanges.some((exchange, index) => exchange !== sorted[index]),
    dropped: budget.sentences(),
  };
}
