"use client";
/** One Tab stop for several things side by side: the one that had the focus last, or the first; keys go on from it. */
import { useState } from "react";

export interface Roving {
  readonly tabIndexOf: (key: string) => 0 | -1;
  /** This one has the focus. */
  readonly take: (key: string) => void;
}

export function useRoving(keys: readonly string[]): Roving {
  const [last, setLast] = useState<string | null>(null);
  const current = last !== null && keys.includes(last) ? last : keys[0];
  return { tabIndexOf: (key) => (key === current ? 0 : -1), take: setLast };
}

/** Hands the focus to the one before or after within the same group; at the ends it stays. */
export function stepFocus(from: Element, by: -1 | 1): void {
  const all: Element[] = [...(from.parentElement?.querySelectorAll(":scope > [tabindex]") ?? [])];
  const next = all[all.indexOf(from) + by];
  if (next instanceof SVGElement) next.focus();
}
