"use client";
/** Under an assumption that is one answer to an open question: what of it is played now. */
import type { AssumptionId } from "../../lib/offers/assumption";
import { questionKey, readingKey } from "../../lib/offers/open-questions";
import { type Readings, readingOf, SWITCH_IDS, SWITCHES } from "../../lib/offers/readings";
import { tell } from "../../lib/words/message";
import { useWords } from "../words/use-words";

interface SwitchStatesProps {
  readonly assumption: AssumptionId;
  readonly readings: Readings;
}

export function SwitchStates({ assumption, readings }: SwitchStatesProps) {
  const { t } = useWords();
  return SWITCH_IDS.filter((id) => SWITCHES[id].assumption === assumption).map((id) => {
    const reading = readingOf(readings, id);
    const isOther = reading !== SWITCHES[id].readings[0];
    return (
      <p key={id} data-switch={id} className={`text-xs ${isOther ? "font-medium" : "text-mute"}`}>
        {t(isOther ? "readings.standsOtherwise" : "readings.stands", {
          question: tell(questionKey(id) as "readings.title"),
          reading: tell(readingKey(id, reading) as "readings.title"),
        })}
      </p>
    );
  });
}
