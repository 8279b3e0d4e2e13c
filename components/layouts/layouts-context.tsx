"use client";
/** Hands the keeper of layouts to the page; null where nothing is kept, as in a frame. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { KeeperState, LayoutKeeper } from "./keeper-ports";

export const LayoutsContext = createContext<LayoutKeeper | null>(null);

export function useLayoutKeeper(): LayoutKeeper {
  const keeper = useContext(LayoutsContext);
  if (!keeper) throw new Error("Layouts are used where none are kept.");
  return keeper;
}

/** A frame or a lesson keeps nothing. */
const NOTHING_KEPT = createStore<KeeperState>(() => ({
  name: "",
  status: "unchanged",
  savedAt: null,
  id: null,
}));

export const useKeeperState = (): KeeperState => useStore(useContext(LayoutsContext)?.store ?? NOTHING_KEPT);
