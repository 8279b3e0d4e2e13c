"use client";
/** One turn of the scenario: when it is sent, what, what comes back, and what the cache made of it. */
import { type KeyboardEvent, memo, useId } from "react";
import type { TurnView } from "../../lib/pipeline/analysis";
import { describeTurn } from "../../lib/timeline/describe-turn";
import { changeGap, setRounds } from "../../lib/timeline/edit-scenario";
import { MAX_GAP_SECONDS, MAX_TEXT_LENGTH, type Turn } from "../../lib/timeline/scenario";
import { formatBytes, formatDuration } from "../../lib/values/figures";
import { useActions, usePlayground } from "../playground-context";
import { NumberField } from "../ui/number-field";
import { GrowingText } from "../ui/text-field";
import { PlacedRow, type RowPlace } from "./placed-row";
import { RequestFigures } from "./request-figures";
import { wideCell } from "./row-grid";
import { RowMenu } from "./row-menu";
import { TextOrTokens } from "./text-or-tokens";
import { ToolRounds } from "./tool-rounds";
import { TurnChanges } from "./turn-changes";
import { TurnModePicker } from "./turn-mode";
import type { TurnEdits } from "./use-turn-edits";

interface TurnRowProps extends RowPlace {
  readonly turn: Turn;
  readonly index: number;
  readonly edits: TurnEdits;
  /** The first request it made, with its index; undefined while there is none. */
  readonly view: TurnView | undefined;
  readonly request: number | undefined;
  readonly requests: number;
  /** Whether its rounds and thinking are shown. */
  readonly isOpen: boolean;
  readonly onToggle: (index: number) => void;
}

/** Where arrows have a meaning of their own. */
const LISTS = "[role=combobox], [role=listbox], [role=menu]";

export const TurnRow = memo(function TurnRow(props: TurnRowProps) {
  const { turn, index, edits, view, request, requests, isOpen, onToggle, rows, start, measure } = props;
  const actions = useActions();
  const selected = usePlayground((state) => state.good?.timeline.turns[state.turn]?.turn === index);
  const details = useId();
  const number = index + 1;
  const of = `turn ${number}`;
  const { mode, gap } = turn;
  const asks = mode === "append" || mode === "replace";

  function select(): void {
    if (request !== undefined && !selected) actions.selectTurn(request);
  }

  function handleKey(event: KeyboardEvent): void {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    // Alt and an arrow open a list of choices; what is open has its own keys.
    const isInList = event.target instanceof Element && event.target.closest(LISTS) !== null;
    if (!event.altKey || step === 0 || isInList) return;
    event.preventDefault();
    edits.move(index, index + step);
  }

  return (
    <PlacedRow
      rows={rows}
      start={start}
      measure={measure}
      place={number}
      label={`Turn ${number}`}
      selected={selected}
      onFocus={select}
      onKeyDown={handleKey}
    >
      <button
        type="button"
        aria-pressed={selected}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        aria-label={`Turn ${number}: ${describeTurn(turn)}`}
        onClick={select}
        className={`min-h-6 w-6 rounded text-right font-mono text-xs ${selected ? "font-semibold" : "text-mute"}`}
      >
        {number}
      </button>
      <div className="w-23 text-xs text-mute">
        <span className="flex items-center gap-1">
          <NumberField
            label={`Gap before ${of}, seconds`}
            value={gap}
            min={0}
            max={MAX_GAP_SECONDS}
            step="any"
            className="w-18"
            onChange={(seconds) => edits.change((each) => changeGap(each, index, seconds))}
          />
          s
        </span>
        {gap >= 120 && <span className="block pt-0.5 text-[11.5px] text-faint">{formatDuration(gap)}</span>}
      </div>
      <div className="w-36 text-xs">
        <TurnModePicker turn={turn} number={number} onPick={(picked) => edits.set(index, { mode: picked })} />
      </div>
      <div className={wideCell}>
        {asks ? (
          <TextOrTokens
            label={`User text of ${of}`}
            placeholder="User text"
            text={turn.user}
            tokens={turn.userTokens}
            onText={(user) => edits.set(index, { user })}
            onTokens={(userTokens) => edits.set(index, { userTokens })}
          />
        ) : (
          <span className="text-xs text-faint">
            {mode === "body"
              ? `as recorded, ${formatBytes(turn.body?.length ?? 0)}`
              : mode === "ping"
                ? "keeps the entries alive"
                : "nothing new"}
          </span>
        )}
      </div>
      <div className={wideCell}>
        {mode !== "ping" && (
          <TextOrTokens
            label={`Reply to ${of}`}
            placeholder="Reply"
            text={turn.reply}
            tokens={turn.replyTokens}
            onText={(reply) => edits.set(index, { reply })}
            onTokens={(replyTokens) => edits.set(index, { replyTokens })}
          />
        )}
      </div>
      <div className={wideCell}>
        <RequestFigures view={view} number={(request ?? 0) + 1} requests={requests} />
      </div>
      <RowMenu index={index} count={rows - 1} edits={edits} />
      <TurnChanges
        turn={turn}
        index={index}
        edits={edits}
        isOpen={isOpen}
        controls={details}
        onToggle={() => onToggle(index)}
      />
      <div
        id={details}
        hidden={!isOpen || mode === "ping"}
        className="order-1 min-w-0 basis-full space-y-1.5 text-xs text-mute @4xl:order-none @4xl:col-start-3 @4xl:col-end-8"
      >
        {isOpen && mode !== "ping" && (
          <>
            <ToolRounds
              rounds={turn.rounds ?? []}
              of={of}
              onChange={(rounds, announcement) =>
                edits.change((each) => setRounds(each, index, rounds), announcement)
              }
            />
            <GrowingText
              label={`Thinking before the reply to ${of}`}
              placeholder="Thinking before the reply"
              value={turn.thinking ?? ""}
              maxLength={MAX_TEXT_LENGTH}
              onChange={(thinking) => edits.set(index, { thinking: thinking === "" ? undefined : thinking })}
            />
          </>
        )}
      </div>
    </PlacedRow>
  );
});
