"use client";
/** The playground's one importer and how its import stands. */
import { useContext, useEffect, useSyncExternalStore } from "react";
import type { PlaygroundStore } from "../../lib/store/playground-store";
import type { Words } from "../../lib/words/create-words";
import { LayoutsContext } from "../layouts/layouts-context";
import { usePlaygroundStore } from "../playground-context";
import { useWords } from "../words/use-words";
import { createImporter, type Importer, type ImportState } from "./importer";

/** Several places open the dialog, so that the importer belongs to the page and not to a view. */
const importers = new WeakMap<PlaygroundStore, { readonly importer: Importer; words: Words }>();

export function useImporter(): Importer {
  const playground = usePlaygroundStore();
  const keeper = useContext(LayoutsContext);
  const words = useWords();
  const held = importers.get(playground) ?? {
    importer: createImporter(playground, keeper, () => importers.get(playground)?.words ?? words),
    words,
  };
  importers.set(playground, held);
  useEffect(() => {
    held.words = words;
  }, [held, words]);
  return held.importer;
}

/** @param select returns a primitive or a kept reference, never a fresh object */
export function useImport<Selected>(select: (state: ImportState) => Selected): Selected {
  const { subscribe, getState } = useImporter();
  const read = (): Selected => select(getState());
  return useSyncExternalStore(subscribe, read, read);
}
