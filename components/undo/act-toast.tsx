"use client";
/** After every act: what was done, what it did to the cost of the conversation, and the way to take it back. */
import { useEffect } from "react";
import { formatMoney, formatPercent } from "../../lib/values/figures";
import { usePlaygroundStore } from "../playground-context";
import { useToast } from "../ui/toast";

/** A change of less than this share is none. */
const LEAST = 0.0005;

/** e.g. `$0.1056 → $0.0777 (−26.4%)`; empty where nothing has changed or a price is unknown. */
function sayCost(before: number | null, after: number | null, currency: "USD" | "CNY"): string {
  if (!before || after === null) return "";
  const share = after / before - 1;
  if (Math.abs(share) < LEAST) return "";
  const change = `${share < 0 ? "−" : "+"}${formatPercent(Math.abs(share))}`;
  return ` ${formatMoney(before, currency)} → ${formatMoney(after, currency)} (${change})`;
}

export function ActToast() {
  const { store, actions } = usePlaygroundStore();
  const { say, hush } = useToast();

  useEffect(() => {
    /** The act that waits for its figures, with the cost before it. */
    let waiting: {
      readonly id: number;
      readonly said: string;
      readonly before: number | null;
      readonly opened: number;
    } | null = null;
    return store.subscribe((now, before) => {
      if (now.lastAct !== before.lastAct) {
        if (now.lastAct === null) hush();
        waiting = now.lastAct && {
          ...now.lastAct,
          before: before.good?.timeline.totals.cost ?? null,
          opened: before.opened,
        };
      }
      if (!waiting || now.status !== "ready" || now.analysedText !== now.text || now.good === null) return;
      const { said, before: cost, opened } = waiting;
      waiting = null;
      const { turns, totals } = now.good.timeline;
      // Another document is another conversation: its cost is no change.
      const change =
        opened === now.opened ? sayCost(cost, totals.cost, turns[0]?.ledger.currency ?? "USD") : "";
      say({ text: said + change, action: { label: "Undo", onPick: actions.undo } });
    });
  }, [store, actions, say, hush]);
  return null;
}
