"use client";
/** The playground's one importer and how its import stands. */
import { useContext, useSyncExternalStore } from "react";
import type { PlaygroundStore } from "../../lib/store/playground-store";
import { LayoutsContext } from "../layouts/layouts-context";
import { usePlaygroundStore } from "../playground-context";
import { createImporter, type Importer, type ImportState } from "./importer";

/** Several places open the dialog, so that the importer belongs to the page and not to a view. */
const importers = new WeakMap<PlaygroundStore, Importer>();

export function useImporter(): Importer {
  const playground = usePlaygroundStore();
  const keeper = useContext(LayoutsContext);
  const importer = importers.get(playground) ?? createImporter(playground, keeper);
  importers.set(playground, importer);
  return importer;
}

/** @param select returns a primitive or a kept reference, never a fresh object */
export function useImport<Selected>(select: (state: ImportState) => Selected): Selected {
  const { subscribe, getState } = useImporter();
  const read = (): Selected => select(getState());
  return useSyncExternalStore(subscribe, read, read);
}
