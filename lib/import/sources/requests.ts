/** Request bodies of either dialect, alone, in lists, or recorded with their times and answers. */

import type { Endpoint } from "../../offers/endpoint";
import { regionName } from "../../offers/regions";
import { isObject, readNumber } from "../../values/json";
import { append } from "../../values/long-lists";
import { type Message, type Said, tell } from "../../words/message";
import { secretsOfUrl } from "../address-secrets";
import { BARE_BATCH_WORDS, BATCH_WORDS } from "../batch-words";
import { createDropList } from "../drop-list";
import { endpointOfUrl, nameEndpoints } from "../endpoint-of-url";
import type { Exchange } from "../exchange";
import { isLine, placeWithin } from "../name-place";
import { readAnswer, readUsage } from "../read-answer";
import { readBody } from "../read-body";
import { isBatchOfBodies } from "../recognise-batch";
import { createRequestBudget } from "../request-budget";
import type { RecordReader, Source, SourceReading } from "../source";
import { bodyWithin, type UnwrappedRecord, unwrapRecord } from "../unwrap-record";

const SECRET_HEADER = /^(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key|api-key)$/i;

type Fields = Readonly<Record<string, unknown>>;

const isListOf = (value: unknown): value is Fields & { requests: readonly unknown[] } =>
  isObject(value) && !("messages" in value) && Array.isArray(value.requests);

/** Text is not parsed to be recognised: a record is read once, when it is taken. */
function recognises(value: unknown): boolean {
  if (isListOf(value)) return value.requests.some((item) => !isListOf(item) && recognises(item));
  const written = bodyWithin(value);
  return typeof written === "string"
    ? written !== value && written.includes('"messages"')
    : readBody(written) !== null;
}

/** Whether a record tells that its request got no answer; one that tells nothing of it is taken to have one. */
function isUnanswered({ status, error, response }: Fields): boolean {
  const answer = isObject(response) ? response : {};
  const statuses = [status, answer.status, answer.status_code].map(readNumber);
  const isRefused = statuses.some((each) => each !== null && (each === 0 || each >= 400));
  const failed = [error, answer.error].some((each) => each !== undefined && each !== null && each !== "");
  return isRefused || failed;
}

function readExchange(
  { wrapper, at, duration, answer }: UnwrappedRecord,
  body: unknown,
  place: Said,
): Exchange {
  const { reply, usage } = readAnswer(answer);
  return {
    place,
    at,
    duration,
    body,
    reply,
    usage: usage ?? (isObject(wrapper.usage) ? readUsage(wrapper.usage) : null),
    model: isObject(body) && typeof body.model === "string" ? body.model : null,
    conversation: null,
    ...(isBatchItem(wrapper) ? { isBatch: true } : {}),
  };
}

/** Names of what is secret around a body, which is left behind. */
const secretsOf = ({ headers, url }: UnwrappedRecord): readonly Said[] => [
  ...Object.keys(isObject(headers) ? headers : {})
    .filter((name) => SECRET_HEADER.test(name))
    .map((name) => tell("importing.secretHeader", { name: name.toLowerCase() })),
  ...secretsOfUrl(url ?? ""),
];

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
  const redacted: Said[] = [];
  const forms = new Map<string, Said>();
  const lost = new Map<string, Said>();
  const endpoints: Endpoint[] = [];
  /** True as long as each is a body alone on a line, with nothing beside it. */
  let areBare = true;

  function takeOne(value: unknown, place: Said): void {
    const record = unwrapRecord(value);
    const read = readBody(record.body, record.url);
    areBare &&= record.body === value && isLine(place);
    if (!read) {
      drops.add(tell("importSources.noMessages", { place }));
      return;
    }
    if (record.wrapper.kind === "count") drops.add(tell("importSources.onlyCounts", { place }));
    else if (isUnanswered(record.wrapper)) drops.add(tell("importSources.wasRefused", { place }));
    else if (budget.admits(read.body, place)) {
      exchanges.push(readExchange(record, read.body, place));
      append(redacted, secretsOf(record));
      if (read.form) forms.set(JSON.stringify(read.form), read.form);
      for (const sentence of read.lost) lost.set(JSON.stringify(sentence), sentence);
      const endpoint = record.url === null ? null : endpointOfUrl(record.url);
      if (endpoint) endpoints.push(endpoint);
    }
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
      const region = endpoints[0]?.region;
      for (const sentence of lost.values()) drops.add(sentence);
      const isBatch = isBareBatch || exchanges.some((each) => each.isBatch);
      return {
        title: isBatch ? writeBatchTitle(exchanges) : writeTitle(exchanges),
        exchanges: isBareBatch ? exchanges.map((each) => ({ ...each, isBatch: true })) : exchanges,
        understood: [
          ...(isBatch ? [BATCH_WORDS] : []),
          ...(isBareBatch ? [BARE_BATCH_WORDS] : []),
          ...[...forms.values()].map((form) => tell("importSources.formRead", { form })),
          ...nameEndpoints(endpoints),
          ...(region ? [tell("importSources.pricesOf", { region: regionName(region) })] : []),
        ],
        dropped: [...drops.sentences(), ...budget.sentences()],
        redacted,
        ...(region ? { region } : {}),
      };
    },
  };
}

/**
 * A request body, a bare message array, or a record with `body` or `request` and, where known, `at` or `timestamp`
 * (seconds, milliseconds or ISO 8601), `duration` (seconds), `reply`, `response` or `answer`, and `usage`; a pair of `request` and `response` with addresses and headers; also
 * `{ requests: [...] }` of these.
 */
export const requests: Source = { kind: "requests", recognises, open };
