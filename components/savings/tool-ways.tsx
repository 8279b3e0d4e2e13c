"use client";
/** The ways to offer tools side by side, on one's own list with the calls that are made; one of them has a dial. */
import { useMemo, useState } from "react";
import { sayToolWay, type ToolWay, type ToolWaysReport } from "../../lib/savings/tool-ways";
import { formatColumn, formatMany, formatNumber } from "../../lib/values/figures";
import { ReportStatus } from "../placement/report-status";
import { type AskFor, useReport } from "../placement/use-report";
import { Button } from "../ui/button";
import { NumberField } from "../ui/number-field";
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
  const { id, tools, changes, requests, input, read, misses, cost, change } = way;
  const name = sayToolWay(id, bonus);
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
              aria-label={`Do it: ${name}`}
              onClick={() => onTake(change, `Done: tools offered as “${name}”.`)}
            >
              Do it
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
      <td>{write(cost === null ? null : cost * CONVERSATIONS)}</td>
      <td className="text-mute">{id === "now" || share === null ? "" : saySignedShare(share)}</td>
    </tr>
  );
}

const HEADINGS = ["Tools", "Changes", "Requests", "Input", "Read", "Read nothing", "Cost", "Against now"];

export function ToolWays() {
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
    <section aria-label="Tools, each way">
      <h3 className="border-b border-line pb-1 text-xs font-medium text-mute">Tools, each way</h3>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 text-xs">
        <span className="flex items-center gap-1.5">
          <span aria-hidden>Bonus: a tool stays for</span>
          <NumberField
            label="Turns for which a tool stays after its last call"
            value={bonus}
            min={0}
            max={Math.max(1, turns)}
            className="w-12"
            onChange={setBonus}
          />
          <span aria-hidden>{bonus === 1 ? "turn" : "turns"} after its last call</span>
        </span>
        {work.kind !== "ready" && (
          <ReportStatus report={report} unit="ways played">
            {null}
          </ReportStatus>
        )}
      </div>
      {value && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable with the keyboard.
        <div className="overflow-x-auto" role="region" aria-label="Ways to offer tools" tabIndex={0}>
          <table
            className={`w-full border-collapse text-right font-mono text-xs whitespace-nowrap [&_td]:px-1.5 [&_td]:py-1 [&_th]:px-1.5 [&_th]:py-1 ${work.kind === "ready" ? "" : "opacity-60"}`}
          >
            <caption className="sr-only">
              What each way to offer tools does to tokens, cache and money; money per 1,000 conversations
            </caption>
            <thead className="font-sans text-mute [&_th]:font-medium">
              <tr className="border-b border-line-soft">
                <th scope="col" className="text-left">
                  Way
                </th>
                {HEADINGS.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
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
        {formatMany(called, "tool")} of the {formatNumber(offered)} offered {called === 1 ? "is" : "are"}{" "}
        called. Tools is the longest list that is sent, changes how often it becomes another one; input and
        read are tokens of the whole conversation; money per 1,000. Relevant is what a turn calls: a router
        guesses it before, and may guess wrong. Tools stand before the messages, so each change of the list
        throws the whole cache away.
      </p>
    </section>
  );
}
