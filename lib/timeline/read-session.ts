/** Reads a recorded session, a JSON array or JSON Lines of request bodies, as a document and a scenario of its own. */
import { isRecord } from "./restore-value";
import { MAX_BODY_LENGTH, MAX_GAP_SECONDS, MAX_TEXT_LENGTH, MAX_TURNS, type Scenario } from "./scenario";
import { type RecordedRequest, readRecord } from "./session-record";

export interface ReadSession {
  /** The first request, indented. */
  readonly text: string;
  /** All requests that follow, as recorded. */
  readonly scenario: Scenario;
  /** What was left out or assumed: one sentence each. */
  readonly notes: readonly string[];
}

export type SessionResult =
  | { readonly ok: true; readonly session: ReadSession }
  | { readonly ok: false; readonly reason: string };

/** UTF-16 units of a session's text. */
export const MAX_SESSION_LENGTH = 40_000_000;
/** Seconds between requests whose times are not recorded. */
const ASSUMED_GAP = 30;
/** Seconds of a response where none is recorded. */
const ASSUMED_DURATION = 3;
const MAX_NOTES = 8;

interface Item {
  readonly place: string;
  readonly value: unknown;
  readonly isJson: boolean;
}

function parse(text: string): { readonly isJson: boolean; readonly value: unknown } {
  try {
    return { isJson: true, value: JSON.parse(text) as unknown };
  } catch {
    return { isJson: false, value: undefined };
  }
}

const isMessage = (value: unknown): boolean => isRecord(value) && typeof value.role === "string";

/** One JSON value is a list of requests or a single one; anything else is read line by line. */
function splitItems(text: string): Item[] {
  const { isJson, value } = parse(text);
  if (isJson) {
    const listed = isRecord(value) && Array.isArray(value.requests) ? value.requests : value;
    const items: readonly unknown[] =
      Array.isArray(listed) && !(listed.length > 0 && listed.every(isMessage)) ? listed : [listed];
    return items.map((item, index) => ({ place: `Item ${index + 1}`, value: item, isJson: true }));
  }
  return text.split("\n").flatMap((line, index) => {
    const bare = line.trim();
    return bare === "" ? [] : [{ place: `Line ${index + 1}`, ...parse(bare) }];
  });
}

/** Seconds between neighbours; assumed where a time is missing or runs backwards. */
function gapBetween(before: RecordedRequest, after: RecordedRequest): number {
  return before.at === null || after.at === null ? ASSUMED_GAP : Math.max(0, after.at - before.at);
}

const count = (number: number, one: string, more: string): string =>
  number === 1 ? `One ${one}` : `${number.toLocaleString("en")} ${more}`;

/**
 * Reads a session. An item is a request body, a message array, or a record with `body` or `request` and, where known,
 * `at` (seconds) or `timestamp` (ISO 8601, or epoch seconds or milliseconds), `duration` (seconds), `reply` or
 * `response`. Bad items are named and left out. Never throws, whatever the text.
 * @returns a refusal in one sentence where no request is found
 */
export function readSession(text: string): SessionResult {
  if (text.trim() === "") return { ok: false, reason: "There is nothing to import yet." };
  if (text.length > MAX_SESSION_LENGTH)
    return { ok: false, reason: "The session is longer than 40 million characters; import a part of it." };
  const dropped: string[] = [];
  const read: RecordedRequest[] = [];
  for (const { place, value, isJson } of splitItems(text)) {
    if (read.length > MAX_TURNS) {
      dropped.push(
        `From ${place.toLowerCase()} on everything is left out: a scenario has ${MAX_TURNS} turns.`,
      );
      break;
    }
    const record = isJson ? readRecord(value) : { ok: false as const, reason: "is not JSON" };
    if (!record.ok) dropped.push(`${place} ${record.reason}: left out.`);
    else if (JSON.stringify(record.request.body).length > MAX_BODY_LENGTH)
      dropped.push(`${place} is longer than 4 million characters: left out.`);
    else read.push(record.request);
  }
  const timed = read.every(({ at }) => at !== null);
  const requests = timed ? read.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)) : read;
  const [first, ...rest] = requests;
  if (!first) {
    const why = dropped[0] ? ` ${dropped[0]}` : "";
    return { ok: false, reason: `No request body was found: each needs "messages".${why}` };
  }
  const gaps = rest.map((request, index) => gapBetween(requests[index] ?? first, request));
  const long = gaps.filter((gap) => gap > MAX_GAP_SECONDS).length;
  const untimed = rest.filter((_, index) => requests[index]?.at == null || rest[index]?.at == null).length;
  const silent = requests.filter(({ reply }) => reply === "").length;
  const notes = [
    ...dropped.slice(0, MAX_NOTES),
    ...(dropped.length > MAX_NOTES ? [`${dropped.length - MAX_NOTES} more were left out.`] : []),
    ...(requests.some((request, index) => request !== read[index])
      ? ["The requests were put in order of time."]
      : []),
    ...(untimed > 0
      ? [`${count(untimed, "gap is", "gaps are")} not recorded: ${ASSUMED_GAP} s assumed.`]
      : []),
    ...(long > 0 ? [`${count(long, "gap is", "gaps are")} longer than a day: cut to one day.`] : []),
    ...(silent > 0
      ? [`${count(silent, "reply is", "replies are")} not recorded: no completion tokens there.`]
      : []),
  ];
  const reply = (request: RecordedRequest): string => request.reply.slice(0, MAX_TEXT_LENGTH);
  return {
    ok: true,
    session: {
      text: JSON.stringify(first.body, null, 2),
      notes,
      scenario: {
        name: "Recorded session",
        duration: Math.min(first.duration ?? ASSUMED_DURATION, MAX_GAP_SECONDS),
        reply: reply(first),
        turns: rest.map((request, index) => ({
          mode: "body",
          // No clock is more exact than a millisecond.
          gap: Math.min(Math.round((gaps[index] ?? ASSUMED_GAP) * 1000) / 1000, MAX_GAP_SECONDS),
          user: "",
          reply: reply(request),
          body: JSON.stringify(request.body),
        })),
      },
    },
  };
}
