/** The one sign of a request that paid for what it could have read, wherever such a request is shown. */

import { nameReason } from "../../lib/reasons/kinds";
import type { Miss } from "../../lib/timeline/find-misses";
import { formatTokens } from "../../lib/values/figures";
import { ENGLISH } from "../../lib/words/plain-words";

export const MISS_SIGN = "✕";

/** e.g. `missed about 2,100 tokens: expired`. */
export const sayMiss = ({ code, tokens, about }: Miss): string =>
  `missed ${about ? "about " : ""}${formatTokens(tokens)}: ${ENGLISH.say(nameReason(code))}`;

/** The sign in a line of text; what it means is read out, and shown on pointing at it. */
export function MissSign({ miss }: { miss: Miss }) {
  return (
    <span className="font-sans font-semibold text-bad" title={sayMiss(miss)} data-miss>
      <span aria-hidden>{MISS_SIGN}</span>
      <span className="sr-only">{sayMiss(miss)}</span>
    </span>
  );
}
