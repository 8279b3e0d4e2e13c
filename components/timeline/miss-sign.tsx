"use client";
/** The one sign of a request that paid for what it could have read, wherever such a request is shown. */
import { nameReason } from "../../lib/reasons/kinds";
import type { Miss } from "../../lib/timeline/find-misses";
import { type Said, tell } from "../../lib/words/message";
import { useWords } from "../words/use-words";

export const MISS_SIGN = "✕";

/** e.g. `missed about 2,100 tokens: expired`. */
export const sayMiss = ({ code, tokens, about }: Miss): Said =>
  tell(about ? "timeline.missedAbout" : "timeline.missed", { tokens, why: nameReason(code) });

/** The sign in a line of text; what it means is read out, and shown on pointing at it. */
export function MissSign({ miss }: { miss: Miss }) {
  const said = useWords().say(sayMiss(miss));
  return (
    <span className="font-sans font-semibold text-bad" title={said} data-miss>
      <span aria-hidden>{MISS_SIGN}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
