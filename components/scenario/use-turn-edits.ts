"use client";
/** Edits of the scenario on the screen: rows keep their names when turns move, and the focus is wanted where one works. */
import { type RefObject, useMemo, useRef, useState } from "react";
import { addTurn, changeTurn, moveTurn, removeTurn } from "../../lib/timeline/edit-scenario";
import type { Scenario, Turn } from "../../lib/timeline/scenario";
import { type Message, tell } from "../../lib/words/message";
import { usePlayground, usePlaygroundStore } from "../playground-context";

/** What is played where no scenario is chosen. */
const ALONE: Scenario = { name: "One request", duration: 3, reply: "", turns: [] };

export interface TurnEdits {
  change(edit: (scenario: Scenario) => Scenario, announcement?: Message): void;
  /** Fields of one turn. */
  set(index: number, changes: Partial<Turn>): void;
  add(turn: Turn, announcement: Message, at?: number): void;
  move(from: number, to: number): void;
  remove(index: number): void;
  duplicate(index: number): void;
}

type FindFocus = (panel: HTMLElement) => HTMLElement | null | undefined;

/** What takes the focus once an edit is on the screen. */
export interface WantedFocus {
  /** The turn to be in sight then; -1 is the document. */
  readonly turn: number;
  readonly find: FindFocus;
}

const inRow =
  (index: number, selector: string): FindFocus =>
  (panel) =>
    panel.querySelector<HTMLElement>(`[data-place="${index + 1}"] ${selector}`);

interface RowKeys {
  readonly list: readonly number[];
  /** No row has had this one, nor a greater one. */
  readonly next: number;
}

/** Names that stay with their turns; rows beyond the known ones get new ones. */
function extendKeys(keys: RowKeys, length: number): RowKeys {
  const { list, next } = keys;
  if (list.length === length) return keys;
  const more = Array.from({ length: Math.max(0, length - list.length) }, (_, index) => next + index);
  return { list: [...list.slice(0, length), ...more], next: next + more.length };
}

/** Whoever draws the rows sees to `wanted` after every edit. */
export function useTurnEdits(): {
  readonly scenario: Scenario;
  /** One of each turn. */
  readonly keys: readonly number[];
  readonly edits: TurnEdits;
  readonly wanted: RefObject<WantedFocus | null>;
} {
  const { store, actions } = usePlaygroundStore();
  const scenario = usePlayground((state) => state.settings.scenario) ?? ALONE;
  const [known, setKnown] = useState<RowKeys>({ list: [], next: 0 });
  const wanted = useRef<WantedFocus | null>(null);
  const { length } = scenario.turns;
  const keys = useMemo(() => extendKeys(known, length).list, [known, length]);

  const edits = useMemo((): TurnEdits => {
    const present = (): Scenario => store.getState().settings.scenario ?? ALONE;

    function change(edit: (scenario: Scenario) => Scenario, announcement?: Message): void {
      const before = present();
      const after = edit(before);
      if (after === before) return;
      actions.setScenario(after);
      if (announcement !== undefined) actions.announce(announcement);
    }

    /** An edit that moves rows. */
    function rearrange(
      edit: (scenario: Scenario) => Scenario,
      place: (keys: RowKeys) => RowKeys,
      want: WantedFocus,
      announcement: Message,
    ): void {
      const { length: before } = present().turns;
      if (edit(present()) === present()) return;
      wanted.current = want;
      setKnown((keys) => place(extendKeys(keys, before)));
      change(edit, announcement);
    }

    function add(turn: Turn, announcement: Message, at = present().turns.length): void {
      rearrange(
        (each) => addTurn(each, turn, at),
        ({ list, next }) => ({ list: list.toSpliced(at, 0, next), next: next + 1 }),
        {
          turn: at,
          // Its first words are to be written; a ping has none.
          find: (panel) => inRow(at, "textarea")(panel) ?? inRow(at, "[aria-pressed]")(panel),
        },
        announcement,
      );
    }

    return {
      change,
      add,
      set: (index, changes) => change((each) => changeTurn(each, index, changes)),
      move(from, to) {
        const worked = document.activeElement;
        rearrange(
          (each) => moveTurn(each, from, to),
          ({ list, next }) => ({
            list: list.toSpliced(from, 1).toSpliced(to, 0, ...list.slice(from, from + 1)),
            next,
          }),
          {
            turn: to,
            find: () => (worked instanceof HTMLElement && worked !== document.body ? worked : null),
          },
          tell("scenario.movedToPlace", { place: `${to + 1}`, of: `${present().turns.length}` }),
        );
      },
      remove(index) {
        const turn = Math.min(index, present().turns.length - 2);
        rearrange(
          (each) => removeTurn(each, index),
          ({ list, next }) => ({ list: list.toSpliced(index, 1), next }),
          {
            turn,
            find: (panel) =>
              inRow(turn, "[aria-haspopup=menu]")(panel) ?? panel.querySelector<HTMLElement>("[data-add]"),
          },
          tell("scenario.turnRemoved"),
        );
      },
      duplicate(index) {
        const turn = present().turns[index];
        if (turn) add(turn, tell("scenario.turnDuplicated"), index + 1);
      },
    };
  }, [store, actions]);

  return { scenario, keys, edits, wanted };
}
