"use client";
/** What the cheapest markers would have cost: a search to begin, its progress, and what it found. */
import { formatMoney, formatPercent } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { Hint } from "../ui/hint";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";
import { Figure } from "./session-figures";
import type { Cheapest } from "./use-cheapest";

interface CheapestFigureProps {
  readonly cheapest: Cheapest;
  /** Requests there are now: a search may have been made of fewer. */
  readonly requests: number;
  readonly onStart: () => void;
}

export function CheapestFigure({ cheapest: { search, cancel }, requests, onStart }: CheapestFigureProps) {
  const { t, say, rich } = useWords();
  const figure = (value: React.ReactNode, more: React.ReactNode) => (
    <Figure id="cheapest" name={t("record.bestMarkers")} value={value} more={more} />
  );
  if (search.kind === "working") {
    return figure(
      <span className="flex h-6 items-center gap-2.5">
        <span
          role="progressbar"
          aria-label={t("record.searchBest")}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(search.share * 100)}
          className="h-1 w-20 overflow-hidden rounded-full bg-line"
        >
          <span className="block h-full rounded-full bg-accent" style={{ width: `${search.share * 100}%` }} />
        </span>
        <Button className="font-sans text-xs font-normal tracking-normal" onClick={cancel}>
          {t("record.cancel")}
        </Button>
      </span>,
      t("record.trying"),
    );
  }
  const button = (label: React.ReactNode) => (
    <Button look="link" className="font-sans text-xs" onClick={onStart}>
      {label}
    </Button>
  );
  if (search.kind === "ready") {
    const { asSent, cheapest, currency, requests: searched, sentence } = search.value;
    if (cheapest === null) return figure(t("values.unknown"), say(sentence));
    const less = asSent ? 1 - cheapest / asSent : 0;
    const isLess = less >= 0.0005;
    const share = formatPercent(less);
    const count = String(searched);
    const again = { again: button };
    return figure(
      <Hint text={say(sentence)}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its hint must be reached by keyboard */}
        <span tabIndex={0}>{formatMoney(cheapest, currency ?? "USD")}</span>
      </Hint>,
      searched < requests
        ? isLess
          ? rich("record.lessThanSentOf", again, { share, count })
          : rich("record.noneCheaperOf", again, { count })
        : isLess
          ? t("record.lessThanSent", { share })
          : t("record.noneCheaper"),
    );
  }
  return figure(
    <span className="flex h-6 items-center">{button(t("record.findThem"))}</span>,
    search.kind === "failed" ? (
      <span className="text-bad">
        <Sentence said={search.reason} />
      </span>
    ) : (
      t("record.simulated")
    ),
  );
}
