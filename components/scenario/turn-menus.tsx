"use client";
/** Menus of a turn: what is done with it, and what is put behind it. */
import { MAX_TURNS } from "../../lib/timeline/scenario";
import { tell } from "../../lib/words/message";
import { MenuButton } from "../ui/menu-button";
import { useWords } from "../words/use-words";
import { offerTurns } from "./new-turn";
import type { TurnEdits } from "./use-turn-edits";

interface TurnMenuProps {
  readonly index: number;
  /** How the turn is called, e.g. "request 2". */
  readonly of: string;
  /** Turns of the scenario. */
  readonly count: number;
  readonly edits: TurnEdits;
}

export function TurnMenu({ index, of, count, edits }: TurnMenuProps) {
  const { t } = useWords();
  return (
    <MenuButton
      label={t("scenario.actionsFor", { of })}
      button={
        <button
          type="button"
          className="ml-auto grid size-6 shrink-0 place-items-center rounded text-mute hover:bg-selected hover:text-ink"
        >
          <span aria-hidden>⋯</span>
        </button>
      }
      items={[
        {
          label: t("scenario.moveUp"),
          keys: "Alt+↑",
          disabled: index === 0,
          onPick: () => edits.move(index, index - 1),
        },
        {
          label: t("scenario.moveDown"),
          keys: "Alt+↓",
          disabled: index === count - 1,
          onPick: () => edits.move(index, index + 1),
        },
        {
          label: t("scenario.duplicate"),
          disabled: count >= MAX_TURNS,
          onPick: () => edits.duplicate(index),
        },
        { label: t("scenario.remove"), onPick: () => edits.remove(index) },
      ]}
    />
  );
}

interface InsertTurnProps extends TurnMenuProps {
  readonly hasTools: boolean;
}

/** On the line below a row; there on hover, on focus, and where one works. @param index of the row, -1 = the document */
export function InsertTurn({ index, of, count, edits, hasTools }: InsertTurnProps) {
  const { t } = useWords();
  if (count >= MAX_TURNS) return null;
  return (
    <MenuButton
      label={t("scenario.addTurnAfter", { of })}
      button={
        <button
          type="button"
          className="absolute -bottom-3 left-1/2 z-10 grid size-6 -translate-x-1/2 place-items-center rounded-full border border-line bg-panel text-mute opacity-0 group-hover/turn:opacity-100 group-data-active/turn:opacity-100 hover:text-ink focus-visible:opacity-100 data-popup-open:opacity-100"
        >
          <span aria-hidden>+</span>
        </button>
      }
      items={offerTurns(hasTools).map(({ labelKey, turn }) => ({
        label: t(labelKey),
        onPick: () => edits.add(turn, tell("scenario.addedAfter", { what: tell(labelKey), of }), index + 1),
      }))}
    />
  );
}
