"use client";
/** What was billed, request by request: a table for usage without the requests it belongs to. */
import { useMemo, useState } from "react";
import type { ImportedUsage } from "../../lib/import/imported";
import type { Region } from "../../lib/offers/model";
import { PRICES_AS_OF } from "../../lib/offers/prices";
import { regionName } from "../../lib/offers/regions";
import { findInputRates } from "../../lib/savings/usage-savings";
import { formatCount, formatMoney } from "../../lib/values/figures";
import { UsageSavings } from "../savings/usage-savings";
import { Sentence } from "../words/sentence";
import { UsageBar } from "./usage-bar";
import { describeDialect, listUsageRows, sumUsageRows, type TokenKind, type UsageRow } from "./usage-rows";

interface UsageViewProps {
  readonly usages: readonly ImportedUsage[];
  /** Where a usage names no model; null = unknown. */
  readonly model: string | null;
  readonly region: Region;
}

/** More rows than these help nobody in a preview; the sums count all. */
const MOST_ROWS = 200;

const COLUMNS: readonly { readonly kind: TokenKind; readonly name: string; readonly look: string }[] = [
  { kind: "read", name: "Read", look: "text-read-ink" },
  { kind: "written", name: "Written", look: "text-written-ink" },
  { kind: "uncached", name: "Uncached", look: "text-uncached-ink" },
  { kind: "prompt", name: "Prompt", look: "" },
  { kind: "completion", name: "Completion", look: "text-completion-ink" },
];

function writeTokens({ usage }: UsageRow, kind: TokenKind): string {
  if (!usage) return "–";
  const isUntold =
    (kind === "written" && usage.writtenKnown === false) || (kind === "read" && usage.readKnown === false);
  return isUntold ? "not told" : formatCount(usage[kind]);
}

/** Both costs where the usage leaves open which it was. */
const writeCost = ({
  cost,
  otherCost,
  currency,
}: Pick<UsageRow, "cost" | "otherCost" | "currency">): string =>
  otherCost === null
    ? formatMoney(cost, currency)
    : `${formatMoney(cost, currency)} or ${formatMoney(otherCost, currency)}`;

function RequestRow({ row, most }: { readonly row: UsageRow; readonly most: number }) {
  const { place, conversation, usage, model, pricedAs, words } = row;
  return (
    <tr className="border-b border-line-soft align-top">
      <th scope="row" className="text-left font-sans font-medium">
        {place}
        {conversation && <span className="font-normal text-mute"> {conversation}</span>}
        {(model ?? pricedAs) && (
          <span className="block font-normal text-mute">
            {model ?? `no model named; priced as ${pricedAs}`}
          </span>
        )}
      </th>
      {COLUMNS.map(({ kind, look }) => (
        <td key={kind} className={look}>
          {writeTokens(row, kind)}
        </td>
      ))}
      <td>{usage && <UsageBar usage={usage} most={most} />}</td>
      <td>{usage ? writeCost(row) : "–"}</td>
      <td className="max-w-96 min-w-48 text-left font-sans text-mute">{words.join(" ")}</td>
    </tr>
  );
}

export function UsageView({ usages, model, region }: UsageViewProps) {
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
  const dialects = [...new Set(rows.flatMap(({ usage }) => (usage ? [describeDialect(usage.dialect)] : [])))];
  if (rows.length === 0) return <p className="text-mute">The source tells no usage.</p>;
  return (
    <section aria-label="Usage" className="min-w-0">
      {dialects.length > 0 && (
        <p className="mb-1.5 text-xs text-mute">The figures are those of {dialects.join("; and of ")}.</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable with the keyboard. */}
      <div className="overflow-x-auto" role="region" aria-label="Billed tokens" tabIndex={0}>
        <table className="w-full border-collapse text-right font-mono text-xs [&_td]:px-2.5 [&_td]:py-1 [&_th]:px-2.5 [&_th]:py-1">
          <caption className="sr-only">What was billed for each request, in tokens</caption>
          <thead className="border-b border-line font-sans text-mute [&_th]:font-medium">
            <tr>
              <th scope="col" className="text-left">
                Request
              </th>
              {COLUMNS.map(({ kind, name, look }) => (
                <th key={kind} scope="col" className={look}>
                  {name}
                </th>
              ))}
              <td />
              <th scope="col">Cost</th>
              <th scope="col" className="text-left">
                How it adds up
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
                  Sum
                </th>
                {COLUMNS.map(({ kind }) => (
                  <td key={kind}>{formatCount(sums.tokens[kind])}</td>
                ))}
                <td />
                <td>{writeCost(sums)}</td>
                <td />
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      <p className="mt-1.5 text-xs text-mute">
        {rows.length > shown.length &&
          `The first ${MOST_ROWS} of ${formatCount(rows.length)} requests; the sum counts all. `}
        Cost by the prices of <Sentence said={regionName(region)} /> as of {PRICES_AS_OF}; it says unknown
        where a price is missing.
      </p>
      {known && pricedAs && (
        <details className="mt-1.5 text-xs" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
          <summary className="w-fit cursor-pointer font-medium hover:underline">
            What the cache and fewer tokens saved
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
