"use client";
/** The document's own request: what the model answers, and how long responses take. */
import { memo } from "react";
import { MAX_GAP_SECONDS, type Scenario } from "../../lib/timeline/scenario";
import { NumberField } from "../ui/number-field";
import { useWords } from "../words/use-words";
import { countSpoken, type MadeTurn } from "./made-requests";
import { headRequests, nameRequests } from "./name-requests";
import { PlacedRow, RowBody, type RowPlace } from "./placed-row";
import { RequestFigures } from "./request-figures";
import { SpeechBlock } from "./speech-block";
import { SpokenText } from "./text-or-tokens";
import { InsertTurn } from "./turn-menus";
import type { TurnEdits } from "./use-turn-edits";

interface FirstRowProps extends RowPlace {
  readonly scenario: Scenario;
  readonly edits: TurnEdits;
  readonly made: MadeTurn | undefined;
  readonly hasTools: boolean;
  readonly onFocus: (place: number) => void;
  readonly onActivate: (place: number) => void;
}

const NONE = [] as const;
/** It is the first request, whether it has been played yet or not. */
const FIRST = [0] as const;

export const FirstRow = memo(function FirstRow(props: FirstRowProps) {
  const { scenario, edits, made, hasTools, onFocus, onActivate, ...place } = props;
  const views = made?.views ?? NONE;
  const { t, say } = useWords();
  return (
    <PlacedRow
      {...place}
      place={0}
      label={say(headRequests(FIRST))}
      onFocus={() => onFocus(0)}
      onClick={() => onActivate(0)}
    >
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1 text-xs text-mute">
        <button
          type="button"
          aria-pressed={place.isActive}
          onClick={() => onActivate(0)}
          className="min-h-6 rounded text-[13px] font-medium text-ink"
        >
          {say(headRequests(FIRST))}
        </button>
        {t("scenario.document")}
        <span className="flex items-center gap-1.5">
          {t("scenario.responseTakes")}
          <NumberField
            label={t("scenario.responseDuration")}
            value={scenario.duration}
            min={0}
            max={MAX_GAP_SECONDS}
            step="any"
            className="w-14"
            onChange={(duration) => edits.change((each) => ({ ...each, duration }))}
          />
          {t("scenario.secondsUnit")}
        </span>
      </div>
      <RowBody aside={<RequestFigures views={views} />}>
        <SpeechBlock speaker="model" tokens={countSpoken({}, views)?.reply ?? null}>
          <SpokenText
            label={t("scenario.replyTo", { of: nameRequests(FIRST) })}
            placeholder={t("scenario.reply")}
            value={scenario.reply}
            onChange={(reply) => edits.change((each) => ({ ...each, reply }))}
          />
        </SpeechBlock>
      </RowBody>
      <InsertTurn
        index={-1}
        of={say(nameRequests(FIRST))}
        count={place.rows - 1}
        edits={edits}
        hasTools={hasTools}
      />
    </PlacedRow>
  );
});
