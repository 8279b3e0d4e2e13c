/** An explained session as a file to keep or to pass on: Markdown for people, JSON for programs. */

import { formatAmount, formatNumber, orDash } from "../values/figures";
import { writeCell, writeTable } from "../values/markdown-table";
import { isMessage } from "../words/message";
import { ENGLISH } from "../words/plain-words";
import { listFailures } from "./list-failures";
import type { RecordedSession } from "./recorded-exchange";
import type { CheapestView, SessionRequest, SessionStatistics, SessionView } from "./session-view";

const write = (tokens: number | undefined): string => orDash(tokens, formatNumber);
const writeSeconds = (seconds: number | null): string => orDash(seconds, (value) => value.toFixed(1));
const percent = (share: number | null): string =>
  share === null ? "unknown" : `${(share * 100).toFixed(1)} %`;

type Part = "prompt" | "read" | "written" | "uncached";

/** Billed and predicted; one figure where they agree or one of them is not known. */
function pair({ billed, predicted }: SessionRequest, part: Part): string {
  const [real, ours] = [billed?.[part], predicted?.[part]];
  if (real === undefined) return ours === undefined ? "–" : `(${write(ours)})`;
  return ours === undefined || ours === real ? write(real) : `${write(real)} (${write(ours)})`;
}

function writeRequest(request: SessionRequest, view: SessionView): string[] {
  const { number, lane, at, gap, markers, effective, firstToken, cost, running, reason, also } = request;
  const said = [reason, ...also].map(({ sentence }) => ENGLISH.say(sentence));
  return [
    String(number),
    view.lanes[lane]?.name ?? "–",
    writeSeconds(at),
    writeSeconds(gap),
    markers === null ? "–" : `${markers.length} → ${effective}`,
    pair(request, "prompt"),
    pair(request, "read"),
    pair(request, "written"),
    pair(request, "uncached"),
    write((request.billed ?? request.predicted)?.completion),
    writeSeconds(firstToken),
    formatAmount(cost),
    formatAmount(running),
    [reason.code, ...said, ...(request.difference === null ? [] : [request.difference])].join(" · "),
  ];
}

const HEADINGS = [
  "Request",
  "Lane",
  "At, s",
  "Gap, s",
  "Markers",
  "Prompt",
  "Read",
  "Written",
  "Uncached",
].concat(["Completion", "First token, s", "Cost", "Running bill", "Why"]);

function writeMisses({ costliest }: SessionStatistics): string[] {
  if (costliest.length === 0) return ["Nothing was paid for twice."];
  return costliest.map(
    ({ number, tokens, cost, sentence, mend }, place) =>
      `${place + 1}. Request ${number}: ${write(tokens)} tokens, ${formatAmount(cost)}. ${writeCell(ENGLISH.say(sentence))} ${ENGLISH.say(mend)}`,
  );
}

function writeFailures(session: RecordedSession): string[] {
  const failures = listFailures(session);
  if (failures.length === 0) return [];
  const rows = failures.map(({ number, times, method, path, status, sentence, mend }) => [
    String(number),
    String(times),
    `${status} ${method} ${path}`,
    [sentence, mend ?? ""].join(" ").trim(),
  ]);
  return ["## Requests that failed", "", ...writeTable(["First", "Times", "What", "Why"], rows), ""];
}

/** @param cheapest null where it was not searched */
export function writeSessionMarkdown(
  session: RecordedSession,
  view: SessionView,
  cheapest: CheapestView | null,
): string {
  const { statistics: sums, currency } = view;
  const unit = currency === null ? "" : ` ${currency}`;
  const started = session.startedAt === null ? "–" : new Date(session.startedAt * 1000).toISOString();
  const lines = [
    "# Recorded session",
    "",
    `- Target: ${session.target === "emulator" ? "the playground's emulator" : session.target}`,
    `- Started: ${started}`,
    `- Requests: ${view.requests.length}, of which ${sums.answered} were answered; ${view.others} others beside the chat`,
    `- Tokens: ${write(sums.read)} read, ${write(sums.written)} written, ${write(sums.uncached)} uncached, ${write(sums.completion)} completion`,
    `- Hit rate: ${percent(sums.hitRateByTokens)} of the tokens, ${percent(sums.hitRateByRequests)} of the requests`,
    `- Written ${sums.rewriteFactor === null ? "–" : sums.rewriteFactor.toFixed(2)} times the largest prompt of ${write(sums.largestPrompt)} tokens`,
    `- Cost by the price table: ${formatAmount(view.cost, currency)}; without a cache ${formatAmount(view.costWithoutCache, currency)}`,
    ...(cheapest
      ? [`- Cheapest markers: ${formatAmount(cheapest.cheapest, currency)}. ${cheapest.sentence}`]
      : []),
    ...view.notes.map((note) => `- ${note}`),
    "",
    ...writeFailures(session),
    "## Lanes",
    "",
    ...view.lanes.map(({ name, holds }) => `- ${name}: ${holds}`),
    "",
    "## Requests",
    "",
    "Figures are tokens as billed; a prediction that differs, or stands alone, is in brackets.",
    "",
    ...writeTable(
      HEADINGS,
      view.requests.map((request) => writeRequest(request, view)),
    ),
    "",
    "## Costliest misses",
    "",
    ...writeMisses(sums),
    ...(sums.shares
      ? [
          "",
          "## Share of the bill",
          "",
          ...writeTable(
            ["Part", `Cost${unit}`, "Share"],
            sums.shares.map(({ kind, cost, share }) => [kind, formatAmount(cost), percent(share)]),
          ),
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** Puts what is told into words. */
const sayMessages = (_name: string, value: unknown): unknown =>
  isMessage(value) && String(value.key).includes(".") ? ENGLISH.say(value) : value;

/** The explanation as JSON text, without the bodies: figures, reasons and the words around each change. */
export function writeSessionJson(
  { startedAt, target, forgotten, unstored }: RecordedSession,
  view: SessionView,
  cheapest: CheapestView | null,
): string {
  return `${JSON.stringify({ version: 1, target, startedAt, forgotten, unstored, ...view, cheapest }, sayMessages, 2)}\n`;
}
