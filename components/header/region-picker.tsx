"use client";
/** The region: whether the model is sold and priced there, and if not where else. */
import { useMemo } from "react";
import { describeRegion, type RegionChoice } from "../../lib/offers/describe-choice";
import type { PriceOverride, Region } from "../../lib/offers/model";
import { REGIONS, regionName } from "../../lib/offers/regions";
import { formatPrice } from "../../lib/values/figures";
import { ENGLISH } from "../../lib/words/plain-words";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { type SearchGroup, SearchPicker } from "../ui/search-picker";
import { Sentence } from "../words/sentence";
import { CacheBadges, sayCaches } from "./cache-badges";

const NO_PRICES: readonly PriceOverride[] = [];

const SHORT = { priced: "", "no-price": "no price", absent: "not offered", unknown: "no price" } as const;

function sayStatus({ status, price, instead }: RegionChoice): string {
  const elsewhere = instead === null ? "" : `; choose ${ENGLISH.say(instead)}`;
  switch (status) {
    case "priced":
      return price ? `${formatPrice(price.input, price.currency)} per 1M input tokens` : "priced";
    case "no-price":
      return `no price known${elsewhere}`;
    case "absent":
      return `not known to be offered here${elsewhere}`;
    case "unknown":
      return "the model is not in the list, so no price is known";
  }
}

export function RegionPicker() {
  const model = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const region = usePlayground((state) => state.settings.region);
  const prices = usePlayground((state) => state.settings.prices) ?? NO_PRICES;
  const actions = useActions();

  const groups = useMemo(
    (): readonly SearchGroup[] => [
      {
        label: "",
        options: REGIONS.map(({ id, name }) => {
          const choice = describeRegion(model, id, prices);
          const says = sayStatus(choice);
          const caches = choice.status === "unknown" || choice.status === "absent" ? [] : choice.caches;
          return {
            value: id,
            label: ENGLISH.say(name),
            says: caches.length > 0 ? `${sayCaches(caches)}, ${says}` : says,
            detail: <CacheBadges caches={caches} />,
            note: says,
          };
        }),
      },
    ],
    [model, prices],
  );
  const chosen = describeRegion(model, region, prices);
  const wrong = SHORT[chosen.status];

  return (
    <SearchPicker
      label="Region"
      value={region}
      groups={groups}
      onPick={(picked) => actions.setRegion(picked as Region)}
      placeholder="Search regions"
      hint={
        wrong === "" ? undefined : `${model} in ${ENGLISH.say(regionName(region))}: ${sayStatus(chosen)}.`
      }
      button={
        <Button className="min-w-0 font-medium">
          <span className="truncate">
            <Sentence said={regionName(region)} />
          </span>
          {wrong !== "" && (
            <span className="rounded border border-line bg-raised px-1 text-[11px] leading-4 font-normal text-warn">
              {wrong}
            </span>
          )}
          <span aria-hidden className="text-[10px] text-faint">
            ▾
          </span>
        </Button>
      }
    />
  );
}
