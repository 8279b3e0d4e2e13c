"use client";
/** What the cheapest markers would have cost: a search to begin, its progress, and what it found. */
import { formatMoney, formatPercent } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { Hint } from "../ui/hint";
import { Sentence } from "../words/sentence";
import { Figure } from "./session-figures";
import type { Cheapest } from "./use-cheapest";

interface CheapestFigureProps {
  readonly cheapest: Cheapest;
  /** Requests there are now: a search may have been made of fewer. */
  readonly requests: number;
  readonly onStart: () => void;
}

export function CheapestFigure({ cheapest: { search, cancel }, requests, onStart }: CheapestFigureProps) {
  const figure = (value: React.ReactNode, more: React.ReactNode) => (
    <Figure id="cheapest" name="With the best markers" value={value} more={more} />
  );
  if (search.kind === "working") {
    return figure(
      <span className="flex h-6 items-center gap-2.5">
        <span
          role="progressbar"
          aria-label="Search for the best markers"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(search.share * 100)}
          className="h-1 w-20 overflow-hidden rounded-full bg-line"
        >
          <span className="block h-full rounded-full bg-accent" style={{ width: `${search.share * 100}%` }} />
        </span>
        <Button className="font-sans text-xs font-normal tracking-normal" onClick={cancel}>
          Cancel
        </Button>
      </span>,
      "trying placements",
    );
  }
  const button = (label: string) => (
    <Button look="link" className="font-sans text-xs" onClick={onStart}>
      {label}
    </Button>
  );
  if (search.kind === "ready") {
    const { asSent, cheapest, currency, requests: searched, sentence } = search.value;
    if (cheapest === null) return figure("unknown", sentence);
    const less = asSent ? 1 - cheapest / asSent : 0;
    return figure(
      <Hint text={sentence}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its hint must be reached by keyboard */}
        <span tabIndex={0}>{formatMoney(cheapest, currency ?? "USD")}</span>
      </Hint>,
      <>
        {less >= 0.0005
          ? `${formatPercent(less)} less than predicted as sent`
          : "none cheaper than those sent"}
        {searched < requests && (
          <>
            ; of {searched} requests. {button("Search again")}
          </>
        )}
      </>,
    );
  }
  return figure(
    <span className="flex h-6 items-center">{button("Find them")}</span>,
    search.kind === "failed" ? (
      <span className="text-bad">
        <Sentence said={search.reason} />
      </span>
    ) : (
      "the same requests, simulated"
    ),
  );
}
