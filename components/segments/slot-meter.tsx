/** How many of the markers a request may carry are in use. */

interface SlotMeterProps {
  readonly used: number;
  readonly sent: number;
  readonly slots: number;
}

export function SlotMeter({ used, sent, slots }: SlotMeterProps) {
  return (
    <span
      className="inline-flex shrink-0 items-center gap-1.5"
      title={`${sent} sent, ${used} effective, ${slots} allowed`}
    >
      <span>markers</span>
      <span aria-hidden className="inline-flex gap-1">
        {Array.from({ length: slots }, (_, slot) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its number
            key={slot}
            className={`size-2 rotate-45 rounded-[1.5px] border border-read ${slot < used ? "bg-read" : ""}`}
          />
        ))}
      </span>
      <span className="text-ink">
        {used} of {slots}
      </span>
      {sent > used && <span className="text-warn">· {sent} sent</span>}
    </span>
  );
}
