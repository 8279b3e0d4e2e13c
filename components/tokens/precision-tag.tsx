"use client";
/** Says what the token counts are: exact, estimate with its band, or calibrated. Opens what can be done about it. */
import { useState } from "react";
import type { Precision } from "../../lib/tokens/measured";
import { formatPercent } from "../../lib/values/figures";
import { usePlayground } from "../playground-context";
import { Dialog } from "../ui/dialog";
import { Hint } from "../ui/hint";
import { useWords } from "../words/use-words";
import { CountsSettings } from "./counts-settings";

/** The wider side of the band as a share of the total, e.g. "±1%"; one-sided bands show as a range, no band as nothing. */
function describeBand({ kind, low, high }: Precision, total: number): string {
  if (kind === "exact" || total === 0) return "";
  const below = (total - low) / total;
  const above = (high - total) / total;
  if (Math.max(below, above) < 0.0005) return "";
  return Math.abs(below - above) < 0.005
    ? `±${formatPercent(Math.max(below, above))}`
    : `−${formatPercent(below)} +${formatPercent(above)}`;
}

export function PrecisionTag() {
  const { say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const request = usePlayground((state) => state.good?.request);
  if (!request) return null;
  const { kind } = request.precision;
  const band = describeBand(request.precision, request.total);
  const words = band === "" ? kind : `${kind} ${band}`;
  return (
    <>
      <Hint
        text={say(request.precision.reason ?? "Counted with this model's own vocabulary and chat template.")}
      >
        <button
          type="button"
          data-precision={kind}
          aria-label={`Token counts: ${words}. Open what they are and how to make them better`}
          onClick={() => setIsOpen(true)}
          className="shrink-0 rounded border border-line px-1.5 text-[11px] leading-4 whitespace-nowrap text-mute hover:bg-hover hover:text-ink"
        >
          {/* Where there is little room the band alone says that it is no exact count. */}
          {band === "" ? kind : <span className="@max-[26rem]:hidden">{kind} </span>}
          {band}
        </button>
      </Hint>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title="Token counts">
        <CountsSettings />
      </Dialog>
    </>
  );
}
