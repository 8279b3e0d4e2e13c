"use client";
/** The menu of a turn's row. */
import { useRef, useState } from "react";
import { MAX_TURNS } from "../../lib/timeline/scenario";
import { PopupMenu } from "../ui/popup-menu";
import type { TurnEdits } from "./use-turn-edits";

interface RowMenuProps {
  readonly index: number;
  readonly count: number;
  readonly edits: TurnEdits;
}

export function RowMenu({ index, count, edits }: RowMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<DOMRect | null>(null);
  const label = `Actions for turn ${index + 1}`;
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={label}
        title="Move, duplicate, remove"
        onClick={() => setAnchor(button.current?.getBoundingClientRect() ?? null)}
        className="ml-auto grid size-6 place-items-center rounded text-mute hover:bg-selected hover:text-ink"
      >
        <span aria-hidden>⋯</span>
      </button>
      {anchor && (
        <PopupMenu
          label={label}
          anchor={anchor}
          onClose={() => setAnchor(null)}
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
      )}
    </>
  );
}
