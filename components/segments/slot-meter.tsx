"use client";
/** How many of the markers a request may carry are in use. */

import { useWords } from "../words/use-words";

interface SlotMeterProps {
  readonly used: number;
  readonly sent: number;
  readonly slots: number;
}

export function SlotMeter({ used, sent, slots }: SlotMeterProps) {
  const { t } = useWords();
  return (
    <span
      className="inline-flex shrink-0 items-center gap-1.5"
      title={t("segments.slotsTitle", { sent: `${sent}`, used: `${used}`, slots: `${slots}` })}
    >
      <span>{t("segments.markers")}</span>
      <span aria-hidden className="inline-flex gap-1">
        {Array.from({ length: slots }, (_, slot) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its number
            key={slot}
            className={`size-2 rotate-45 rounded-[1.5px] border border-read ${slot < used ? "bg-read" : ""}`}
          />
        ))}
      </span>
      <span className="text-ink">{t("segments.slots", { used: `${used}`, slots: `${slots}` })}</span>
      {sent > used && <span className="text-warn">{t("segments.sent", { sent: `${sent}` })}</span>}
    </span>
  );
}
