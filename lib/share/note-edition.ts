/** Notes with a layout which rules and prices its figures were made with, so that an old link shows what its author saw. */
import { RULES_AS_OF } from "../offers/catalogue";
import type { Price, PriceOverride } from "../offers/model";
import { PRICE_CELLS } from "../offers/price-cells";
import { listPrices } from "../offers/prices";
import type { PlaySettings } from "../placement/play-settings";
import { parsePrompt } from "../prompt/parse";
import type { SharedLayout } from "./shared-layout";

/** The amounts of a row of the table, without what tells where they come from. */
function noteRow(price: Price): PriceOverride {
  const { model, region, currency, maxInputTokens } = price;
  const amounts = PRICE_CELLS.flatMap((cell) => {
    const amount = price[cell];
    return typeof amount === "number" ? [[cell, amount] as const] : [];
  });
  return { model, region, currency, maxInputTokens, ...Object.fromEntries(amounts) };
}

/** Every model that a request of the layout goes to. */
export function listLayoutModels({ text, model, scenario }: SharedLayout): readonly string[] {
  const modelOf = (written: string): string | null => parsePrompt(written).prompt?.model ?? model;
  const turns = scenario?.turns ?? [];
  const named = [
    modelOf(text),
    ...turns.flatMap(({ body, events = [] }) => [
      ...(body === undefined ? [] : [modelOf(body)]),
      ...events.map((event) => (event.kind === "switch-model" ? event.model : null)),
    ]),
  ];
  return [...new Set(named)].filter((name) => name !== null);
}

/**
 * The layout with the day of the rules and the prices of its models, per million tokens, as the page shows them.
 * @param shown what the page plays with, where it shows an earlier edition
 */
export function noteEdition(
  layout: SharedLayout,
  shown: Pick<PlaySettings, "rulesOn" | "seenPrices"> = {},
): SharedLayout {
  const today = listLayoutModels(layout).flatMap((model) => listPrices(model, layout.region).map(noteRow));
  const seen = shown.seenPrices ?? today;
  const { seenPrices: _, ...rest } = layout;
  return {
    ...rest,
    rulesAsOf: shown.rulesOn ?? RULES_AS_OF,
    ...(seen.length > 0 ? { seenPrices: seen } : {}),
  };
}
