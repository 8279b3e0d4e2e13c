"use client";
/** One measure: what to do, what it saves, how sure that is and what it risks; its outcome is drawn on the map while it is pointed at. */
import { type ReactNode, useId } from "react";
import type { Totals } from "../../lib/bill/totals";
import type { Saving } from "../../lib/savings/report-savings";
import { tell } from "../../lib/words/message";
import { Button } from "../ui/button";
import { Hint } from "../ui/hint";
import { Tag } from "../ui/tag";
import { useWords } from "../words/use-words";
import { EVIDENCE_NAMES, saySignedShare, sayTokens, touchOf } from "./say-saving";
import { TurnStrip } from "./turn-strip";
import type { SavingActs } from "./use-saving-acts";

interface SavingRowProps extends SavingActs {
  readonly saving: Saving;
  readonly before: Totals;
  /** Writes an amount of one conversation as that of a thousand. */
  readonly write: (amount: number | null) => string;
  readonly isChosen: boolean;
  /** True where no more may be chosen. */
  readonly isFull: boolean;
  readonly onChoose: () => void;
}

function Amounts({ saving, before, write }: Pick<SavingRowProps, "saving" | "before" | "write">) {
  const { t, say, rich } = useWords();
  const { after, saved } = saving;
  const share = saved === null || !before.cost ? null : -saved / before.cost;
  const look =
    share === null || Math.abs(share) < 0.0005 ? "text-mute" : share < 0 ? "text-accent" : "text-bad";
  return (
    <div
      className="shrink-0 text-right font-mono whitespace-nowrap max-sm:pl-6.5 max-sm:text-left"
      data-saving
    >
      <span className={`font-semibold ${look}`}>
        {share === null ? t("values.unknown") : say(saySignedShare(share))}
      </span>
      <span className="block text-xs text-mute">
        {write(before.cost)} → <span className="text-ink">{write(after.cost)}</span>
      </span>
      {saved !== null && saved !== 0 && (
        <span className="block text-xs text-mute">
          {rich(
            saved > 0 ? "savings.saves" : "savings.costsMore",
            { label: (pieces: ReactNode) => <span className="font-sans">{pieces}</span> },
            { money: write(Math.abs(saved)) },
          )}
        </span>
      )}
    </div>
  );
}

export function SavingRow(props: SavingRowProps) {
  const { t, say, gap } = useWords();
  const { saving, before, write, isChosen, isFull, onChoose, onPreview, onTake } = props;
  const { title, what, evidence, source, asOf, risk, note, timing, change, after } = saving;
  const id = useId();
  const touch = touchOf(saving);
  const show = (): void => onPreview(say(what), change);
  const hide = (): void => onPreview(say(what), null);
  const tokens = sayTokens(before, after);
  return (
    <li
      className={`flex gap-2.5 border-b border-line-soft px-1 py-1.5 max-sm:flex-wrap ${isChosen ? "bg-selected" : "hover:bg-hover"}`}
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
    >
      <input
        type="checkbox"
        id={id}
        checked={isChosen}
        disabled={isFull && !isChosen}
        onChange={onChoose}
        className="mt-0.5 size-4 shrink-0 accent-(--accent)"
      />
      <div className="min-w-0 flex-1 max-sm:basis-4/5">
        <div className="flex flex-wrap items-baseline gap-x-1.5">
          <label htmlFor={id} className="font-medium">
            {say(title)}
          </label>
          <Tag hint={t(touch.hint)}>{t(touch.name)}</Tag>
          <Hint text={source}>
            <a href={source} target="_blank" rel="noreferrer" className="text-xs text-mute underline">
              {t("savings.evidence", { evidence: tell(EVIDENCE_NAMES[evidence]), asOf })}
            </a>
          </Hint>
        </div>
        <p>
          {t("savings.stop", { sentence: what })}
          {tokens && (
            <span className="text-mute">
              {gap}
              {t("savings.stop", { sentence: tokens })}
            </span>
          )}
        </p>
        <p className="text-xs text-mute">
          {note
            ? t("values.sentences", { first: t("savings.risk", { risk }), next: say(note) })
            : t("savings.risk", { risk })}
        </p>
        {timing.length > 1 && before.cost !== null && before.cost > 0 && (
          <details className="text-xs">
            <summary className="w-fit cursor-pointer text-mute hover:underline">
              {t("savings.whenItPays", {
                pays: timing.filter(({ cost }) => cost < (before.cost ?? 0)).length,
                tried: timing.length,
              })}
            </summary>
            <TurnStrip timing={timing} before={before.cost} />
          </details>
        )}
      </div>
      <Amounts saving={saving} before={before} write={write} />
      <div className="flex shrink-0 flex-col gap-1 max-sm:ml-auto max-sm:flex-row max-sm:items-start">
        <Button
          className="min-h-6 justify-center py-0.5 text-xs"
          aria-label={t("savings.previewNamed", { title })}
          onClick={show}
        >
          {t("savings.preview")}
        </Button>
        <Button
          className="min-h-6 justify-center py-0.5 text-xs"
          aria-label={t("savings.doNamed", { title })}
          onClick={() => onTake(change, t("savings.done", { what }))}
        >
          {t("savings.doIt")}
        </Button>
      </div>
    </li>
  );
}
