/** Which lessons were done, kept in this browser alone. */
import { createStore } from "zustand/vanilla";

const KEY = "lessons-done";

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

function write(done: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(done));
  } catch {
    // Without storage the progress lasts as long as the page.
  }
}

interface Progress {
  /** Null until the browser was asked: what the server draws knows of none. */
  readonly done: readonly string[] | null;
}

export const progress = createStore<Progress>(() => ({ done: null }));

/** Reads what this browser has kept; once is enough. */
export function openProgress(): void {
  if (progress.getState().done === null) progress.setState({ done: read() });
}

export function markDone(id: string): void {
  const { done } = progress.getState();
  const known = done ?? read();
  if (known.includes(id)) return;
  const next = [...known, id];
  progress.setState({ done: next });
  write(next);
}

export function forgetProgress(): void {
  progress.setState({ done: [] });
  write([]);
}
