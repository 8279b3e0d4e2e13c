"use client";
/** The requests of a run: what was predicted beside what was billed, and the difference in words. */
import { writeSentParameters } from "../../lib/run/bound-output";
import { scriptOf } from "../../lib/run/run-scenario";
import type { RunRecord, RunState } from "../../lib/run/run-state";
import { totalRun } from "../../lib/run/write-report";
import { formatColumn, formatCount, orDash } from "../../lib/values/figures";
import { type Said, tell } from "../../lib/words/message";
import { useWords } from "../words/use-words";

const PARTS = [
  { part: "read", nameKey: "run.read", look: "text-read-ink" },
  { part: "written", nameKey: "run.written", look: "text-written-ink" },
  { part: "uncached", nameKey: "run.uncached", look: "text-uncached-ink" },
] as const;

/** The edge of what was predicted, of what was billed, and of what follows both. */
const FIRST = "border-l border-line";

const edgeOf = (part: string): string => (part === PARTS[0].part ? FIRST : "");

const writeCount = (tokens: number | undefined): string => orDash(tokens, formatCount);
const writeSeconds = (seconds: number | null): string => orDash(seconds, (value) => `${value.toFixed(2)} s`);

function sayDifference({ outcome, difference, billed, predicted }: RunRecord): Said {
  if (outcome === "broken") return tell("run.noAnswer");
  if (!billed || !predicted) return tell("run.notComparable");
  return difference ?? tell("run.asPredicted");
}

interface RecordRowProps {
  readonly record: RunRecord;
  /** As the script has it; absent where that is no longer known. */
  readonly body: string | undefined;
  /** Money of the column. */
  readonly write: (cost: number | null) => string;
}

function RecordRow({ record, body, write }: RecordRowProps) {
  const { t, say, gap, sentences } = useWords();
  const { order, label, predicted, billed, cost, firstToken, total, difference, outcome, most, added } =
    record;
  const differs = difference !== null || outcome === "broken";
  return (
    <tr className="border-b border-line-soft align-top" data-run-request={order + 1}>
      <th scope="row" className="text-left font-sans font-medium whitespace-nowrap">
        {order + 1} <span className="font-normal text-mute">{say(label)}</span>
      </th>
      {PARTS.map(({ part }) => (
        <td key={`predicted ${part}`} className={`text-mute ${edgeOf(part)}`}>
          {writeCount(predicted?.[part])}
        </td>
      ))}
      {PARTS.map(({ part, look }) => (
        <td key={`billed ${part}`} className={`${look} ${edgeOf(part)}`}>
          {writeCount(billed?.[part])}
        </td>
      ))}
      <td className="text-completion-ink">{writeCount(billed?.completion)}</td>
      <td className={FIRST}>
        {cost === null ? (
          <span className="text-mute">{t("run.upTo", { most: write(most) })}</span>
        ) : (
          write(cost)
        )}
      </td>
      <td>{writeSeconds(firstToken)}</td>
      <td>{writeSeconds(total)}</td>
      <td className="max-w-120 min-w-48 text-left font-sans whitespace-normal!">
        <span className={differs ? "text-bad" : "text-read-ink"}>{say(sayDifference(record))}</span>
        {record.notes.length > 0 && (
          <span className="text-mute">
            {gap}
            {sentences([...record.notes, ...(record.skipped ? [tell("run.skipped")] : [])])}
          </span>
        )}
        {body !== undefined && added.length > 0 && (
          <details className="text-mute">
            <summary className="w-fit cursor-pointer">{t("run.asSent")}</summary>
            <code className="break-all whitespace-pre-wrap text-ink">{writeSentParameters(body, added)}</code>
          </details>
        )}
      </td>
    </tr>
  );
}

export function RunTable({ run }: { readonly run: RunState }) {
  const { t } = useWords();
  const totals = totalRun(run);
  const { requests } = scriptOf(run);
  const { billed, maybe, open } = totals.money;
  const costs = [
    billed,
    maybe,
    ...run.records.flatMap(({ cost, most }) => [cost, cost === null ? most : null]),
  ];
  const format = formatColumn(costs, totals.currency ?? "USD");
  const write = (cost: number | null): string => (cost === null ? t("values.unknown") : format(cost));
  return (
    <section aria-label={t("run.requestsOfRun")} className="shrink-0">
      <table className="w-full border-collapse text-right font-mono text-xs [&_td]:px-2.5 [&_td]:py-1 [&_td]:whitespace-nowrap [&_th]:px-2.5 [&_th]:py-1">
        <caption className="sr-only">{t("run.tableCaption")}</caption>
        <thead className="font-sans text-mute [&_th]:font-medium">
          <tr>
            <th rowSpan={2} scope="col" className="text-left align-bottom">
              {t("run.request")}
            </th>
            <th colSpan={3} scope="colgroup" className={`text-center ${FIRST}`}>
              {t("run.predicted")}
            </th>
            <th colSpan={4} scope="colgroup" className={`text-center ${FIRST}`}>
              {t("run.billed")}
            </th>
            <th rowSpan={2} scope="col" className={`align-bottom ${FIRST}`}>
              {t("run.cost")}
            </th>
            <th rowSpan={2} scope="col" className="align-bottom">
              {t("run.firstToken")}
            </th>
            <th rowSpan={2} scope="col" className="align-bottom">
              {t("run.total")}
            </th>
            <th rowSpan={2} scope="col" className="text-left align-bottom">
              {t("run.difference")}
            </th>
          </tr>
          <tr className="border-b border-line">
            {["predicted", "billed"].flatMap((side) =>
              PARTS.map(({ part, nameKey, look }) => (
                <th key={`${side} ${part}`} scope="col" className={`${look} ${edgeOf(part)}`}>
                  {t(nameKey)}
                </th>
              )),
            )}
            <th scope="col" className="text-completion-ink">
              {t("run.completion")}
            </th>
          </tr>
        </thead>
        <tbody>
          {run.records.map((record, index) => (
            // A request that was sent again has a row of its own.
            // biome-ignore lint/suspicious/noArrayIndexKey: records are only ever added at the end.
            <RecordRow key={index} record={record} body={requests[record.order]?.body} write={write} />
          ))}
        </tbody>
        <tfoot className="font-semibold">
          <tr className="border-t border-line">
            <th scope="row" className="text-left font-sans">
              {t("run.sum")}
            </th>
            {PARTS.map(({ part }) => (
              <td key={`predicted ${part}`} className={`text-mute ${edgeOf(part)}`}>
                {formatCount(totals.predicted[part])}
              </td>
            ))}
            {PARTS.map(({ part }) => (
              <td key={`billed ${part}`} className={edgeOf(part)}>
                {formatCount(totals.billed[part])}
              </td>
            ))}
            <td>
              {formatCount(run.records.reduce((sum, { billed }) => sum + (billed?.completion ?? 0), 0))}
            </td>
            <td className={FIRST}>{write(billed)}</td>
            <td colSpan={3} />
          </tr>
          {open > 0 && (
            <tr data-maybe-billed>
              <th scope="row" className="text-left font-sans">
                {t("run.maybeBilledSum")}
              </th>
              <td colSpan={7} />
              <td className={FIRST}>{t("run.upTo", { most: write(maybe) })}</td>
              <td colSpan={3} />
            </tr>
          )}
        </tfoot>
      </table>
    </section>
  );
}
