/** Reads recorded calls of a service that has words of its own for requests, each alone or beside its time and answer. */

import type { ConversionLoss } from "../prompt/convert/conversion";
import { isObject, readNumber } from "../values/json";
import { type Message, type Said, tell } from "../words/message";
import { createDropList } from "./drop-list";
import type { Exchange } from "./exchange";
import { readAnswer, readUsage } from "./read-answer";
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
  readonly understood: Message;
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

function readExchange(record: unknown, body: Fields, place: Said): Exchange {
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
  /** By its JSON, each with the place where it came first. */
  const lost = new Map<string, { readonly sentence: Said; readonly place: Said }>();
  const drops = createDropList();
  const budget = createRequestBudget();

  function keep({ body, losses }: ReadCall, record: unknown, place: Said): void {
    for (const { message } of losses) {
      const key = JSON.stringify(message);
      if (!lost.has(key)) lost.set(key, { sentence: message, place });
    }
    if (body && budget.admits(body, place)) exchanges.push(readExchange(record, body, place));
  }

  return {
    take(record, place) {
      const read = words.take(bodyOfCall(record));
      if (read) keep(read, record, place);
      else drops.add(tell("importSources.serviceNoRequest", { place, name: words.name }));
    },
    end(): SourceReading {
      const rest = words.end();
      if (rest) keep(rest, null, tell("importing.lastObject"));
      for (const told of lost.values()) drops.add(tell("importing.placeSentence", told));
      return {
        title:
          exchanges.length === 1
            ? tell("importSources.serviceTitle", { name: words.name })
            : tell("importSources.serviceTitleMany", { count: exchanges.length, name: words.name }),
        exchanges,
        understood: [words.understood],
        dropped: [...drops.sentences(), ...budget.sentences()],
        redacted: [],
      };
    },
  };
}
