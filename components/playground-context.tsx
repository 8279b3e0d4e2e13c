"use client";
/** Hands the store to the panels. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { PlaygroundActions, PlaygroundState } from "../lib/store/playground-state";
import type { PlaygroundStore } from "../lib/store/playground-store";

export const PlaygroundContext = createContext<PlaygroundStore | null>(null);

function useStoreContext(): PlaygroundStore {
  const context = useContext(PlaygroundContext);
  if (!context) throw new Error("A panel is used outside the playground.");
  return context;
}

/** @param select returns a primitive or a stored reference, never a fresh object */
export const usePlayground = <T,>(select: (state: PlaygroundState) => T): T =>
  useStore(useStoreContext().store, select);

export const useActions = (): PlaygroundActions => useStoreContext().actions;

export const usePlaygroundStore = (): PlaygroundStore => useStoreContext();
