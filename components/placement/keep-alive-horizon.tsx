"use client";
/** How long a pause may be for pings to pay at all, and which pauses of the scenario outlive an entry. */
import type { ReactNode } from "react";
import type { KeepAliveReport } from "../../lib/pipeline/keep-alive-report";
import { type Message, type MessageValue, tell } from "../../lib/words/message";
import { Hint } from "../ui/hint";
import { useWords } from "../words/use-words";

/** Pauses that are listed; the rest is counted. */
const LISTED = 8;

function tellPauses(longPauses: readonly number[], seconds: number): Message {
  const count = longPauses.length;
  const life = { seconds };
  if (count === 0) return tell("placement.noPause", { life });
  const pauses = longPauses
    .slice(0, LISTED)
    .map((pause): MessageValue => ({ seconds: Math.round(pause) }))
    .reduce((one, more) => tell("placement.andMore", { one, more }));
  return count > LISTED
    ? tell("placement.pausesMore", { count, life, pauses, more: count - LISTED })
    : tell("placement.pauses", { count, life, pauses });
}

export function KeepAliveHorizon({ report }: { report: KeepAliveReport }) {
  const { t, say, rich } = useWords();
  const { life, horizon, rates, longPauses, renews } = report;
  const drawFormula = (pieces: ReactNode) => (
    <Hint text={t("placement.horizonHint")}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its hint must be reached by keyboard */}
      <span tabIndex={0} className="font-mono">
        {pieces}
      </span>
    </Hint>
  );
  return (
    <div className="space-y-0.5">
      <p>
        {!renews
          ? t("placement.neverRenewed")
          : horizon === null
            ? t("placement.horizonUnknown")
            : rich(
                "placement.horizon",
                { formula: drawFormula },
                {
                  life,
                  written: `${rates.written}`,
                  read: `${rates.read}`,
                  horizon: { seconds: Math.round(horizon) },
                },
              )}
      </p>
      <p>{say(tellPauses(longPauses, life))}</p>
    </div>
  );
}
