"use client";
/** The prices in force for this model and region, each of which the user may know better. */
import type { PriceCell, PriceOverride } from "../../lib/offers/model";
import { listPrices } from "../../lib/offers/prices";
import { formatCount } from "../../lib/values/figures";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { useCurrency } from "./use-currency";

type PriceKey =
  | "timeline.priceInput"
  | "timeline.priceWrite"
  | "timeline.priceRead"
  | "timeline.priceImplicitRead"
  | "timeline.priceOutput";

const CELLS: readonly { readonly cell: PriceCell; readonly label: PriceKey }[] = [
  { cell: "input", label: "timeline.priceInput" },
  { cell: "create5m", label: "timeline.priceWrite" },
  { cell: "read", label: "timeline.priceRead" },
  { cell: "implicitRead", label: "timeline.priceImplicitRead" },
  { cell: "output", label: "timeline.priceOutput" },
];

/** The overrides with one cell of one tier changed; null takes the override of that cell away. */
function changeCell(
  overrides: readonly PriceOverride[],
  at: Pick<PriceOverride, "model" | "region"> & { readonly maxInputTokens: number | null },
  cell: PriceCell,
  amount: number | null,
): readonly PriceOverride[] | undefined {
  const isHere = (each: PriceOverride): boolean =>
    each.model === at.model && each.region === at.region && each.maxInputTokens === at.maxInputTokens;
  const present: PriceOverride = overrides.find(isHere) ?? at;
  const { [cell]: _, ...others } = present;
  const changed: PriceOverride = { ...at, ...others, ...(amount === null ? {} : { [cell]: amount }) };
  const rest = overrides.filter((each) => !isHere(each));
  const result = CELLS.some((each) => changed[each.cell] !== undefined) ? [...rest, changed] : rest;
  return result.length > 0 ? result : undefined;
}

export function PriceOptions() {
  const model = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const region = usePlayground((state) => state.settings.region);
  const overrides = usePlayground((state) => state.settings.prices);
  const actions = useActions();
  const currency = useCurrency();
  const { t } = useWords();
  const tiers = listPrices(model, region, overrides);
  const shown =
    tiers.length > 0 ? tiers : [{ maxInputTokens: null, overridden: [] as readonly PriceCell[], asOf: null }];
  return (
    <section className="mt-5">
      <h3 className="font-medium">{t("timeline.pricesOf", { model, currency })}</h3>
      <p className="mb-1.5 text-mute">
        {tiers.length === 0 ? `${t("timeline.noPriceHere")} ` : ""}
        {t("timeline.pricesSay")}
      </p>
      <div className="overflow-x-auto">
        <table className="w-full text-right text-xs [&_td]:px-0.5 [&_td]:py-0.5 [&_th]:px-1 [&_th]:font-normal">
          <caption className="sr-only">{t("timeline.pricesByTier")}</caption>
          <thead className="text-mute">
            <tr>
              <th scope="col" className="text-left">
                {t("timeline.inputUpTo")}
              </th>
              {CELLS.map(({ cell, label }) => (
                <th key={cell} scope="col">
                  {t(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((tier) => {
              const upTo =
                tier.maxInputTokens === null ? t("timeline.anyInput") : formatCount(tier.maxInputTokens);
              return (
                <tr key={upTo}>
                  <th scope="row" className="text-left font-mono">
                    {upTo}
                  </th>
                  {CELLS.map(({ cell, label }) => (
                    <td key={cell}>
                      <input
                        type="number"
                        min={0}
                        step="any"
                        aria-label={t("timeline.priceOf", { kind: t(label), most: upTo })}
                        placeholder={t("values.unknown")}
                        value={(tier as Partial<Record<PriceCell, number | null>>)[cell] ?? ""}
                        onChange={(event) => {
                          const amount = event.target.value === "" ? null : Number(event.target.value);
                          if (amount !== null && !(amount >= 0)) return;
                          const at = { model, region, currency, maxInputTokens: tier.maxInputTokens };
                          actions.changePlay({ prices: changeCell(overrides ?? [], at, cell, amount) });
                        }}
                        className={`w-[4.4rem] rounded border bg-panel px-1 py-0.5 text-right font-mono ${
                          tier.overridden?.includes(cell) ? "border-written text-written-ink" : "border-line"
                        }`}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {overrides && (
        <Button className="mt-2 text-xs" onClick={() => actions.changePlay({ prices: undefined })}>
          {t("timeline.backToTable")}
        </Button>
      )}
    </section>
  );
}
