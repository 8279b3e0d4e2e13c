"use client";
/** Draws on the map what a change would make of the conversation while it is pointed at, and takes it away again. */
import { useCallback, useEffect, useMemo, useRef } from "react";
import type { Settings } from "../../lib/pipeline/analysis";
import { applyEdits } from "../../lib/prompt/apply-edits";
import type { TextEdit } from "../../lib/prompt/prompt";
import type { Said } from "../../lib/words/message";
import { usePlaygroundStore } from "../playground-context";
import { useMapStore } from "./map-store";

export interface Ghost {
  /** @param name what would be done */
  show(name: Said, text: string, settings: Settings): void;
  /** Edits of the document as it was analysed, under its own settings. */
  showEdits(name: Said, edits: readonly TextEdit[]): void;
  hide(): void;
}

export function useGhost(): Ghost {
  const { store, actions } = usePlaygroundStore();
  const map = useMapStore();
  const calling = useRef<AbortController | null>(null);

  const hide = useCallback(() => {
    calling.current?.abort();
    calling.current = null;
    map.setState({ ghost: null });
  }, [map]);

  const show = useCallback(
    (name: Said, text: string, settings: Settings) => {
      calling.current?.abort();
      const controller = new AbortController();
      calling.current = controller;
      void actions.ask({ kind: "what-if", text, settings }, { signal: controller.signal }).then((answer) => {
        if (controller.signal.aborted || !answer.ok || !answer.value) return;
        const { rows, totals } = answer.value;
        map.setState({ ghost: { name, rows, cost: totals.cost } });
      });
    },
    [actions, map],
  );

  const showEdits = useCallback(
    (name: Said, edits: readonly TextEdit[]) => {
      const { analysedText, settings } = store.getState();
      if (analysedText !== null) show(name, applyEdits(analysedText, edits), settings);
    },
    [store, show],
  );

  // After an act it would tell what a change makes of a conversation that is no more.
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.lastAct !== before.lastAct) hide();
      }),
    [store, hide],
  );

  // What is pointed at may go away under the pointer.
  useEffect(() => hide, [hide]);
  return useMemo(() => ({ show, showEdits, hide }), [show, showEdits, hide]);
}
