"use client";
/** Edits of the scenario on the screen: rows keep their state when turns move, and the focus stays where one works. */
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { addTurn, changeTurn, moveTurn, removeTurn } from "../../lib/timeline/edit-scenario";
import type { Scenario, Turn } from "../../lib/timeline/scenario";
import { usePlayground, usePlaygroundStore } from "../playground-context";

/** What is played where no scenario is chosen. */
const ALONE: Scenario = { name: "One request", duration: 3, reply: "", turns: [] };

export interface TurnEdits {
  change(edit: (scenario: Scenario) => Scenario, announcement?: string): void;
  /** Fields of one turn. */
  set(index: number, changes: Partial<Turn>): void;
  add(turn: Turn, announcement: string, at?: number): void;
  move(from: number, to: number): void;
  remove(index: number): void;
  duplicate(index: number): void;
}

type FindFocus = (list: HTMLElement) => HTMLElement | null | undefined;

const inRow =
  (index: number, selector: string): FindFocus =>
  (list) =>
    list.querySelector<HTMLElement>(`[data-turn="${index}"] ${selector}`);

/** Names that stay with their turns; rows beyond the known ones get new ones. */
const extendKeys = (keys: readonly number[], length: number): readonly number[] => {
  if (keys.length === length) return keys;
  const from = Math.max(-1, ...keys) + 1;
  const more = Array.from({ length: Math.max(0, length - keys.length) }, (_, index) => from + index);
  return [...keys.slice(0, length), ...more];
};

/** @param list the element that holds the rows, each with `data-turn` */
export function useTurnEdits(list: RefObject<HTMLElement | null>): {
  readonly scenario: Scenario;
  /** One of each turn. */
  readonly keys: readonly number[];
  readonly edits: TurnEdits;
} {
  const { store, actions } = usePlaygroundStore();
  const scenario = usePlayground((state) => state.settings.scenario) ?? ALONE;
  const [known, setKnown] = useState<readonly number[]>([]);
  const focus = useRef<FindFocus | null>(null);
  const keys = extendKeys(known, scenario.turns.length);

  useEffect(() => {
    const wanted = focus.current && list.current ? focus.current(list.current) : null;
    if (focus.current && wanted) wanted.focus();
    focus.current = null;
  });

  const edits = useMemo((): TurnEdits => {
    const present = (): Scenario => store.getState().settings.scenario ?? ALONE;

    function change(edit: (scenario: Scenario) => Scenario, announcement?: string): void {
      const before = present();
      const after = edit(before);
      if (after === before) return;
      actions.setScenario(after);
      if (announcement !== undefined) actions.announce(announcement);
    }

    /** An edit that moves rows. */
    function rearrange(
      edit: (scenario: Scenario) => Scenario,
      place: (keys: readonly number[]) => readonly number[],
      find: FindFocus,
      announcement: string,
    ): void {
      const { length } = present().turns;
      if (edit(present()) === present()) return;
      focus.current = find;
      setKnown((before) => place(extendKeys(before, length)));
      change(edit, announcement);
    }

    function add(turn: Turn, announcement: string, at = present().turns.length): void {
      rearrange(
        (each) => addTurn(each, turn, at),
        (before) => before.toSpliced(at, 0, Math.max(-1, ...before) + 1),
        inRow(at, "input"),
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
          (before) => before.toSpliced(from, 1).toSpliced(to, 0, before[from] ?? 0),
          () => (worked instanceof HTMLElement && worked !== document.body ? worked : null),
          `Turn ${from + 1} is now turn ${to + 1}.`,
        );
      },
      remove(index) {
        const last = present().turns.length - 1;
        rearrange(
          (each) => removeTurn(each, index),
          (before) => before.toSpliced(index, 1),
          (host) =>
            inRow(Math.min(index, last - 1), "[aria-haspopup=menu]")(host) ??
            host.querySelector<HTMLElement>("[data-add]"),
          `Turn ${index + 1} removed.`,
        );
      },
      duplicate(index) {
        const turn = present().turns[index];
        if (turn) add(turn, `Turn ${index + 1} duplicated.`, index + 1);
      },
    };
  }, [store, actions]);

  return { scenario, keys, edits };
}
