/** Reads recorded calls of a service that has words of its own for requests, each alone or beside its time and answer. */

import type { ConversionLoss } from "../prompt/convert/conversion";
import { isObject, readNumber } from "../values/json";
import { ENGLISH } from "../words/plain-words";
import { createDropList } from "./drop-list";
import type { Exchange } from "./exchange";
import { readAnswer, readUsage } from "./read-answer";
import { countIn } from "./read-fields";
import { readTime } from "./read-time";
import { createRequestBudget } from "./request-budget";
import type { RecordReader, SourceReading } from "./source";

/** What a service's words become: a request of the Anthropic dialect, or nothing yet, as when a call only makes an object. */
export interface ReadCall {
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly losses: readonly ConversionLoss[];
}

export interface ServiceWords {
  /** In a title, e.g. `Amazon Bedrock`. */
  readonly name: string;
  /** What of the body is meant by the markers, one sentence. */
  readonly understood: string;
  /** Takes the next body; null where it is none of the service. */
  take(body: unknown): ReadCall | null;
  /** What is left to be read when all has been taken. */
  end(): ReadCall | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** The body of a record, which may hold it beside other things. */
export function bodyOfCall(record: unknown): unknown {
  const fields: Fields = isObject(record) ? record : {};
  const inner = fields.body ?? fields.request;
  return isObject(inner) ? inner : record;
}

function readExchange(record: unknown, body: Fields, place: string): Exchange {
  const fields: Fields = isObject(record) && bodyOfCall(record) !== record ? record : {};
  const { reply, usage } = readAnswer(fields.response ?? fields.answer ?? fields.reply);
  const duration = readNumber(fields.duration);
  return {
    place,
    at: readTime(fields.at ?? fields.timestamp),
    duration: duration === null ? null : Math.max(0, duration),
    body,
    reply,
    usage: usage ?? (isObject(fields.usage) ? readUsage(fields.usage) : null),
    model: typeof body.model === "string" ? body.model : null,
    conversation: null,
  };
}

export function openServiceCalls(words: ServiceWords): RecordReader {
  const exchanges: Exchange[] = [];
  const lost = new Map<string, string>();
  const drops = createDropList();
  const budget = createRequestBudget();

  function keep({ body, losses }: ReadCall, record: unknown, place: string): void {
    for (const { message } of losses) {
      const words = ENGLISH.say(message);
      if (!lost.has(words)) lost.set(words, place);
    }
    if (body && budget.admits(body, place)) exchanges.push(readExchange(record, body, place));
  }

  return {
    take(record, place) {
      const read = words.take(bodyOfCall(record));
      if (read) keep(read, record, place);
      else drops.add(`${place} is no request to ${words.name}: left out.`);
    },
    end(): SourceReading {
      const rest = words.end();
      if (rest) keep(rest, null, "The last object");
      for (const [message, place] of lost) drops.add(`${place}: ${message}`);
      return {
        title:
          exchanges.length === 1
            ? `A request to ${words.name}.`
            : `A session of ${countIn(exchanges.length, "request", "requests")} to ${words.name}.`,
        exchanges,
        understood: [words.understood],
        dropped: [...drops.sentences(), ...budget.sentences()],
        redacted: [],
      };
    },
  };
}
