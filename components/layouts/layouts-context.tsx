"use client";
/** Hands the keeper of layouts to the page; null where nothing is kept, as in a frame. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { KeeperState, LayoutKeeper } from "./keeper-ports";

export const LayoutsContext = createContext<LayoutKeeper | null>(null);

export function useLayoutKeeper(): LayoutKeeper {
  const keeper = useContext(LayoutsContext);
  if (!keeper) throw new Error("Layouts are used where none are kept.");
  return keeper;
}

export const useKeeperState = (): KeeperState => useStore(useLayoutKeeper().store);
