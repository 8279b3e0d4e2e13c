/** One request against the entries of its account and model: the step of the cache engine, from store to store. */

import type { Layout } from "../../layout/layout";
import type { Model } from "../../offers/model";
import type { Played } from "../../systems/cache-system";
import { createExplicitCache } from "../../systems/explicit";
import type { BreakpointCache } from "../../systems/kernels/boundary-store";
import type { Entry } from "../../systems/kernels/entry";
import type { KeptEntry } from "../../systems/kernels/entry-table";
import { createQwen4Cache } from "../../systems/qwen4";
import type { DigestIndex } from "./digest-index";
import type { StoredEntry } from "./stored-entries";

export interface Step {
  /** Laid out with `index`. */
  readonly layout: Layout;
  readonly model: Model | null;
  readonly index: DigestIndex;
  /** Start, in epoch seconds. */
  readonly at: number;
}

/** The engine's entry for a stored one; who wrote it does not matter to a single step. */
const revive = ({ tokens, model, readableAt, expiresAt }: StoredEntry): Entry => ({
  pointer: "",
  tokens,
  model,
  createdAt: 0,
  readableAt: readableAt ?? Number.POSITIVE_INFINITY,
  expiresAt,
  renewals: [],
  createdBy: 0,
  readBy: [],
  lastUsedBy: 0,
});

function startCache(
  { layout, model, index }: Step,
  stored: ReadonlyMap<string, StoredEntry>,
): BreakpointCache {
  const known = layout.cuts.flatMap(({ key }): KeptEntry[] => {
    const entry = stored.get(index.digestOf(key));
    return entry ? [{ key, entry: revive(entry) }] : [];
  });
  return model?.generation === "qwen4" ? createQwen4Cache(false, known) : createExplicitCache(false, known);
}

/**
 * Plays the start of a request with markers: what it reads and writes, and the entries that are then stored. Those it
 * writes cannot be read until `endStep`.
 */
export function startStep(
  step: Step,
  stored: ReadonlyMap<string, StoredEntry>,
): { readonly played: Played; readonly entries: ReadonlyMap<string, StoredEntry> } {
  const { layout, model, index, at } = step;
  const cache = startCache(step, stored);
  const played = cache.play({ index: 0, at, duration: Number.POSITIVE_INFINITY, layout, model });
  const entries = new Map(stored);
  for (const { key, entry } of cache.listLive(layout.model)) {
    const { tokens, readableAt, expiresAt } = entry;
    const hash = index.digestOf(key);
    const pending = readableAt === Number.POSITIVE_INFINITY;
    entries.set(hash, {
      hash,
      tokens,
      model: layout.model,
      readableAt: pending ? null : readableAt,
      expiresAt,
    });
  }
  return { played, entries };
}

/** The entries after the response to a request has ended at `end`, in epoch seconds: those at its markers are readable. */
export function endStep(
  { layout, index }: Step,
  stored: ReadonlyMap<string, StoredEntry>,
  end: number,
): ReadonlyMap<string, StoredEntry> {
  const entries = new Map(stored);
  for (const breakpoint of layout.breakpoints) {
    const entry = entries.get(index.digestOf(layout.cuts[breakpoint]?.key ?? -1));
    if (entry) entries.set(entry.hash, { ...entry, readableAt: Math.min(entry.readableAt ?? end, end) });
  }
  return entries;
}
