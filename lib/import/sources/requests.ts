/** Request bodies of either dialect, alone, in lists, or recorded with their times and answers. */

import { isObject, readNumber } from "../../values/json";
import { type Message, type Said, tell } from "../../words/message";
import { BARE_BATCH_WORDS, BATCH_WORDS } from "../batch-words";
import { createDropList } from "../drop-list";
import type { Exchange } from "../exchange";
import { isLine, placeWithin } from "../name-place";
import { parseValue } from "../parse-value";
import { readAnswer, readUsage } from "../read-answer";
import { readTime } from "../read-time";
import { isBatchOfBodies } from "../recognise-batch";
import { isRequestBody } from "../recognise-request";
import { createRequestBudget } from "../request-budget";
import type { RecordReader, Source, SourceReading } from "../source";

type Fields = Readonly<Record<string, unknown>>;

const isListOf = (value: unknown): value is Fields & { requests: readonly unknown[] } =>
  isObject(value) && !("messages" in value) && Array.isArray(value.requests);

/** A record that wraps a body; a body itself is none, whatever other fields it has. */
const wrapperOf = (value: unknown): Fields => (isObject(value) && !("messages" in value) ? value : {});

/** The body, of a record that may give it as text; undefined where that text is no JSON. */
function bodyOf(value: unknown): unknown {
  const wrapper = wrapperOf(value);
  const written = wrapper.body ?? wrapper.request ?? value;
  if (typeof written !== "string") return written;
  const parsed = parseValue(written);
  return parsed.ok ? parsed.value : undefined;
}

/** Text is not parsed to be recognised: a record is read once, when it is taken. */
function recognises(value: unknown): boolean {
  if (isListOf(value)) return value.requests.some((item) => !isListOf(item) && recognises(item));
  const { body, request } = wrapperOf(value);
  const written = body ?? request ?? value;
  return typeof written === "string"
    ? written !== value && written.includes('"messages"')
    : isRequestBody(written);
}

/** Whether a record tells that its request got no answer; one that tells nothing of it is taken to have one. */
function isUnanswered({ status, error, response }: Fields): boolean {
  const answer = isObject(response) ? response : {};
  const statuses = [status, answer.status, answer.status_code].map(readNumber);
  const isRefused = statuses.some((each) => each !== null && (each === 0 || each >= 400));
  const failed = [error, answer.error].some((each) => each !== undefined && each !== null && each !== "");
  return isRefused || failed;
}

function readExchange(value: unknown, body: unknown, place: Said): Exchange {
  const wrapper = wrapperOf(value);
  const duration = readNumber(wrapper.duration);
  const { reply, usage } = readAnswer(wrapper.reply ?? wrapper.response ?? wrapper.answer);
  return {
    place,
    at: readTime(wrapper.at ?? wrapper.timestamp),
    duration: duration === null ? null : Math.max(0, duration),
    body,
    reply,
    usage: usage ?? (isObject(wrapper.usage) ? readUsage(wrapper.usage) : null),
    model: isObject(body) && typeof body.model === "string" ? body.model : null,
    conversation: null,
    ...(isBatchItem(wrapper) ? { isBatch: true } : {}),
  };
}

/** A line of a batch file: https://www.alibabacloud.com/help/en/model-studio/batch-inference (2026-10-11). */
const isBatchItem = ({ custom_id, url, method }: Fields): boolean =>
  typeof custom_id === "string" && (typeof url === "string" || typeof method === "string");

const writeTitle = ({ length }: readonly Exchange[]): Message =>
  length === 1 ? tell("importSources.requestTitle") : tell("importSources.sessionTitle", { count: length });

const writeBatchTitle = ({ length }: readonly Exchange[]): Message =>
  tell("importSources.batchTitle", { count: length });

function open(): RecordReader {
  const exchanges: Exchange[] = [];
  const drops = createDropList();
  const budget = createRequestBudget();
  /** True as long as each is a body alone on a line, with nothing beside it. */
  let areBare = true;

  function takeOne(value: unknown, place: Said): void {
    const body = bodyOf(value);
    areBare &&= body === value && isLine(place);
    if (!isRequestBody(body)) drops.add(tell("importSources.noMessages", { place }));
    else if (wrapperOf(value).kind === "count") drops.add(tell("importSources.onlyCounts", { place }));
    else if (isUnanswered(wrapperOf(value))) drops.add(tell("importSources.wasRefused", { place }));
    else if (budget.admits(body, place)) exchanges.push(readExchange(value, body, place));
  }

  return {
    take(record, place) {
      if (!isListOf(record)) takeOne(record, place);
      else
        for (const [index, item] of record.requests.entries())
          takeOne(item, placeWithin(place, "item", index + 1));
    },
    end(): SourceReading {
      const isBareBatch = areBare && isBatchOfBodies(exchanges.map(({ body }) => body));
      const isBatch = isBareBatch || exchanges.some((each) => each.isBatch);
      return {
        title: isBatch ? writeBatchTitle(exchanges) : writeTitle(exchanges),
        exchanges: isBareBatch ? exchanges.map((each) => ({ ...each, isBatch: true })) : exchanges,
        understood: isBatch ? [BATCH_WORDS, ...(isBareBatch ? [BARE_BATCH_WORDS] : [])] : [],
        dropped: [...drops.sentences(), ...budget.sentences()],
        redacted: [],
      };
    },
  };
}

/**
 * A request body, a bare message array, or a record with `body` or `request` and, where known, `at` or `timestamp`
 * (seconds, milliseconds or ISO 8601), `duration` (seconds), `reply`, `response` or `answer`, and `usage`; also
 * `{ requests: [...] }` of these.
 */
export const requests: Source = { kind: "requests", recognises, open };
