/** What the miss cost, in one sentence. */

import type { Currency } from "../../lib/offers/offer";
import type { ExtraCost } from "../../lib/timeline/extra-cost";
import { formatCount, formatMoney } from "../../lib/values/figures";

export function ExtraCostNote({ extra, currency }: { extra: ExtraCost; currency: Currency }) {
  const { tokens, money, about } = extra;
  const roughly = about ? "about " : "";
  return (
    <p data-extra-cost>
      A hit would have read {roughly}
      {formatCount(tokens)} tokens
      {money !== null && money > 0 && (
        <>
          : the miss cost {roughly}
          <span className="font-mono font-semibold">{formatMoney(money, currency)}</span> more
        </>
      )}
      .
    </p>
  );
}
