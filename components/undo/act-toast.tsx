"use client";
/** After every act: what was done, what it did to the cost of the conversation, and the way to take it back. */
import { useEffect } from "react";
import type { Currency } from "../../lib/offers/offer";
import { formatChange, formatMoney } from "../../lib/values/figures";
import { type Said, tell } from "../../lib/words/message";
import { usePlaygroundStore } from "../playground-context";
import { useToast } from "../ui/toast";
import { useWords } from "../words/use-words";

/** A change of less than this share is none. */
const LEAST = 0.0005;

/** With e.g. `$0.1056 → $0.0777 (−26.4%)`; without where nothing has changed or a price is unknown. */
function tellCost(said: Said, before: number | null, after: number | null, currency: Currency): Said {
  if (!before || after === null) return said;
  const share = after / before - 1;
  if (Math.abs(share) < LEAST) return said;
  return tell("undo.withCost", {
    said,
    before: formatMoney(before, currency),
    after: formatMoney(after, currency),
    change: formatChange(share),
  });
}

interface Figures {
  /** Number of the document. */
  readonly opened: number;
  readonly cost: number | null;
  readonly currency: Currency | null;
}

export function ActToast() {
  const { store, actions } = usePlaygroundStore();
  const { say: show, hush } = useToast();
  const { t, say } = useWords();

  useEffect(() => {
    /** The figures that were shown last, and of which document. */
    let shown: Figures | null = null;
    /** The act that waits for its figures, with those before it. */
    let waiting: { readonly said: Said; readonly before: Figures | null } | null = null;
    return store.subscribe((now, before) => {
      if (now.lastAct !== before.lastAct) {
        if (now.lastAct === null) hush();
        waiting = now.lastAct && { said: now.lastAct.said, before: shown };
      }
      if (now.status !== "ready" || now.analysedText !== now.text || now.good === null) return;
      const { turns, totals } = now.good.timeline;
      const currency = turns[0]?.ledger.currency ?? null;
      if (waiting) {
        const { said, before: had } = waiting;
        waiting = null;
        // Another document is another conversation, another currency another price: its cost is no change.
        const isSame = had?.opened === now.opened && had.currency === currency;
        const told = isSame ? tellCost(said, had.cost, totals.cost, currency ?? "USD") : said;
        show({ text: say(told), action: { label: t("undo.undo"), onPick: actions.undo } });
      }
      // While a document is being opened the figures are still those of the one before.
      if (now.good !== before.good) shown = { opened: now.opened, cost: totals.cost, currency };
    });
  }, [store, actions, show, hush, t, say]);
  return null;
}
