"use client";
/** What a row of the savings does: draws its outcome on the map, and takes it where the document is still the one it is of. */
import { useEffect } from "react";
import type { Settings } from "../../lib/pipeline/analysis";
import { applyEdits } from "../../lib/prompt/apply-edits";
import { type SavedChange, settingsAfter } from "../../lib/savings/saved-change";
import { useGhost } from "../map/use-ghost";
import { usePlaygroundStore } from "../playground-context";
import { useWords } from "../words/use-words";

/** The document that a report was made of: its changes fit that one only. */
export interface Ground {
  readonly text: string;
  readonly settings: Settings;
}

export interface SavingActs {
  readonly onPreview: (name: string, change: SavedChange | null) => void;
  readonly onTake: (change: SavedChange, said: string) => void;
}

export function useSavingActs(ground: Ground | null): SavingActs {
  const { t } = useWords();
  const { store, actions } = usePlaygroundStore();
  const ghost = useGhost();
  useEffect(() => ghost.hide, [ghost]);
  return {
    onPreview: (name, change) => {
      if (!change || !ground) ghost.hide();
      else ghost.show(name, applyEdits(ground.text, change.edits), settingsAfter(change, ground.settings));
    },
    onTake: (change, said) => {
      ghost.hide();
      const { text, settings } = store.getState();
      if (text === ground?.text && settings === ground.settings) actions.takeChange(change, said);
      else actions.warn(t("savings.changedMeanwhile"));
    },
  };
}
