"use client";
/** A second model to compare placements on, sorted by what it caches in the region. */
import { findCacheOffer } from "../../lib/offers/cache-offers";
import { listModels } from "../../lib/offers/catalogue";
import type { Region } from "../../lib/offers/model";
import type { Words } from "../../lib/words/create-words";
import { Picker, type PickerGroup } from "../ui/picker";
import { useWords } from "../words/use-words";

interface ComparePickerProps {
  /** The document's model, which is no choice. */
  readonly own: string;
  readonly region: Region;
  readonly value: string | null;
  readonly onPick: (model: string | null) => void;
}

const NONE = "";

function listGroups(own: string, region: Region, t: Words["t"]): readonly PickerGroup[] {
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
    { label: "", options: [{ value: NONE, label: t("placement.noOtherModel") }] },
    group(t("placement.hasExplicit"), isExplicit),
    group(t("placement.hasImplicit"), isImplicit),
    group(t("placement.hasNoCache"), (model) => !isExplicit(model) && !isImplicit(model)),
  ].filter(({ options }) => options.length > 0);
}

export function ComparePicker({ own, region, value, onPick }: ComparePickerProps) {
  const { t } = useWords();
  return (
    <Picker
      label={t("placement.compareWith")}
      className="text-xs"
      value={value ?? NONE}
      groups={listGroups(own, region, t)}
      onPick={(picked) => onPick(picked === NONE ? null : picked)}
    />
  );
}
