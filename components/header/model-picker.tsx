"use client";
/** The model, searched among all: with the caches it has in the region, its input price and how much it takes. */
import { useMemo } from "react";
import { meantName } from "../../lib/offers/catalogue";
import { describeModel, describeRegion, groupModels } from "../../lib/offers/describe-choice";
import type { PriceOverride, Region } from "../../lib/offers/model";
import { regionName } from "../../lib/offers/regions";
import { formatCount, formatPrice } from "../../lib/values/figures";
import type { Words } from "../../lib/words/create-words";
import { type Said, tell } from "../../lib/words/message";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { type SearchGroup, type SearchOption, SearchPicker } from "../ui/search-picker";
import { useWords } from "../words/use-words";
import { CacheBadges, sayCaches } from "./cache-badges";

const NO_PRICES: readonly PriceOverride[] = [];

/** A name that is no choice of the list: a model by another name, or one that is not known. */
function nameChosen(chosen: string): Said {
  const meant = meantName(chosen);
  if (meant === null) return tell("header.modelUnknown", { model: chosen });
  return meant === chosen ? chosen : `${chosen} (= ${meant})`;
}

function optionOf(
  name: string,
  label: Said,
  region: Region,
  prices: readonly PriceOverride[],
  words: Words,
): SearchOption {
  const { t, say } = words;
  const { caches, price, hasTiers, longestInput } = describeModel(name, region, prices);
  const cost = price
    ? t(hasTiers ? "header.priceFrom" : "header.pricePerMillion", {
        price: formatPrice(price.input, price.currency),
      })
    : describeRegion(name, region, prices).status === "absent"
      ? t("header.notOfferedIn", { region: regionName(region) })
      : t("header.noPriceKnown");
  const length = longestInput === null ? [] : [t("header.takesTokens", { count: formatCount(longestInput) })];
  return {
    value: name,
    label: say(label),
    says: [sayCaches(caches, words), cost, ...length].join(t("values.comma")),
    detail: <CacheBadges caches={caches} />,
    note: [cost, ...length].join(" · "),
  };
}

export function ModelPicker() {
  const words = useWords();
  const { t, say } = words;
  const model = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const region = usePlayground((state) => state.settings.region);
  const prices = usePlayground((state) => state.settings.prices) ?? NO_PRICES;
  const actions = useActions();

  const groups = useMemo((): readonly SearchGroup[] => {
    const listed = groupModels().map(({ label, models }) => ({
      label: words.say(label),
      options: models.map((each) => optionOf(each.model, each.model, region, prices, words)),
    }));
    const isListed = listed.some(({ options }) => options.some(({ value }) => value === model));
    if (isListed) return listed;
    const own = optionOf(model, nameChosen(model), region, prices, words);
    return [{ label: words.t("header.inDocument"), options: [own] }, ...listed];
  }, [model, region, prices, words]);

  return (
    <SearchPicker
      label={t("header.model")}
      value={model}
      groups={groups}
      onPick={actions.setModel}
      placeholder={t("header.searchModels", { region: regionName(region) })}
      button={
        <Button className="min-w-0 font-medium">
          <span className="truncate">{say(nameChosen(model))}</span>
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
