"use client";
/** Everything about one request: why, what changed, predicted against billed, its answer, and what is not there. */
import type { Change } from "../../lib/reasons/first-difference";
import { nameReason } from "../../lib/reasons/kinds";
import type { RecordedExchange } from "../../lib/sessions/recorded-exchange";
import type { SessionRequest, SessionView } from "../../lib/sessions/session-view";
import { formatClock } from "../../lib/values/figures";
import { Button } from "../ui/button";
import { Tag } from "../ui/tag";
import { WordsSnippet } from "../why/words-snippet";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";
import { RequestBill } from "./request-bill";
import { SentMarkers } from "./sent-markers";

interface ChangeSnippetProps {
  readonly change: Change;
  readonly number: number;
  readonly previous: number | null;
}

function namePlace({ what, message }: Change): string {
  if (what === "message") return message === null ? "a message" : `message ${message}`;
  return { model: "the model", tools: "the tools", system: "the system message" }[what];
}

function ChangeSnippet({ change, number, previous }: ChangeSnippetProps) {
  return (
    <section aria-label="What changed">
      <h3 className="font-semibold">What changed in {namePlace(change)}</h3>
      <WordsSnippet
        words={change}
        names={[`request ${previous ?? "before"}`, `request ${number}`]}
        none="nothing"
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

function firstWords({ answer }: RecordedExchange): string | null {
  if (!answer) return null;
  const text = answer.text.trim();
  const words = text.length > WORDS ? `${text.slice(0, WORDS).replace(/[\ud800-\udbff]$/, "")}…` : text;
  const calls = answer.calls.map(({ name }) => `calls ${name}`).join(", ");
  return [words, calls].filter((part) => part !== "").join("\n") || null;
}

/** @param told what is said elsewhere of the same request */
function Answer({ exchange, told }: { exchange: RecordedExchange; told: string }) {
  const { answer, status, missing } = exchange;
  if (!answer) return <p className="text-mute">Its answer is still under way.</p>;
  const words = firstWords(exchange);
  return (
    <section aria-label="Its answer">
      <h3 className="font-semibold">
        Answer {answer.finish !== null && <Tag hint="Why the model stopped">{answer.finish}</Tag>}
        {status !== null && status >= 400 && <Tag>status {status}</Tag>}
      </h3>
      {answer.error && answer.error !== told && <p className="mt-1 text-bad">{answer.error}</p>}
      {!answer.isComplete && !answer.error && missing === null && (
        <p className="mt-1 text-bad">It broke off before its end.</p>
      )}
      {words && (
        <p className="mt-1 max-h-36 overflow-hidden break-words whitespace-pre-wrap text-mute">{words}</p>
      )}
    </section>
  );
}

/** e.g. `an API key, 2 ids`: the same things once, with their number. */
function sayRedacted(redacted: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const each of redacted) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].map(([what, times]) => (times > 1 ? `${what} (${times} times)` : what)).join(", ");
}

export function RequestDetails({ request, exchange, view, onFollow }: RequestDetailsProps) {
  const { say } = useWords();
  const { number, lane, at, model, reason, also, change, markers, against, mend, missing } = request;
  return (
    <section
      aria-labelledby="request-details"
      data-details={number}
      className="space-y-4 rounded-lg border border-line bg-panel p-4"
    >
      <div>
        <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
          <h2 id="request-details" className="text-base font-semibold">
            Request {number}
          </h2>
          <span className="text-mute">
            {view.lanes[lane]?.name} · {formatClock(at)}
          </span>
          {onFollow && (
            <Button look="link" className="ml-auto text-xs" onClick={onFollow}>
              Follow the newest
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
            <Sentence said={nameReason(reason.code)} />
          </code>
          <span data-reason-sentence>
            <Sentence said={reason.sentence} />
          </span>
        </p>
        {also.length > 0 && (
          <ul aria-label="Besides" className="mt-1.5 space-y-1 text-mute">
            {also.map(({ code, sentence }) => (
              <li key={code + say(sentence)}>{say(sentence)}</li>
            ))}
          </ul>
        )}
        {mend && (
          <p className="mt-1.5" data-mend>
            <span className="font-medium">Mend:</span> {say(mend)}
          </p>
        )}
      </div>
      {change && <ChangeSnippet change={change} number={number} previous={against} />}
      <RequestBill request={request} currency={view.currency} />
      {markers && <SentMarkers markers={markers} />}
      {exchange && <Answer exchange={exchange} told={say(reason.sentence)} />}
      {exchange && exchange.redacted.length > 0 && (
        <p className="text-mute">
          <span className="font-medium text-ink">Taken out before it was kept:</span>{" "}
          {sayRedacted(exchange.redacted)}.
        </p>
      )}
      {missing && (
        <p className="rounded-md bg-line-soft px-2.5 py-1.5">
          <span className="font-medium">Not there:</span> {missing}
        </p>
      )}
    </section>
  );
}
