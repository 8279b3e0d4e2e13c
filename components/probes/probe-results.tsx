"use client";
/** What came of every call of a probe: counts by repeat, and the usage as it was sent. */
import { numberOf } from "../../lib/probes/list-probes";
import type { ProbeId, ProbeResult } from "../../lib/probes/probe";
import type { ProbeRun, SentCall } from "../../lib/probes/probe-run";
import { formatClock, formatCount } from "../../lib/values/figures";
import { ScrollRegion } from "../ui/scroll-region";
import { useWords } from "../words/use-words";
import { FoldedPart } from "./folded-part";

interface ProbeResultsProps {
  readonly id: ProbeId;
  readonly run: ProbeRun;
}

const keyOf = ({ repeat, attempt, call }: SentCall): string => `${repeat} ${attempt} ${call}`;

/** A repeat's number, with how often it had been asked before. */
const repeatOf = ({ repeat, attempt }: SentCall): string =>
  attempt === 0 ? String(repeat + 1) : `${repeat + 1}.${attempt + 1}`;

function Counts({ result }: { readonly result: ProbeResult | null }) {
  const { t } = useWords();
  if (result?.kind === "answered") {
    return (
      <>
        <td>{formatCount(result.prompt)}</td>
        <td className="text-read-ink">{formatCount(result.read)}</td>
        <td className="text-written-ink">{formatCount(result.written)}</td>
        <td />
      </>
    );
  }
  const note =
    result === null
      ? t("probePage.open")
      : result.kind === "refused"
        ? t("probePage.refusedWith", { status: String(result.status), said: result.said })
        : t("probePage.failedWith", { fault: result.fault });
  return (
    <>
      <td>–</td>
      <td>–</td>
      <td>–</td>
      <td className="min-w-40 text-left font-sans text-mute">{note}</td>
    </>
  );
}

function CallsTable({ id, run }: ProbeResultsProps) {
  const { t } = useWords();
  const sent = run.sent.filter(({ probe }) => probe === id).toSorted((a, b) => a.repeat - b.repeat);
  const usages = sent.flatMap(({ repeat, call, result }) =>
    result?.kind === "answered" ? [JSON.stringify({ call, repeat: repeat + 1, usage: result.usage })] : [],
  );
  return (
    <>
      <ScrollRegion label={t("probePage.resultsLabel", { number: numberOf(id) })} className="relative mt-1.5">
        <table className="w-full border-collapse text-right font-mono text-xs [&_td]:py-0.5 [&_td]:pl-3 [&_th]:py-0.5 [&_th]:pl-3 [&_th:first-child]:pl-0">
          <thead className="border-b border-line font-sans text-mute [&_th]:font-medium">
            <tr>
              <th scope="col" className="text-left">
                {t("probePage.callName")}
              </th>
              <th scope="col">{t("probePage.repeat")}</th>
              <th scope="col">{t("probePage.sentAt")}</th>
              <th scope="col">{t("probePage.prompt")}</th>
              <th scope="col">{t("probePage.read")}</th>
              <th scope="col">{t("probePage.written")}</th>
              <th scope="col" className="text-left">
                {t("probePage.notes")}
              </th>
            </tr>
          </thead>
          <tbody>
            {sent.map((one) => (
              <tr key={keyOf(one)} className="border-b border-line-soft align-top">
                <th scope="row" className="text-left font-normal whitespace-nowrap">
                  {one.call}
                </th>
                <td>{repeatOf(one)}</td>
                <td>{formatClock(one.startedAt)}</td>
                <Counts result={one.result} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {usages.length > 0 && (
        <details className="mt-2">
          <summary className="w-fit cursor-pointer py-1 text-xs font-medium">
            {t("probePage.rawUsage")}
          </summary>
          <ScrollRegion label={t("probePage.rawUsage")} className="relative mt-1">
            <pre className="max-h-80 rounded-md border border-line bg-raised p-2 text-xs">
              {usages.join("\n")}
            </pre>
          </ScrollRegion>
        </details>
      )}
    </>
  );
}

export function ProbeResults(props: ProbeResultsProps) {
  const { t } = useWords();
  return (
    <FoldedPart label={t("probePage.results")}>
      <CallsTable {...props} />
    </FoldedPart>
  );
}
