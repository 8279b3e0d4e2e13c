"use client";
/** The menu of a turn's row. */
import { MAX_TURNS } from "../../lib/timeline/scenario";
import { MenuButton } from "../ui/menu-button";
import type { TurnEdits } from "./use-turn-edits";

interface RowMenuProps {
  readonly index: number;
  readonly count: number;
  readonly edits: TurnEdits;
}

export function RowMenu({ index, count, edits }: RowMenuProps) {
  return (
    <MenuButton
      label={`Actions for turn ${index + 1}`}
      button={
        <button
          type="button"
          className="ml-auto grid size-6 place-items-center rounded text-mute hover:bg-selected hover:text-ink"
        >
          <span aria-hidden>⋯</span>
        </button>
      }
      items={[
        {
          label: "Move up",
          keys: "Alt+↑",
          disabled: index === 0,
          onPick: () => edits.move(index, index - 1),
        },
        {
          label: "Move down",
          keys: "Alt+↓",
          disabled: index === count - 1,
          onPick: () => edits.move(index, index + 1),
        },
        { label: "Duplicate", disabled: count >= MAX_TURNS, onPick: () => edits.duplicate(index) },
        { label: "Remove", onPick: () => edits.remove(index) },
      ]}
    />
  );
}
