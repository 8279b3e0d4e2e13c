"use client";
/** What each answer to a question would mean, which one is documented or assumed, which one was found, and what the emulator plays. */
import { isReading, type Readings, readingOf, SWITCHES, type SwitchId } from "../../lib/offers/readings";
import type { MessageKey } from "../../lib/words/message";
import { Hint } from "../ui/hint";
import { Tag } from "../ui/tag";
import { useWords } from "../words/use-words";

/** Each switch has its question, each reading its sentence. */
export const questionKey = (id: SwitchId): MessageKey => `readings.${id}`;
export const readingKey = (id: SwitchId, reading: string): MessageKey =>
  `readings.${id}_${reading}` as MessageKey;

interface SwitchReadingsProps {
  readonly id: SwitchId;
  /** What was found; undefined where nothing was. */
  readonly found: string | undefined;
  /** Null where no emulator is asked, or its plan stands. */
  readonly played: Readings | null;
  readonly onPlay: (readings: Readings) => void;
}

function Ground({ id }: { readonly id: SwitchId }) {
  const { t } = useWords();
  const { evidence, source, asOf } = SWITCHES[id];
  return (
    <Hint text={source}>
      <a href={source} target="_blank" rel="noreferrer" className="hover:underline">
        <Tag>
          {t(`offers.evidence_${evidence}`)} {asOf} ↗
        </Tag>
      </a>
    </Hint>
  );
}

export function SwitchReadings({ id, found, played, onPlay }: SwitchReadingsProps) {
  const { t } = useWords();
  const { readings } = SWITCHES[id];
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{t(questionKey(id))}</legend>
      <ul className="mt-0.5 space-y-1.5">
        {readings.map((reading: string) => {
          const sentence = (
            <span className={reading === found ? "font-medium" : "text-mute"}>
              {t(readingKey(id, reading))}
            </span>
          );
          return (
            <li key={reading} className="flex flex-wrap items-baseline gap-x-2" data-reading={reading}>
              {played ? (
                <label className="flex min-h-6 cursor-pointer items-baseline gap-2">
                  <input
                    type="radio"
                    name={`plays-${id}`}
                    value={reading}
                    checked={readingOf(played, id) === reading}
                    aria-label={t("probePage.plays", { question: t(readingKey(id, reading)) })}
                    onChange={() => isReading(id, reading) && onPlay({ ...played, [id]: reading })}
                    className="size-3.5 shrink-0 translate-y-0.5 accent-(--accent)"
                  />
                  {sentence}
                </label>
              ) : (
                <span className="flex min-h-6 items-baseline gap-2">
                  <span aria-hidden="true" className="text-faint">
                    ·
                  </span>
                  {sentence}
                </span>
              )}
              {reading === readings[0] && <Ground id={id} />}
              {reading === found && (
                <span className="rounded bg-accent px-1.5 text-[11px] leading-4 font-medium text-panel">
                  {t("probePage.found")}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
