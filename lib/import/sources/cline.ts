/** The task folder of Cline, Roo Code and Kilo Code: what was billed call by call, and the messages without what stands before them. */
import { decodeUsage } from "../../answers/decode-usage";
import { type Fields, fieldsOf, listOf, readNumber, stringOf } from "../../values/json";
import { append } from "../../values/long-lists";
import { type Said, tell } from "../../words/message";
import { createDropList } from "../drop-list";
import type { Exchange } from "../exchange";
import { parseValue } from "../parse-value";
import { nameOf } from "../read-fields";
import { readTime } from "../read-time";
import type { RecordReader, Source, SourceReading } from "../source";
import { type KeptMessage, splitConversation } from "../split-conversation";
import { standInSystem } from "../stand-in-system";

/** Messages that are looked at to know what a list is. */
const LOOKED_AT = 200;
const MAX_TOKENS = 8_192;

const isCall = (item: unknown): boolean => fieldsOf(item)?.say === "api_req_started";

/** `ui_messages.json`: what the panel shows, with the usage of each call as JSON text. */
const isPanel = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) &&
  value.slice(0, LOOKED_AT).some(isCall) &&
  value.slice(0, LOOKED_AT).every((item) => /^(?:say|ask)$/.test(stringOf(fieldsOf(item)?.type)));

const hasNotes = (item: unknown): boolean => {
  const fields = fieldsOf(item) ?? {};
  return (
    fieldsOf(fields.modelInfo) !== null || fieldsOf(fields.metrics) !== null || readNumber(fields.ts) !== null
  );
};

/** `api_conversation_history.json`: messages in blocks of Anthropic's, with times and notes beside them. */
const isHistory = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.slice(0, LOOKED_AT).some(hasNotes) &&
  value.slice(0, LOOKED_AT).every((item) => /^(?:user|assistant)$/.test(stringOf(fieldsOf(item)?.role)));

/** Whether a message holds the time at which it was sent, as these tools write it. */
const tellsTime = (item: unknown): boolean =>
  listOf(fieldsOf(item)?.content).some((part) =>
    /<environment_details>[\s\S]*?# Current Time/.test(stringOf(fieldsOf(part)?.text)),
  );

const modelIn = (fields: Fields): string | null => nameOf(fieldsOf(fields.modelInfo)?.modelId);

function readCall(item: Fields, place: Said): Exchange | null {
  const parsed = parseValue(stringOf(item.text));
  const usage = parsed.ok ? decodeUsage(parsed.value) : null;
  const told = parsed.ok ? fieldsOf(parsed.value) : null;
  if (!usage?.ok || readNumber(told?.tokensIn) === null) return null;
  return {
    place,
    at: readTime(item.ts),
    duration: null,
    body: null,
    reply: "",
    usage: usage.usage,
    model: modelIn(item),
    conversation: null,
  };
}

function readMessage(item: Fields, place: Said): KeptMessage {
  const tokens = fieldsOf(fieldsOf(item.metrics)?.tokens);
  const reading = tokens
    ? decodeUsage({ tokensIn: tokens.prompt, tokensOut: tokens.completion, cacheReads: tokens.cached })
    : null;
  return {
    message: { role: item.role, content: item.content },
    place,
    usage: reading?.ok ? reading.usage : null,
    model: modelIn(item),
    at: readTime(item.ts),
  };
}

function readHistory(list: readonly unknown[], place: Said): Exchange[] {
  const kept = list.map((item, index) =>
    readMessage(fieldsOf(item) ?? {}, tell("importing.messageOf", { place, number: String(index + 1) })),
  );
  const first = kept.findIndex(({ usage }) => usage !== null);
  const opening = kept.slice(0, Math.max(first, 0)).map(({ message }) => message);
  const text = standInSystem("the agent", kept[first]?.usage?.prompt ?? null, opening);
  return splitConversation(kept, (messages, model) => ({
    ...(model === null ? {} : { model }),
    max_tokens: MAX_TOKENS,
    system: [{ type: "text", text }],
    messages,
  }));
}

/** The usage that the panel tells of the requests of the history, where there are as many of either. */
function join(history: readonly Exchange[], calls: readonly Exchange[]): readonly Exchange[] {
  if (history.length === 0 || history.length !== calls.length) return [...history, ...calls];
  return history.map((exchange, index) => {
    const { usage = null, at = null, model = null } = calls[index] ?? {};
    return { ...exchange, usage, at: at ?? exchange.at, model: model ?? exchange.model };
  });
}

function openReader(): RecordReader {
  const calls: Exchange[] = [];
  const history: Exchange[] = [];
  const drops = createDropList();
  let hasClock = false;
  return {
    take(record, place) {
      hasClock ||= isHistory(record) && record.some(tellsTime);
      if (isPanel(record)) {
        for (const [index, item] of listOf(record).entries()) {
          if (!isCall(item)) continue;
          const where = tell("importing.messageOf", { place, number: String(index + 1) });
          const call = readCall(fieldsOf(item) ?? {}, where);
          if (call) calls.push(call);
          else drops.add(tell("importSources.usageNone", { place: where }));
        }
      } else if (isHistory(record)) append(history, readHistory(record, place));
      else drops.add(tell("importSources.noMessages", { place }));
    },
    end(): SourceReading {
      const exchanges = join(history, calls);
      return {
        title: tell("importSources.clineTitle", { count: exchanges.length }),
        exchanges,
        understood: [
          ...(calls.length > 0 ? [tell("importSources.clineUsage")] : []),
          ...(history.length > 0
            ? [tell("importSources.clineSystem"), tell("importSources.clineMarkers")]
            : []),
          ...(hasClock ? [tell("importSources.clineClock")] : []),
        ],
        dropped: drops.sentences(),
        redacted: [],
      };
    },
  };
}

/** Files of a task: https://github.com/cline/cline, https://github.com/RooCodeInc/Roo-Code (2026-11). */
export const cline: Source = {
  kind: "cline",
  recognises: (record) => isPanel(record) || isHistory(record),
  open: openReader,
};
