"use client";
/** The document's own request: how long responses take and what the model answers. */
import { memo } from "react";
import type { TurnView } from "../../lib/pipeline/analysis";
import { MAX_GAP_SECONDS, MAX_TEXT_LENGTH, type Scenario } from "../../lib/timeline/scenario";
import { useActions, usePlayground } from "../playground-context";
import { NumberField } from "../ui/number-field";
import { GrowingText } from "../ui/text-field";
import { PlacedRow, type RowPlace } from "./placed-row";
import { RequestFigures } from "./request-figures";
import { wideCell } from "./row-grid";
import type { TurnEdits } from "./use-turn-edits";

interface FirstRowProps extends RowPlace {
  readonly scenario: Scenario;
  readonly edits: TurnEdits;
  readonly view: TurnView | undefined;
}

export const FirstRow = memo(function FirstRow(props: FirstRowProps) {
  const { scenario, edits, view, ...place } = props;
  const actions = useActions();
  const selected = usePlayground((state) => state.turn === 0);
  function select(): void {
    if (!selected) actions.selectTurn(0);
  }
  return (
    <PlacedRow {...place} place={0} label="The document" selected={selected} onFocus={select}>
      <button
        type="button"
        aria-pressed={selected}
        onClick={select}
        className={`min-h-6 rounded text-left whitespace-nowrap @4xl:col-span-3 @4xl:pl-3 ${selected ? "font-medium" : ""}`}
      >
        The document
      </button>
      <p className={`${wideCell} flex items-center gap-1.5 text-xs text-mute`}>
        each response takes
        <NumberField
          label="Duration of a response, seconds"
          value={scenario.duration}
          min={0}
          max={MAX_GAP_SECONDS}
          step="any"
          className="w-16"
          onChange={(duration) => edits.change((each) => ({ ...each, duration }))}
        />
        s
      </p>
      <div className={wideCell}>
        <GrowingText
          label="Reply to the document"
          placeholder="Reply"
          value={scenario.reply}
          maxLength={MAX_TEXT_LENGTH}
          className="text-xs"
          onChange={(reply) => edits.change((each) => ({ ...each, reply }))}
        />
      </div>
      <div className={wideCell}>
        <RequestFigures view={view} number={1} requests={1} />
      </div>
    </PlacedRow>
  );
});
