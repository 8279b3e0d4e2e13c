/** A comparison of systems as a file: CSV for a spreadsheet, Markdown for people. */
import type { CountBasis } from "../compare/compared-system";
import type { ServiceJudgement } from "../export/judge-for";
import { findAssumption } from "../offers/assumptions";
import { tellOtherwise, writeOtherwise } from "../offers/open-questions";
import type { SystemKind } from "../systems/comparable";
import { writeCsvTable } from "../values/csv-table";
import { formatChange, formatMoney, formatNumber, formatPercent, orDash } from "../values/figures";
import { writeCell, writeTable } from "../values/markdown-table";
import type { Words } from "../words/create-words";
import { type Message, type MessageKey, tell, tellNames } from "../words/message";
import type { Refusal, RowJudgements, SystemRow } from "./compare-report";
import type { RankedGroup, RankedRow } from "./rank-systems";

export const KIND_NAMES = {
  explicit: "compare.kindExplicit",
  automatic: "compare.kindAutomatic",
  rented: "compare.kindRented",
  "own-hardware": "compare.kindOwnHardware",
  routed: "compare.kindRouted",
} as const satisfies Readonly<Record<SystemKind, MessageKey>>;

/** e.g. `−48.7%`; a dash where it cannot be told. */
export const sayChange = (share: number | null): string =>
  orDash(share, (known) => (Math.abs(known) < 0.0005 ? "±0%" : formatChange(known)));

/** How sure the counts of a row are. */
export function sayGrade({ tokens, spread }: Pick<CountBasis, "tokens" | "spread">): Message {
  if (tokens !== "estimate" || !spread) return tell(tokens === "given" ? "pipeline.given" : "pipeline.exact");
  const less = formatPercent(spread.less);
  const isSame = Math.abs(spread.less - spread.more) < 0.0005;
  return isSame
    ? tell("pipeline.estimate", { spread: less })
    : tell("pipeline.estimateBetween", { less, more: formatPercent(spread.more) });
}

/** How a row is counted, in full: e.g. `exact with o200k_base`. */
export const sayCounts = (row: CountBasis): Message =>
  row.vocabulary === null
    ? sayGrade(row)
    : tell("pipeline.gradeWith", { grade: sayGrade(row), vocabulary: row.vocabulary });

/** Which requests, counted from 1 for a reader, and why. */
export function sayRefusal({ message, requests }: Refusal, all: number): Message {
  const some = requests.slice(0, 5).map((index) => index + 1);
  const more = requests.length - some.length;
  if (requests.length === all)
    return all === 1
      ? tell("pipeline.refusesTheOne", { reason: message })
      : tell("pipeline.refusesAll", { count: all, reason: message });
  const told = { count: requests.length, numbers: tellNames(some.map(String)), reason: message };
  return more > 0 ? tell("pipeline.refusesMany", { ...told, more }) : tell("pipeline.refusesSome", told);
}

const COLUMNS = [
  "system",
  "model",
  "kind",
  "tokens",
  "counted_with",
  "read_tokens",
  "written_tokens",
  "uncached_tokens",
  "completion_tokens",
  "currency",
  "cost",
  "cost_without_cache",
  "against_no_cache",
  "against_cheapest_in_currency",
  "refusals",
  "markers_in_its_words",
  "assumptions",
  "readings",
] as const;

const sayRefusals = ({ refusals, requests }: SystemRow, { sentences }: Words): string =>
  sentences(refusals.map((refusal) => sayRefusal(refusal, requests.length)));

const OUTCOMES = { refused: "pipeline.refusedAt", ignored: "pipeline.ignoredAt" } as const;

/** What a service says of a marker, with its place in the document. */
const sayJudgement = ({ outcome, message, pointer }: ServiceJudgement): Message =>
  tell(OUTCOMES[outcome], { pointer, reason: message });

function csvRow(
  { row, againstNoCache, againstCheapest }: RankedRow,
  judgements: readonly ServiceJudgement[],
  words: Words,
): (string | number | null)[] {
  const { t, say, sentences } = words;
  const { read, written, uncached, completion, cost, costWithoutCache } = row.totals;
  return [
    say(row.name),
    row.model,
    t(KIND_NAMES[row.kind]),
    say(sayGrade(row)),
    row.vocabulary,
    read,
    written,
    uncached,
    completion,
    row.currency,
    cost,
    costWithoutCache,
    againstNoCache,
    againstCheapest,
    sayRefusals(row, words),
    sentences(judgements.map(sayJudgement)),
    row.assumptions.join(" "),
    writeOtherwise(row.readings ?? {}, row.model ?? ""),
  ];
}

/** Shares are fractions; what is unknown is empty. Columns are named for programs, alike in every language. */
export const writeComparisonCsv = (
  groups: readonly RankedGroup[],
  words: Words,
  judgements: RowJudgements = {},
): string =>
  writeCsvTable([
    COLUMNS,
    ...groups.flatMap(({ rows }) =>
      rows.map((ranked) => csvRow(ranked, judgements[ranked.row.id] ?? [], words)),
    ),
  ]);

function nameGroup({ currency, isOwn }: RankedGroup): Message {
  if (currency === null) return tell(isOwn ? "pipeline.ownUnpriced" : "pipeline.unpriced");
  return tell(isOwn ? "pipeline.ownBilled" : "pipeline.billed", { currency });
}

function writeCost({ currency, totals: { cost } }: SystemRow, { t }: Words): string {
  if (currency === null) return "–";
  return cost === null ? t("values.unknown") : formatMoney(cost, currency);
}

const HEADINGS = [
  "pipeline.system",
  "pipeline.model",
  "pipeline.kind",
  "pipeline.read",
  "pipeline.written",
  "pipeline.uncached",
  "pipeline.readOfInput",
  "pipeline.cost",
  "pipeline.againstNoCache",
  "pipeline.againstCheapest",
  "pipeline.tokens",
] as const satisfies readonly MessageKey[];

function writeGroup(group: RankedGroup, words: Words): string[] {
  const { t, say } = words;
  const { rows } = group;
  const cells = rows.map(({ row, readShare, againstNoCache, againstCheapest, isCheapest }) => [
    say(row.name),
    row.model ?? "–",
    t(KIND_NAMES[row.kind]),
    formatNumber(row.totals.read),
    formatNumber(row.totals.written),
    formatNumber(row.totals.uncached),
    orDash(readShare, formatPercent),
    writeCost(row, words),
    sayChange(againstNoCache),
    isCheapest ? t("compare.cheapest") : sayChange(againstCheapest),
    say(sayCounts(row)),
  ]);
  const headings = HEADINGS.map((key) => t(key));
  const refusing = rows.filter(({ row }) => row.refusals.length > 0);
  return [
    `## ${say(nameGroup(group))}`,
    "",
    ...writeTable(headings, cells),
    "",
    ...refusing.map(({ row }) => `- ${writeCell(say(row.name))}: ${writeCell(sayRefusals(row, words))}`),
    ...(refusing.length > 0 ? [""] : []),
  ];
}

/** What each service refuses or ignores of the document's markers; services that say the same share a line. */
function writeJudgements(
  groups: readonly RankedGroup[],
  judgements: RowJudgements,
  { t, say }: Words,
): string[] {
  const names = new Map<string, string[]>();
  for (const { row } of groups.flatMap(({ rows }) => rows)) {
    for (const judgement of judgements[row.id] ?? []) {
      const said = say(sayJudgement(judgement));
      names.set(said, [...(names.get(said) ?? []), say(row.name)]);
    }
  }
  if (names.size === 0) return [];
  const lines = [...names].map(([said, of]) => `- ${writeCell(of.join("; "))}: ${writeCell(said)}`);
  return [`## ${t("pipeline.markersOfDocument")}`, "", ...lines, ""];
}

/** What rows of Model Studio play otherwise than documented or assumed, model by model. */
function writeReadings(groups: readonly RankedGroup[], { t, say }: Words): string[] {
  const told = new Map<string, string[]>();
  for (const { row } of groups.flatMap(({ rows }) => rows)) {
    if (row.model !== null && row.readings) {
      told.set(row.model, tellOtherwise(row.readings, row.model).map(say));
    }
  }
  const lines = [...told].flatMap(([model, list]) => list.map((said) => `- ${model}: ${writeCell(said)}`));
  return lines.length > 0 ? [`## ${t("readings.noticeLabel")}`, "", ...lines, ""] : [];
}

/** @param title of the document; one line */
export function writeComparisonMarkdown(
  groups: readonly RankedGroup[],
  title: string,
  words: Words,
  judgements: RowJudgements = {},
): string {
  const { t, say } = words;
  const ids = new Set(groups.flatMap(({ rows }) => rows.flatMap(({ row }) => row.assumptions)));
  const assumptions = [...ids].flatMap((id) => findAssumption(id) ?? []);
  return [
    `# ${t("pipeline.title", { title: writeCell(title) })}`,
    "",
    t("pipeline.about"),
    "",
    ...groups.flatMap((group) => writeGroup(group, words)),
    ...writeJudgements(groups, judgements, words),
    ...writeReadings(groups, words),
    `## ${t("pipeline.assumptions")}`,
    "",
    ...assumptions.map(({ statement }) => `- ${say(statement)}`),
    "",
  ].join("\n");
}
