"use client";
/** Which row is worked in: it shows its controls, and its request is the selected one, whoever selects it. */
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useActions, usePlayground } from "../playground-context";
import type { MadeTurn } from "./made-requests";

interface ActiveRow {
  /** Key of the row. */
  readonly active: number | string;
  readonly activate: (place: number) => void;
  /** The focus has come to a row: by the keyboard it is worked in; a pointer says so with its click. */
  readonly noticeFocus: (place: number) => void;
  /** To be called when a pointer goes down within the list. */
  readonly notePointer: () => void;
}

export const DOCUMENT = "document";

/**
 * @param keys one of each turn
 * @param made what each turn made, by its index; -1 is the document
 * @param show brings a row into sight
 */
export function useActiveRow(
  panel: RefObject<HTMLElement | null>,
  keys: readonly number[],
  made: ReadonlyMap<number, MadeTurn>,
  show: (place: number) => void,
): ActiveRow {
  const actions = useActions();
  const selected = usePlayground((state) => state.turn);
  const turn = usePlayground((state) => state.good?.timeline.turns[state.turn]?.turn ?? -1);
  const [active, setActive] = useState<number | string>(keys[turn] ?? DOCUMENT);
  const isPressed = useRef(false);
  const latest = useRef({ keys, made, active, selected });
  latest.current = { keys, made, active, selected };

  const activate = useCallback(
    (place: number): void => {
      const { keys: now, made: known, selected: request } = latest.current;
      setActive(now[place - 1] ?? DOCUMENT);
      const { requests = [] } = known.get(place - 1) ?? {};
      const [first] = requests;
      if (first !== undefined && !requests.includes(request)) actions.selectTurn(first);
    },
    [actions],
  );

  // Rows below a press must not move before it has ended.
  const notePointer = useCallback((): void => {
    isPressed.current = true;
    const release = (): void => {
      isPressed.current = false;
    };
    window.addEventListener("pointerup", release, { once: true });
    window.addEventListener("pointercancel", release, { once: true });
  }, []);
  const noticeFocus = useCallback(
    (place: number): void => {
      if (!isPressed.current) activate(place);
    },
    [activate],
  );

  const isFirst = useRef(true);
  useEffect(() => {
    const { active: row, keys: now } = latest.current;
    const isWorked = panel.current?.contains(document.activeElement) ?? false;
    const place = row === DOCUMENT ? 0 : now.indexOf(Number(row)) + 1;
    // Where one works in a row, it keeps the selection, also when its requests have got other numbers.
    if (isWorked && (place > 0 || row === DOCUMENT)) {
      const { requests = [] } = made.get(place - 1) ?? {};
      const [first] = requests;
      if (first !== undefined && !requests.includes(latest.current.selected)) actions.selectTurn(first);
      return;
    }
    setActive(now[turn] ?? DOCUMENT);
    if (!isFirst.current || turn >= 0) show(turn + 1);
    isFirst.current = false;
  }, [turn, made, panel, show, actions]);

  return { active, activate, noticeFocus, notePointer };
}
