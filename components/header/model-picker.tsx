"use client";
/** The model, searched among all: with the caches it has in the region, its input price and how much it takes. */
import { useMemo } from "react";
import { meantName } from "../../lib/offers/catalogue";
import { describeModel, describeRegion, groupModels } from "../../lib/offers/describe-choice";
import type { PriceOverride, Region } from "../../lib/offers/model";
import { regionName } from "../../lib/offers/regions";
import { formatCount, formatPrice } from "../../lib/values/figures";
import { ENGLISH } from "../../lib/words/plain-words";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { type SearchGroup, type SearchOption, SearchPicker } from "../ui/search-picker";
import { CacheBadges, sayCaches } from "./cache-badges";

const NO_PRICES: readonly PriceOverride[] = [];

/** A name that is no choice of the list: a model by another name, or one that is not known. */
function nameChosen(chosen: string): string {
  const meant = meantName(chosen);
  if (meant === null) return `${chosen} (unknown)`;
  return meant === chosen ? chosen : `${chosen} (= ${meant})`;
}

function optionOf(
  name: string,
  label: string,
  region: Region,
  prices: readonly PriceOverride[],
): SearchOption {
  const { caches, price, hasTiers, longestInput } = describeModel(name, region, prices);
  const cost = price
    ? `${hasTiers ? "from " : ""}${formatPrice(price.input, price.currency)} per 1M input tokens`
    : describeRegion(name, region, prices).status === "absent"
      ? `not known to be offered in ${ENGLISH.say(regionName(region))}`
      : "no price known";
  const length = longestInput === null ? [] : [`takes ${formatCount(longestInput)} tokens`];
  return {
    value: name,
    label,
    says: [sayCaches(caches), cost, ...length].join(", "),
    detail: <CacheBadges caches={caches} />,
    note: [cost, ...length].join(" · "),
  };
}

export function ModelPicker() {
  const model = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const region = usePlayground((state) => state.settings.region);
  const prices = usePlayground((state) => state.settings.prices) ?? NO_PRICES;
  const actions = useActions();

  const groups = useMemo((): readonly SearchGroup[] => {
    const listed = groupModels().map(({ label, models }) => ({
      label: ENGLISH.say(label),
      options: models.map((each) => optionOf(each.model, each.model, region, prices)),
    }));
    const isListed = listed.some(({ options }) => options.some(({ value }) => value === model));
    if (isListed) return listed;
    const own = optionOf(model, nameChosen(model), region, prices);
    return [{ label: "In the document", options: [own] }, ...listed];
  }, [model, region, prices]);

  return (
    <SearchPicker
      label="Model"
      value={model}
      groups={groups}
      onPick={actions.setModel}
      placeholder={`Search models, caches (in ${ENGLISH.say(regionName(region))})`}
      button={
        <Button className="min-w-0 font-medium">
          <span className="truncate">{nameChosen(model)}</span>
          <span className="flex gap-1 max-[1360px]:hidden">
            <CacheBadges caches={describeModel(model, region, prices).caches} />
          </span>
          <span aria-hidden className="text-[10px] text-faint">
            ▾
          </span>
        </Button>
      }
    />
  );
}
