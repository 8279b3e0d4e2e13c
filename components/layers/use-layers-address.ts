"use client";
/** The page's address as the state of the walk: every switch is a step that the browser's Back takes back. */
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import {
  type LayersAddress,
  listSwitched,
  readLayersAddress,
  writeLayersAddress,
} from "../../lib/layers/layers-address";
import { watchAddress } from "../address/watch-address";

const watch = watchAddress("layers-address");

const readFragment = (): string => window.location.hash;
/** A page that was made beforehand knows no fragment. */
const noFragment = (): string => "";

/** What is typed, so that a number of two digits is no two steps. */
const TYPED = ["vendors", "clusters", "replicas", "block", "memory", "gpus"];

export interface AddressState {
  readonly address: LayersAddress;
  readonly go: (next: LayersAddress) => void;
}

export function useLayersAddress(): AddressState {
  const fragment = useSyncExternalStore(watch.subscribe, readFragment, noFragment);
  const address = useMemo(() => readLayersAddress(fragment), [fragment]);
  /** The field that is being typed in; empty = none. */
  const typed = useRef("");

  const go = useCallback((next: LayersAddress): void => {
    const before = readLayersAddress(readFragment());
    const switched = listSwitched(before.settings, next.settings);
    const [field = ""] = switched.length === 1 ? switched : [];
    const isSame = before.conversation === next.conversation;
    const isLook = isSame && switched.length === 0;
    const isTyping = isSame && TYPED.includes(field) && field === typed.current;
    if (!isLook) typed.current = field;
    const written = writeLayersAddress(next);
    const url = `${window.location.pathname}${written === "" ? "" : `#${written}`}`;
    // Next keeps its own fields in an entry's state: they stay.
    if (isLook || isTyping) window.history.replaceState(window.history.state, "", url);
    else window.history.pushState(window.history.state, "", url);
    watch.tell();
  }, []);

  return { address, go };
}
