"use client";
/** The keys of a presenter: a clicker sends those that turn pages, a keyboard has arrows and the space bar. */
import { useEffect } from "react";

const TYPED =
  "input:not([type=radio]):not([type=range]), textarea, select, [contenteditable], .monaco-editor";

/** Whether a key belongs to a field. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPED) !== null;

export interface PresenterKeys {
  readonly next: () => void;
  readonly back: () => void;
  readonly notes: () => void;
  readonly black: () => void;
  readonly leave: () => void;
}

const KEYS: Readonly<Record<string, keyof PresenterKeys>> = {
  PageDown: "next",
  ArrowRight: "next",
  ArrowDown: "next",
  " ": "next",
  Enter: "next",
  PageUp: "back",
  ArrowLeft: "back",
  ArrowUp: "back",
  Backspace: "back",
  n: "notes",
  N: "notes",
  b: "black",
  B: "black",
  ".": "black",
  Escape: "leave",
};

/** They are caught before a row of the map or a button takes them: a teacher's hand is on the clicker. */
export function usePresenterKeys(keys: PresenterKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = KEYS[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      keys[act]();
    };
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, [keys]);
}
