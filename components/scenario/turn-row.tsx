"use client";
/** One turn of the scenario: the requests it makes, what is said in them, and what the cache made of them. */
import { type KeyboardEvent, memo, type PointerEvent, useId } from "react";
import type { Turn } from "../../lib/timeline/scenario";
import type { Said } from "../../lib/words/message";
import { useWords } from "../words/use-words";
import { countSpoken, type MadeTurn } from "./made-requests";
import { headRequests, nameRequests } from "./name-requests";
import { PlacedRow, RowBody, type RowPlace } from "./placed-row";
import { RequestFigures } from "./request-figures";
import { TurnChanges } from "./turn-changes";
import { TurnHead } from "./turn-head";
import { InsertTurn, TurnMenu } from "./turn-menus";
import { TurnTalk } from "./turn-talk";
import type { TurnEdits } from "./use-turn-edits";

interface TurnRowProps extends RowPlace {
  readonly turn: Turn;
  readonly index: number;
  readonly edits: TurnEdits;
  /** Undefined while there is none of it. */
  readonly made: MadeTurn | undefined;
  /** Why it could not be played; null where it could. */
  readonly problem: Said | null;
  /** Whether its rounds are edited and its thinking shows. */
  readonly isOpen: boolean;
  /** Whether there is anything for the model to call. */
  readonly hasTools: boolean;
  readonly onToggle: (index: number) => void;
  readonly onFocus: (place: number) => void;
  readonly onActivate: (place: number) => void;
  readonly onGrab: (event: PointerEvent<HTMLElement>, index: number) => void;
}

const NONE = [] as const;
/** Where arrows have a meaning of their own. */
const LISTS = "[role=combobox], [role=listbox], [role=menu]";

/** What the closed part is about. */
const keyOfMore = ({ rounds = [] }: Turn, hasTools: boolean) =>
  hasTools || rounds.length > 0 ? "scenario.toolsAndThinking" : "scenario.thinking";

export const TurnRow = memo(function TurnRow(props: TurnRowProps) {
  const { turn, index, edits, made, problem, isOpen, hasTools } = props;
  const { onToggle, onFocus, onActivate, onGrab, ...place } = props;
  const details = useId();
  const requests = made?.requests ?? NONE;
  const { t, say } = useWords();
  const of = say(nameRequests(requests));
  const name = say(headRequests(requests));

  function handleKey(event: KeyboardEvent): void {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    // Alt and an arrow open a list of choices; what is open has its own keys.
    const isList = event.target instanceof Element && event.target.closest(LISTS);
    if (!event.altKey || step === 0 || isList) return;
    event.preventDefault();
    edits.move(index, index + step);
  }

  return (
    <PlacedRow
      rows={place.rows}
      start={place.start}
      measure={place.measure}
      isActive={place.isActive}
      drop={place.drop}
      place={index + 1}
      label={name}
      onFocus={() => onFocus(index + 1)}
      onClick={() => onActivate(index + 1)}
      onKeyDown={handleKey}
    >
      <div className="flex min-h-7 items-center gap-2 max-sm:items-start">
        <span
          aria-hidden
          data-handle
          onPointerDown={(event) => onGrab(event, index)}
          className="-ml-2 grid h-6 w-3.5 shrink-0 cursor-grab touch-none place-items-center text-faint opacity-40 group-hover/turn:opacity-100 active:cursor-grabbing"
        >
          ⠿
        </span>
        <TurnHead
          turn={turn}
          index={index}
          name={name}
          of={of}
          edits={edits}
          isActive={place.isActive}
          hasTools={hasTools}
          onSelect={() => onActivate(index + 1)}
        />
        <TurnMenu index={index} of={of} count={place.rows - 1} edits={edits} />
      </div>
      <TurnChanges turn={turn} index={index} of={of} edits={edits} />
      {problem && <p className="text-xs text-bad">{say(problem)}</p>}
      <RowBody
        aside={
          <>
            <RequestFigures views={made?.views ?? NONE} />
            {turn.mode !== "ping" && (
              <button
                type="button"
                aria-expanded={isOpen}
                aria-controls={details}
                onClick={() => onToggle(index)}
                className="invisible min-h-6 rounded px-1 text-xs text-mute group-data-active/turn:visible hover:bg-selected hover:text-ink"
              >
                <span aria-hidden>{isOpen ? "▾" : "▸"}</span> {t(keyOfMore(turn, hasTools))}
              </button>
            )}
          </>
        }
      >
        <div id={details} className="space-y-1">
          <TurnTalk
            turn={turn}
            index={index}
            of={of}
            edits={edits}
            spoken={countSpoken(turn, made?.views ?? NONE)}
            isOpen={isOpen}
            hasTools={hasTools}
          />
        </div>
      </RowBody>
      <InsertTurn index={index} of={of} count={place.rows - 1} edits={edits} hasTools={hasTools} />
    </PlacedRow>
  );
});
