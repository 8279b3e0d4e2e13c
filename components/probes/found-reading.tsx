"use client";
/** What a probe has found: the answer to a question, held against the documentation, and figures. */
import { isExpected } from "../../lib/offers/open-questions";
import { readingOf, SWITCHES, type SwitchId } from "../../lib/offers/readings";
import { formatPercent } from "../../lib/values/figures";
import type { MessageKey } from "../../lib/words/message";
import { useWords } from "../words/use-words";
import { questionKey, readingKey } from "./switch-readings";

export function FoundReading({ id, reading, model }: { id: SwitchId; reading: string; model: string }) {
  const { t } = useWords();
  const { evidence } = SWITCHES[id];
  const agrees = isExpected(id, reading, model);
  return (
    <li data-finding={id} data-agrees={agrees}>
      <span className="text-mute">{t(questionKey(id))}</span>{" "}
      <b className="font-semibold">{t(readingKey(id, reading))}</b>{" "}
      <span className={agrees ? "text-mute" : "font-medium text-warn"}>
        {t(agrees ? `probePage.as_${evidence}` : `probePage.differs_${evidence}`)}
      </span>
      {!agrees && (
        <span className="block text-xs text-mute">
          {t(evidence === "documented" ? "probePage.documentedSays" : "probePage.assumedIs", {
            reading: t(readingKey(id, readingOf({}, id))),
          })}
        </span>
      )}
    </li>
  );
}

export function FoundFigures({ figures }: { readonly figures: Readonly<Record<string, number>> }) {
  const { t } = useWords();
  return (
    <dl className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5">
      {Object.entries(figures).map(([name, value]) => (
        <div key={name} className="flex gap-1.5">
          <dt className="text-mute">{t(`probePage.figure_${name}` as MessageKey)}</dt>
          <dd className="font-mono">{name === "often" ? formatPercent(value) : value.toFixed(3)}</dd>
        </div>
      ))}
    </dl>
  );
}
