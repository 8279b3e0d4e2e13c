"use client";
/** The region: whether the model is sold and priced there, and if not where else. */
import { useMemo } from "react";
import { describeRegion, type RegionChoice } from "../../lib/offers/describe-choice";
import type { PriceOverride, Region } from "../../lib/offers/model";
import { REGIONS, regionName } from "../../lib/offers/regions";
import { formatPrice } from "../../lib/values/figures";
import { type Message, tell } from "../../lib/words/message";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { type SearchGroup, SearchPicker } from "../ui/search-picker";
import { useWords } from "../words/use-words";
import { CacheBadges, sayCaches } from "./cache-badges";

const NO_PRICES: readonly PriceOverride[] = [];

const SHORT = {
  priced: null,
  "no-price": "header.noPrice",
  absent: "header.notOffered",
  unknown: "header.noPrice",
} as const;

function tellStatus({ status, price, instead }: RegionChoice): Message {
  switch (status) {
    case "priced":
      return price
        ? tell("header.pricePerMillion", { price: formatPrice(price.input, price.currency) })
        : tell("header.priced");
    case "no-price":
      return instead === null ? tell("header.noPriceKnown") : tell("header.noPriceChoose", { instead });
    case "absent":
      return instead === null ? tell("header.notOfferedHere") : tell("header.notOfferedChoose", { instead });
    case "unknown":
      return tell("header.modelNotListed");
  }
}

export function RegionPicker() {
  const words = useWords();
  const { t, say } = words;
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
          const says = words.say(tellStatus(choice));
          const caches = choice.status === "unknown" || choice.status === "absent" ? [] : choice.caches;
          return {
            value: id,
            label: words.say(name),
            says: caches.length > 0 ? `${sayCaches(caches, words)}, ${says}` : says,
            detail: <CacheBadges caches={caches} />,
            note: says,
          };
        }),
      },
    ],
    [model, prices, words],
  );
  const chosen = describeRegion(model, region, prices);
  const wrong = SHORT[chosen.status];

  return (
    <SearchPicker
      label={t("header.region")}
      value={region}
      groups={groups}
      onPick={(picked) => actions.setRegion(picked as Region)}
      placeholder={t("header.searchRegions")}
      hint={
        wrong === null
          ? undefined
          : t("header.regionState", { model, region: regionName(region), state: tellStatus(chosen) })
      }
      button={
        <Button className="min-w-0 font-medium">
          <span className="truncate">{say(regionName(region))}</span>
          {wrong !== null && (
            <span className="rounded border border-line bg-raised px-1 text-[11px] leading-4 font-normal text-warn">
              {t(wrong)}
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
