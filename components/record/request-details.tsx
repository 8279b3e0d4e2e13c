"use client";
/** Everything about one request: why, what changed, predicted against billed, its answer, and what is not there. */
import type { Change } from "../../lib/reasons/first-difference";
import { nameReason } from "../../lib/reasons/kinds";
import type { RecordedExchange } from "../../lib/sessions/recorded-exchange";
import type { SessionRequest, SessionView } from "../../lib/sessions/session-view";
import { formatClock } from "../../lib/values/figures";
import type { Words } from "../../lib/words/create-words";
import { type Message, type Said, tell } from "../../lib/words/message";
import { Button } from "../ui/button";
import { Tag } from "../ui/tag";
import { WordsSnippet } from "../why/words-snippet";
import { type Drawers, useWords } from "../words/use-words";
import { RequestBill } from "./request-bill";
import { SentMarkers } from "./sent-markers";

interface ChangeSnippetProps {
  readonly change: Change;
  readonly number: number;
  readonly previous: number | null;
}

const PLACES = {
  model: "recordFigures.changedModel",
  tools: "recordFigures.changedTools",
  system: "recordFigures.changedSystem",
} as const;

function sayPlace({ what, message }: Change): Message {
  if (what !== "message") return tell(PLACES[what]);
  return message === null
    ? tell("recordFigures.changedSomeMessage")
    : tell("recordFigures.changedMessage", { message });
}

const DRAWERS: Drawers = { b: (pieces) => <span className="font-medium text-ink">{pieces}</span> };

function ChangeSnippet({ change, number, previous }: ChangeSnippetProps) {
  const { t, say } = useWords();
  const name = (of: number) => t("recordFigures.requestLower", { number: String(of) });
  return (
    <section aria-label={t("recordFigures.whatChanged")}>
      <h3 className="font-semibold">{say(sayPlace(change))}</h3>
      <WordsSnippet
        words={change}
        names={[previous ? name(previous) : t("recordFigures.requestBefore"), name(number)]}
        none={t("recordFigures.nothing")}
      />
    </section>
  );
}

interface RequestDetailsProps {
  readonly request: SessionRequest;
  readonly exchange: RecordedExchange | null;
  readonly view: SessionView;
  /** Shows the newest request again, and each that comes; absent while it does. */
  readonly onFollow?: () => void;
}

/** Characters of an answer that are shown. */
const WORDS = 280;

function firstWords({ answer }: RecordedExchange, t: Words["t"]): string | null {
  if (!answer) return null;
  const text = answer.text.trim();
  const words = text.length > WORDS ? `${text.slice(0, WORDS).replace(/[\ud800-\udbff]$/, "")}…` : text;
  const calls = answer.calls
    .map(({ name }) => t("recordFigures.callsTool", { name }))
    .join(t("values.between"));
  return [words, calls].filter((part) => part !== "").join("\n") || null;
}

/** @param told what is said elsewhere of the same request */
function Answer({ exchange, told }: { exchange: RecordedExchange; told: Said }) {
  const { t } = useWords();
  const { answer, status, missing } = exchange;
  if (!answer) return <p className="text-mute">{t("recordFigures.answerUnderWay")}</p>;
  const words = firstWords(exchange, t);
  return (
    <section aria-label={t("recordFigures.itsAnswer")}>
      <h3 className="font-semibold">
        {t("recordFigures.answer")}{" "}
        {answer.finish !== null && <Tag hint={t("recordFigures.whyStopped")}>{answer.finish}</Tag>}
        {status !== null && status >= 400 && <Tag>{t("recordFigures.status", { status })}</Tag>}
      </h3>
      {answer.error && answer.error !== told && <p className="mt-1 text-bad">{answer.error}</p>}
      {!answer.isComplete && !answer.error && missing === null && (
        <p className="mt-1 text-bad">{t("recordFigures.brokeOff")}</p>
      )}
      {words && (
        <p data-quoted className="mt-1 max-h-36 overflow-hidden break-words whitespace-pre-wrap text-mute">
          {words}
        </p>
      )}
    </section>
  );
}

/** e.g. `an API key, 2 ids`: the same things once, with their number. */
function sayRedacted(redacted: readonly string[], t: Words["t"]): string {
  const counts = new Map<string, number>();
  for (const each of redacted) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts]
    .map(([what, times]) =>
      times > 1 ? t("recordFigures.redactedTimes", { what, times: String(times) }) : what,
    )
    .join(t("values.between"));
}

export function RequestDetails({ request, exchange, view, onFollow }: RequestDetailsProps) {
  const { t, say, rich } = useWords();
  const { number, lane, at, model, reason, also, change, markers, against, mend, missing, isSession } =
    request;
  return (
    <section
      aria-labelledby="request-details"
      data-details={number}
      className="space-y-4 rounded-lg border border-line bg-panel p-4"
    >
      <div>
        <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
          <h2 id="request-details" className="text-base font-semibold">
            {t("recordFigures.request", { number: String(number) })}
          </h2>
          <span className="text-mute">
            {say(view.lanes[lane]?.name ?? "")} · {formatClock(at)}
          </span>
          {onFollow && (
            <Button look="link" className="ml-auto text-xs" onClick={onFollow}>
              {t("recordFigures.followNewest")}
            </Button>
          )}
        </div>
        <p className="mt-0.5 font-mono text-xs break-all text-mute">
          {model}
          {exchange && ` · ${exchange.path}`}
        </p>
      </div>
      <div>
        <p>
          <code className="mr-1.5 rounded bg-line-soft px-1.5 py-px font-mono text-[11px]">
            {say(nameReason(reason.code))}
          </code>
          <span data-reason-sentence>{say(reason.sentence)}</span>
        </p>
        {also.length > 0 && (
          <ul aria-label={t("recordFigures.besides")} className="mt-1.5 space-y-1 text-mute">
            {also.map(({ code, sentence }) => (
              <li key={code + say(sentence)}>{say(sentence)}</li>
            ))}
          </ul>
        )}
        {mend && (
          <p className="mt-1.5" data-mend>
            {rich("recordFigures.mend", DRAWERS, { mend })}
          </p>
        )}
      </div>
      {change && <ChangeSnippet change={change} number={number} previous={against} />}
      <RequestBill request={request} currency={view.currency} />
      {markers && <SentMarkers markers={markers} isSession={isSession} />}
      {exchange && <Answer exchange={exchange} told={say(reason.sentence)} />}
      {exchange && exchange.redacted.length > 0 && (
        <p className="text-mute">
          {rich("recordFigures.redacted", DRAWERS, { things: sayRedacted(exchange.redacted, t) })}
        </p>
      )}
      {missing && (
        <p className="rounded-md bg-line-soft px-2.5 py-1.5">
          {rich("recordFigures.notThere", DRAWERS, { what: missing })}
        </p>
      )}
    </section>
  );
}
