"use client";
/** What was billed, request by request: a table for usage without the requests it belongs to. */
import { useMemo, useState } from "react";
import type { ImportedUsage } from "../../lib/import/imported";
import type { Region } from "../../lib/offers/model";
import { PRICES_AS_OF } from "../../lib/offers/prices";
import { regionName } from "../../lib/offers/regions";
import { findInputRates } from "../../lib/savings/usage-savings";
import { formatCount, formatMoney } from "../../lib/values/figures";
import type { Words } from "../../lib/words/create-words";
import type { MessageKey } from "../../lib/words/message";
import { UsageSavings } from "../savings/usage-savings";
import { useWords } from "../words/use-words";
import { UsageBar } from "./usage-bar";
import { describeDialects, listUsageRows, sumUsageRows, type TokenKind, type UsageRow } from "./usage-rows";

interface UsageViewProps {
  readonly usages: readonly ImportedUsage[];
  /** Where a usage names no model; null = unknown. */
  readonly model: string | null;
  readonly region: Region;
}

/** More rows than these help nobody in a preview; the sums count all. */
const MOST_ROWS = 200;

const COLUMNS: readonly { readonly kind: TokenKind; readonly name: MessageKey; readonly look: string }[] = [
  { kind: "read", name: "importing.columnRead", look: "text-read-ink" },
  { kind: "written", name: "importing.columnWritten", look: "text-written-ink" },
  { kind: "uncached", name: "importing.columnUncached", look: "text-uncached-ink" },
  { kind: "prompt", name: "importing.columnPrompt", look: "" },
  { kind: "completion", name: "importing.columnCompletion", look: "text-completion-ink" },
];

function writeTokens({ usage }: UsageRow, kind: TokenKind, { t }: Words): string {
  if (!usage) return "–";
  const isUntold =
    (kind === "written" && usage.writtenKnown === false) || (kind === "read" && usage.readKnown === false);
  return isUntold ? t("importing.notTold") : formatCount(usage[kind]);
}

/** Both costs where the usage leaves open which it was. */
const writeCost = (
  { cost, otherCost, currency }: Pick<UsageRow, "cost" | "otherCost" | "currency">,
  { t }: Words,
): string =>
  otherCost === null
    ? formatMoney(cost, currency)
    : t("importing.eitherCost", {
        cost: formatMoney(cost, currency),
        other: formatMoney(otherCost, currency),
      });

function RequestRow({ row, most }: { readonly row: UsageRow; readonly most: number }) {
  const words = useWords();
  const { t, say } = words;
  const { place, conversation, usage, model, pricedAs } = row;
  return (
    <tr className="border-b border-line-soft align-top">
      <th scope="row" className="text-left font-sans font-medium">
        {say(place)}
        {conversation && <span className="font-normal text-mute"> {conversation}</span>}
        {(model ?? pricedAs) && (
          <span className="block font-normal text-mute">
            {model ?? t("importing.noModelPricedAs", { model: pricedAs ?? "" })}
          </span>
        )}
      </th>
      {COLUMNS.map(({ kind, look }) => (
        <td key={kind} className={look}>
          {writeTokens(row, kind, words)}
        </td>
      ))}
      <td>{usage && <UsageBar usage={usage} most={most} />}</td>
      <td>{usage ? writeCost(row, words) : "–"}</td>
      <td className="max-w-96 min-w-48 text-left font-sans text-mute">{words.sentences(row.words)}</td>
    </tr>
  );
}

export function UsageView({ usages, model, region }: UsageViewProps) {
  const words = useWords();
  const { t, say } = words;
  const rows = useMemo(() => listUsageRows(usages, model, region), [usages, model, region]);
  const sums = useMemo(() => sumUsageRows(rows), [rows]);
  const pricedAs = rows.find((row) => row.pricedAs !== null)?.pricedAs ?? null;
  const largest = Math.max(0, ...rows.map(({ usage }) => usage?.prompt ?? 0));
  const known = pricedAs === null ? null : findInputRates(pricedAs, largest, { region });
  const [isOpen, setIsOpen] = useState(false);
  const shown = rows.slice(0, MOST_ROWS);
  const most = shown.reduce(
    (longest, { usage }) => Math.max(longest, usage ? usage.prompt + usage.completion : 0),
    0,
  );
  const dialects = describeDialects(rows.flatMap(({ usage }) => (usage ? [usage.dialect] : [])));
  if (rows.length === 0) return <p className="text-mute">{t("importing.noUsage")}</p>;
  return (
    <section aria-label={t("importing.usage")} className="min-w-0">
      {dialects !== null && (
        <p className="mb-1.5 text-xs text-mute">{t("importing.figuresOf", { dialects })}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable with the keyboard. */}
      <div className="overflow-x-auto" role="region" aria-label={t("importing.billedTokens")} tabIndex={0}>
        <table className="w-full border-collapse text-right font-mono text-xs [&_td]:px-2.5 [&_td]:py-1 [&_th]:px-2.5 [&_th]:py-1">
          <caption className="sr-only">{t("importing.billedCaption")}</caption>
          <thead className="border-b border-line font-sans text-mute [&_th]:font-medium">
            <tr>
              <th scope="col" className="text-left">
                {t("importing.columnRequest")}
              </th>
              {COLUMNS.map(({ kind, name, look }) => (
                <th key={kind} scope="col" className={look}>
                  {say({ key: name })}
                </th>
              ))}
              <td />
              <th scope="col">{t("importing.columnCost")}</th>
              <th scope="col" className="text-left">
                {t("importing.columnWords")}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of an import never change.
              <RequestRow key={index} row={row} most={most} />
            ))}
          </tbody>
          {rows.length > 1 && (
            <tfoot className="border-t border-line font-semibold">
              <tr>
                <th scope="row" className="text-left font-sans">
                  {t("importing.sum")}
                </th>
                {COLUMNS.map(({ kind }) => (
                  <td key={kind}>{formatCount(sums.tokens[kind])}</td>
                ))}
                <td />
                <td>{writeCost(sums, words)}</td>
                <td />
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      <p className="mt-1.5 text-xs text-mute">
        {rows.length > shown.length &&
          `${t("importing.firstRows", { shown: String(MOST_ROWS), count: formatCount(rows.length) })} `}
        {t("importing.costBasis", { region: regionName(region), day: PRICES_AS_OF })}
      </p>
      {known && pricedAs && (
        <details className="mt-1.5 text-xs" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
          <summary className="w-fit cursor-pointer font-medium hover:underline">
            {t("importing.whatSaved")}
          </summary>
          {isOpen && (
            <UsageSavings
              given={sums.tokens}
              rates={known.rates}
              currency={known.currency}
              model={pricedAs}
            />
          )}
        </details>
      )}
    </section>
  );
}
