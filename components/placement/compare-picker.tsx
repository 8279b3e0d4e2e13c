"use client";
/** A second model to compare placements on, sorted by what it caches in the region. */
import { findCacheOffer } from "../../lib/offers/cache-offers";
import { listModels } from "../../lib/offers/catalogue";
import type { Region } from "../../lib/offers/model";
import { Picker, type PickerGroup } from "../ui/picker";

interface ComparePickerProps {
  /** The document's model, which is no choice. */
  readonly own: string;
  readonly region: Region;
  readonly value: string | null;
  readonly onPick: (model: string | null) => void;
}

const NONE = "";

function listGroups(own: string, region: Region): readonly PickerGroup[] {
  const names = listModels()
    .map(({ model }) => model)
    .filter((model) => model !== own && !model.includes("*"));
  const offers = (model: string, cache: "explicit" | "implicit"): boolean =>
    findCacheOffer(model, region, cache).status === "offered";
  const isExplicit = (model: string): boolean => offers(model, "explicit");
  const isImplicit = (model: string): boolean => !isExplicit(model) && offers(model, "implicit");
  const group = (label: string, holds: (model: string) => boolean): PickerGroup => ({
    label,
    options: names.filter(holds).map((model) => ({ value: model, label: model })),
  });
  return [
    { label: "", options: [{ value: NONE, label: "no other model" }] },
    group("Explicit cache in this region", isExplicit),
    group("Implicit cache only", isImplicit),
    group("No cache known here", (model) => !isExplicit(model) && !isImplicit(model)),
  ].filter(({ options }) => options.length > 0);
}

export function ComparePicker({ own, region, value, onPick }: ComparePickerProps) {
  return (
    <Picker
      label="Compare with"
      className="text-xs"
      value={value ?? NONE}
      groups={listGroups(own, region)}
      onPick={(picked) => onPick(picked === NONE ? null : picked)}
    />
  );
}
