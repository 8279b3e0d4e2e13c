"use client";
/** The ways to offer tools side by side, on one's own list with the calls that are made; one of them has a dial. */
import { useMemo, useState } from "react";
import { sayToolWay, type ToolWay, type ToolWaysReport } from "../../lib/savings/tool-ways";
import { formatColumn, formatNumber } from "../../lib/values/figures";
import { ReportStatus } from "../placement/report-status";
import { type AskFor, useReport } from "../placement/use-report";
import { Button } from "../ui/button";
import { NumberField } from "../ui/number-field";
import { useWords } from "../words/use-words";
import { CONVERSATIONS, saySignedShare } from "./say-saving";
import { type Ground, type SavingActs, useSavingActs } from "./use-saving-acts";

interface Grounded extends Ground {
  readonly report: ToolWaysReport;
  readonly bonus: number;
}

const askFor =
  (bonus: number): AskFor<Grounded> =>
  async (ask, document, options) => {
    const answered = await ask({ kind: "tool-ways", ...document, bonus }, options);
    if (!answered.ok) return answered;
    return { ok: true, value: answered.value && { report: answered.value, bonus, ...document } };
  };

interface WayRowProps extends SavingActs {
  readonly way: ToolWay;
  readonly bonus: number;
  /** What the conversation costs as it is. */
  readonly now: number | null;
  readonly write: (amount: number | null) => string;
}

function WayRow({ way, bonus, now, write, onPreview, onTake }: WayRowProps) {
  const { t, say } = useWords();
  const { id, tools, changes, requests, input, read, misses, cost, change } = way;
  const name = say(sayToolWay(id, bonus));
  const show = (): void => onPreview(name, change);
  const hide = (): void => onPreview(name, null);
  const share = cost === null || !now ? null : cost / now - 1;
  return (
    <tr
      data-way={id}
      className="border-b border-line-soft hover:bg-hover"
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
    >
      <th scope="row" className="min-w-52 text-left font-sans font-normal whitespace-normal">
        <span className="flex items-center justify-between gap-2">
          {name}
          {change && (
            <Button
              className="min-h-6 py-0.5 text-xs"
              aria-label={t("savings.doNamed", { title: name })}
              onClick={() => onTake(change, t("savings.toolsOffered", { name }))}
            >
              {t("savings.doIt")}
            </Button>
          )}
        </span>
      </th>
      <td>{formatNumber(tools)}</td>
      <td>{formatNumber(changes)}</td>
      <td>{formatNumber(requests)}</td>
      <td>{formatNumber(input)}</td>
      <td>{formatNumber(read)}</td>
      <td>{formatNumber(misses)}</td>
      <td>{cost === null ? t("values.unknown") : write(cost * CONVERSATIONS)}</td>
      <td className="text-mute">{id === "now" || share === null ? "" : say(saySignedShare(share))}</td>
    </tr>
  );
}

const HEADINGS = [
  "savings.headTools",
  "savings.headChanges",
  "savings.headRequests",
  "savings.headInput",
  "savings.headRead",
  "savings.headMisses",
  "savings.headCost",
  "savings.headAgainst",
] as const;

export function ToolWays() {
  const { t } = useWords();
  const [bonus, setBonus] = useState(1);
  const report = useReport(useMemo(() => askFor(bonus), [bonus]));
  const { value, work } = report;
  const acts = useSavingActs(value);
  if (!value && work.kind === "ready") return null;
  const { ways = [], currency = "USD", turns = 1, called = 0, offered = 0 } = value?.report ?? {};
  const now = ways.find(({ id }) => id === "now")?.cost ?? null;
  const write = formatColumn(
    ways.map(({ cost }) => (cost === null ? null : cost * CONVERSATIONS)),
    currency,
  );
  return (
    <section aria-label={t("savings.toolWays")}>
      <h3 className="border-b border-line pb-1 text-xs font-medium text-mute">{t("savings.toolWays")}</h3>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 text-xs">
        <span className="flex items-center gap-1.5">
          <span aria-hidden>{t("savings.bonusBefore")}</span>
          <NumberField
            label={t("savings.bonusLabel")}
            value={bonus}
            min={0}
            max={Math.max(1, turns)}
            className="w-12"
            onChange={setBonus}
          />
          <span aria-hidden>{t("savings.bonusAfter", { count: bonus })}</span>
        </span>
        {work.kind !== "ready" && (
          <ReportStatus report={report} unit={t("savings.waysPlayed")}>
            {null}
          </ReportStatus>
        )}
      </div>
      {value && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable with the keyboard.
        <div className="overflow-x-auto" role="region" aria-label={t("savings.waysRegion")} tabIndex={0}>
          <table
            className={`w-full border-collapse text-right font-mono text-xs whitespace-nowrap [&_td]:px-1.5 [&_td]:py-1 [&_th]:px-1.5 [&_th]:py-1 ${work.kind === "ready" ? "" : "opacity-60"}`}
          >
            <caption className="sr-only">{t("savings.waysCaption")}</caption>
            <thead className="font-sans text-mute [&_th]:font-medium">
              <tr className="border-b border-line-soft">
                <th scope="col" className="text-left">
                  {t("savings.way")}
                </th>
                {HEADINGS.map((heading) => (
                  <th key={heading} scope="col">
                    {t(heading)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ways.map((way) => (
                <WayRow key={way.id} way={way} bonus={value.bonus} now={now} write={write} {...acts} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="pt-1 text-xs text-mute">
        {t("savings.waysNote", { called, offered: formatNumber(offered) })}
      </p>
    </section>
  );
}
