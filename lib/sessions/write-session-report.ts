/** An explained session as a file to keep or to pass on: Markdown for people, JSON for programs. */

import { writeAmount } from "../run/write-report";
import { formatNumber, orDash } from "../values/figures";
import { writeCell, writeTable } from "../values/markdown-table";
import type { Words } from "../words/create-words";
import { writeJsonFile } from "../words/write-json";
import { listFailures } from "./list-failures";
import type { RecordedSession } from "./recorded-exchange";
import type { CheapestView, SessionRequest, SessionStatistics, SessionView } from "./session-view";
import { nameBillKind } from "./share-bill";

const write = (tokens: number | undefined): string => orDash(tokens, formatNumber);
const writeSeconds = (seconds: number | null): string => orDash(seconds, (value) => value.toFixed(1));
const percent = (share: number | null, { t }: Words): string =>
  share === null ? t("values.unknown") : `${(share * 100).toFixed(1)} %`;

type Part = "prompt" | "read" | "written" | "uncached";

/** Billed and predicted; one figure where they agree or one of them is not known. */
function pair({ billed, predicted }: SessionRequest, part: Part): string {
  const [real, ours] = [billed?.[part], predicted?.[part]];
  if (real === undefined) return ours === undefined ? "–" : `(${write(ours)})`;
  return ours === undefined || ours === real ? write(real) : `${write(real)} (${write(ours)})`;
}

function writeRequest(request: SessionRequest, view: SessionView, words: Words): string[] {
  const { number, lane, at, gap, markers, effective, firstToken, cost, running, reason, also } = request;
  const said = [reason, ...also].map(({ sentence }) => words.say(sentence));
  return [
    String(number),
    words.say(view.lanes[lane]?.name ?? "–"),
    writeSeconds(at),
    writeSeconds(gap),
    markers === null ? "–" : `${markers.length} → ${effective}`,
    pair(request, "prompt"),
    pair(request, "read"),
    pair(request, "written"),
    pair(request, "uncached"),
    write((request.billed ?? request.predicted)?.completion),
    writeSeconds(firstToken),
    writeAmount(cost, words),
    writeAmount(running, words),
    [reason.code, ...said, ...(request.difference === null ? [] : [words.say(request.difference)])].join(
      " · ",
    ),
  ];
}

const HEADINGS = [
  "sessions.reportRequest",
  "sessions.reportLaneHeading",
  "sessions.reportAt",
  "sessions.reportGap",
  "sessions.reportMarkers",
  "sessions.reportPrompt",
  "sessions.reportRead",
  "sessions.reportWritten",
  "sessions.reportUncached",
  "sessions.reportCompletion",
  "sessions.reportFirstToken",
  "sessions.reportCostHeading",
  "sessions.reportRunning",
  "sessions.reportWhy",
] as const;

function writeMisses({ costliest }: SessionStatistics, words: Words): string[] {
  if (costliest.length === 0) return [words.t("sessions.reportNoMisses")];
  return costliest.map(({ number, tokens, cost, sentence, mend }, place) => {
    const told = { number: String(number), tokens: write(tokens), cost: writeAmount(cost, words) };
    const why = writeCell(words.say(sentence));
    return `${place + 1}. ${words.t("sessions.reportMiss", { ...told, sentence: why, mend })}`;
  });
}

function writeFailures(session: RecordedSession, { t, sentences }: Words): string[] {
  const failures = listFailures(session);
  if (failures.length === 0) return [];
  const rows = failures.map(({ number, times, method, path, status, sentence, mend }) => [
    String(number),
    String(times),
    `${status} ${method} ${path}`,
    sentences([sentence, mend ?? ""]),
  ]);
  const headings = [
    t("sessions.reportFirst"),
    t("sessions.reportTimes"),
    t("sessions.reportWhat"),
    t("sessions.reportWhy"),
  ];
  return [`## ${t("sessions.reportFailures")}`, "", ...writeTable(headings, rows), ""];
}

/** @param cheapest null where it was not searched */
export function writeSessionMarkdown(
  session: RecordedSession,
  view: SessionView,
  cheapest: CheapestView | null,
  words: Words,
): string {
  const { t } = words;
  const { statistics: sums, currency } = view;
  const unit = currency === null ? "" : ` ${currency}`;
  const started = session.startedAt === null ? "–" : new Date(session.startedAt * 1000).toISOString();
  const lines = [
    `# ${t("sessions.reportTitle")}`,
    "",
    ...[
      t("sessions.reportTarget", {
        target: session.target === "emulator" ? t("sessions.reportEmulator") : session.target,
      }),
      t("sessions.reportStarted", { started }),
      t("sessions.reportRequests", {
        requests: String(view.requests.length),
        answered: String(sums.answered),
        others: String(view.others),
      }),
      t("sessions.reportTokens", {
        read: write(sums.read),
        written: write(sums.written),
        uncached: write(sums.uncached),
        completion: write(sums.completion),
      }),
      t("sessions.reportHitRate", {
        tokens: percent(sums.hitRateByTokens, words),
        requests: percent(sums.hitRateByRequests, words),
      }),
      t("sessions.reportRewrite", {
        factor: orDash(sums.rewriteFactor, (factor) => factor.toFixed(2)),
        tokens: write(sums.largestPrompt),
      }),
      t("sessions.reportCost", {
        cost: writeAmount(view.cost, words, currency),
        plain: writeAmount(view.costWithoutCache, words, currency),
      }),
      ...(cheapest
        ? [
            t("sessions.reportCheapest", {
              cost: writeAmount(cheapest.cheapest, words, currency),
              sentence: cheapest.sentence,
            }),
          ]
        : []),
      ...view.notes.map(words.say),
    ].map((line) => `- ${line}`),
    "",
    ...writeFailures(session, words),
    `## ${t("sessions.reportLanes")}`,
    "",
    ...view.lanes.map(({ name, holds }) => `- ${t("sessions.reportLane", { name, holds })}`),
    "",
    `## ${t("sessions.reportRequestsHeading")}`,
    "",
    t("sessions.reportFiguresNote"),
    "",
    ...writeTable(
      HEADINGS.map((key) => t(key)),
      view.requests.map((request) => writeRequest(request, view, words)),
    ),
    "",
    `## ${t("sessions.reportMisses")}`,
    "",
    ...writeMisses(sums, words),
    ...(sums.shares
      ? [
          "",
          `## ${t("sessions.reportShares")}`,
          "",
          ...writeTable(
            [
              t("sessions.reportPart"),
              `${t("sessions.reportCostHeading")}${unit}`,
              t("sessions.reportShare"),
            ],
            sums.shares.map(({ kind, share, cost }) => [
              words.say(nameBillKind(kind)),
              writeAmount(cost, words),
              percent(share, words),
            ]),
          ),
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * The explanation as JSON text, without the bodies: figures, reasons and the words around each change.
 * @param words in which its sentences are written
 */
export function writeSessionJson(
  { startedAt, target, forgotten, unstored }: RecordedSession,
  view: SessionView,
  cheapest: CheapestView | null,
  words: Words,
): string {
  return writeJsonFile({ version: 1, target, startedAt, forgotten, unstored, ...view, cheapest }, words);
}
