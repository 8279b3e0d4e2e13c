/** A run as a file to keep or to pass on: Markdown for people, JSON for programs. Neither holds a key. */

import type { Currency } from "../offers/offer";
import { tellOtherwise } from "../offers/open-questions";
import { readingsFor } from "../offers/readings";
import { formatAmount, formatNumber, orDash } from "../values/figures";
import { writeTable } from "../values/markdown-table";
import type { Words } from "../words/create-words";
import type { MessageKey } from "../words/message";
import { writeJsonFile } from "../words/write-json";
import { type Money, spentOf } from "./money";
import { answeredOf, moneyOf, type RunRecord, type RunState } from "./run-state";

const write = (tokens: number | undefined): string => orDash(tokens, formatNumber);
const writeSeconds = (seconds: number | null): string => orDash(seconds, (value) => value.toFixed(2));

export interface RunTotals {
  readonly predicted: { readonly read: number; readonly written: number; readonly uncached: number };
  readonly billed: { readonly read: number; readonly written: number; readonly uncached: number };
  readonly money: Money;
  /** What is billed and what may have been, together; null where a price is unknown. */
  readonly spent: number | null;
  readonly currency: Currency | null;
}

type Part = "read" | "written" | "uncached";

/** Sums over the requests that have their answer. */
export function totalRun(state: RunState): RunTotals {
  const records = answeredOf(state);
  const sum = (of: (record: RunRecord) => { readonly [Key in Part]: number } | null) => {
    const add = (part: Part): number =>
      records.reduce((total, record) => total + (of(record)?.[part] ?? 0), 0);
    return { read: add("read"), written: add("written"), uncached: add("uncached") };
  };
  return {
    predicted: sum(({ predicted }) => predicted),
    billed: sum(({ billed }) => billed),
    money: moneyOf(state),
    spent: spentOf(moneyOf(state)),
    currency: state.records.find(({ predicted }) => predicted?.currency)?.predicted?.currency ?? null,
  };
}

const targetOf = ({ plan: { target } }: RunState, { t, say }: Words): string =>
  target.kind === "emulator" ? t("run.reportEmulator") : say(target.name);

/** Pairs of predicted and billed, e.g. "1,204 / 1,204". */
function pair(record: RunRecord, part: Part | "prompt"): string {
  return `${write(record.predicted?.[part])} / ${write(record.billed?.[part])}`;
}

const HEADINGS = [
  "run.request",
  "run.sentSeconds",
  "run.prompt",
  "run.read",
  "run.written",
  "run.uncached",
  "run.completion",
  "run.cost",
  "run.firstTokenSeconds",
  "run.totalSeconds",
  "run.id",
  "run.notes",
] as const;

/** How a sending stands, in a word. */
export const STATUS_WORDS = {
  running: "run.statusRunning",
  paused: "run.statusPaused",
  stopped: "run.statusStopped",
  done: "run.statusDone",
  cancelled: "run.statusCancelled",
} as const satisfies Readonly<Record<RunState["status"], MessageKey>>;

/** As `formatAmount` does, in the reader's words where the amount is not known. */
export const writeAmount = (amount: number | null, { t }: Words, currency: string | null = null): string =>
  amount === null ? t("values.unknown") : formatAmount(amount, currency);

function writeRecord(record: RunRecord, words: Words): string[] {
  const { order, label, sentAt, billed, cost, firstToken, total, requestId, difference, notes } = record;
  const said = words.sentences([...(difference === null ? [] : [difference]), ...notes]);
  return [
    `${order + 1} (${words.say(label)})`,
    writeSeconds(sentAt),
    pair(record, "prompt"),
    pair(record, "read"),
    pair(record, "written"),
    pair(record, "uncached"),
    write(billed?.completion),
    writeAmount(cost, words),
    writeSeconds(firstToken),
    writeSeconds(total),
    requestId ?? "–",
    said,
  ];
}

/** The run as a Markdown document. */
export function writeMarkdownReport(state: RunState, words: Words): string {
  const { t, say } = words;
  const { predicted, billed, money, currency } = totalRun(state);
  const { settings, startedAt } = state.plan;
  const otherwise = tellOtherwise(readingsFor(settings.model, settings), settings.model);
  const status = t(STATUS_WORDS[state.status]);
  const sums = ({ read, written, uncached }: RunTotals["billed"]) => ({
    read: write(read),
    written: write(written),
    uncached: write(uncached),
  });
  const lines = [
    `# ${t("run.reportTitle")}`,
    "",
    ...[
      t("run.reportTarget", { target: targetOf(state, words) }),
      t("run.reportScenario", { scenario: settings.scenario?.name ?? t("run.oneRequest") }),
      t("run.reportStarted", { started: new Date(startedAt * 1000).toISOString() }),
      ...(otherwise.length > 0
        ? [t("readings.notice", { count: otherwise.length, list: otherwise.map(say).join(" · ") })]
        : []),
      state.problem
        ? t("run.reportStatusWhy", { status, sentence: state.problem.sentence })
        : t("run.reportStatus", { status }),
      t("run.reportPredicted", sums(predicted)),
      t("run.reportBilled", sums(billed)),
      t("run.reportCost", { cost: writeAmount(money.billed, words, currency) }),
      ...(money.open > 0
        ? [t("run.reportMaybe", { count: money.open, most: writeAmount(money.maybe, words, currency) })]
        : []),
    ].map((line) => `- ${line}`),
    "",
    t("run.reportFigures"),
    "",
    ...writeTable(
      HEADINGS.map((key) => t(key)),
      state.records.map((record) => writeRecord(record, words)),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** The run as JSON text: its records with the raw usage of each answer, and the document. */
export function writeJsonReport(state: RunState, words: Words): string {
  const { plan, status, records, problem, ceiling } = state;
  const { text, settings, target, gaps, startedAt } = plan;
  const report = { target, gaps, startedAt, status, problem, ceiling, totals: totalRun(state), records };
  return writeJsonFile({ ...report, settings, document: text }, words);
}
