/** Qwen Code's log of requests: one file for each, with the body as it was sent, markers included. */
import { type DecodedUsage, decodeUsage } from "../../answers/decode-usage";
import { formatNumber } from "../../values/figures";
import { type Fields, fieldsOf, listOf, readNumber, stringOf } from "../../values/json";
import { tell } from "../../words/message";
import { createDropList } from "../drop-list";
import type { Exchange } from "../exchange";
import { nameOf } from "../read-fields";
import { readTime } from "../read-time";
import { partsOf } from "../rebuild-conversation";
import type { RecordReader, Source } from "../source";

/** Longer than any answer takes; a larger difference between two clocks is none. */
const MAX_SECONDS = 3_600;

/** A value that may be written as JSON text. */
function readValue(value: unknown): Fields | null {
  if (typeof value !== "string") return fieldsOf(value);
  try {
    return fieldsOf(JSON.parse(value));
  } catch {
    return null;
  }
}

/** The log has a request beside its answer or its error; a record with `request` alone is another's. */
function recognises(record: unknown): boolean {
  const fields = fieldsOf(record);
  if (!fields || typeof fields.timestamp !== "string" || !("request" in fields)) return false;
  const hasContext = fieldsOf(fields.context) !== null || fieldsOf(fields.system) !== null;
  if (!hasContext && !("error" in fields && "response" in fields)) return false;
  return Array.isArray(readValue(fields.request)?.messages);
}

/** Whether a usage has a field for what was written, of whatever figure. */
function tellsWritten(usage: Fields): boolean {
  const fields = { ...usage, ...fieldsOf(usage.prompt_tokens_details) };
  return "cache_creation_input_tokens" in fields || fieldsOf(fields.cache_creation) !== null;
}

function readUsage(response: Fields | null): DecodedUsage | null {
  const usage = fieldsOf(response?.usage);
  const reading = usage ? decodeUsage(usage, { tellsWritten: tellsWritten(usage) }) : null;
  return reading?.ok ? reading.usage : null;
}

function replyOf(response: Fields | null): string {
  const message = fieldsOf(fieldsOf(listOf(response?.choices)[0])?.message);
  const content = message ? message.content : response?.content;
  const texts = partsOf(content).map((part) => stringOf(fieldsOf(part)?.text));
  return texts.filter((text) => text !== "").join("\n");
}

/** The log is written when the answer has ended; the answer tells when it was begun. */
function timesOf(record: Fields, response: Fields | null): Pick<Exchange, "at" | "duration"> {
  const until = readTime(record.timestamp);
  const begun = readTime(readNumber(response?.created));
  const duration = until !== null && begun !== null ? Math.round((until - begun) * 1000) / 1000 : -1;
  if (duration < 0 || duration > MAX_SECONDS) return { at: until, duration: null };
  return { at: begun, duration };
}

/** The session and, of a side call such as the memory's, its agent. */
function conversationOf(record: Fields): string {
  const context = fieldsOf(record.context);
  const agent = /#([a-z][\w-]*)#\d+$/i.exec(stringOf(context?.promptId))?.[1] ?? "";
  return agent === "" ? `session ${stringOf(context?.sessionId)}` : `agent ${agent}`;
}

/** `main` or `session 1`, and `sub-agent 1`; null where there is one conversation only. */
function nameConversations(keys: readonly string[]): ReadonlyMap<string, string | null> {
  const all = [...new Set(keys)];
  const mains = all.filter((key) => key.startsWith("session "));
  const sides = all.filter((key) => !key.startsWith("session "));
  const nameOfKey = (key: string): string =>
    sides.includes(key)
      ? `sub-agent ${sides.indexOf(key) + 1}`
      : mains.length === 1
        ? "main"
        : `session ${mains.indexOf(key) + 1}`;
  return new Map(all.map((key) => [key, all.length === 1 ? null : nameOfKey(key)]));
}

function openReader(): RecordReader {
  const found: { readonly key: string; readonly exchange: Exchange }[] = [];
  const drops = createDropList();
  let failed = 0;
  return {
    take(value, place) {
      const record = fieldsOf(value);
      const body = readValue(record?.request);
      if (!record || !body || !Array.isArray(body.messages)) {
        drops.add(tell("importSources.logNoRequest", { place }));
        return;
      }
      const response = readValue(record.response);
      if (!response) {
        failed += 1;
        drops.add(tell("importSources.logNoAnswer", { place }));
        return;
      }
      const usage = readUsage(response);
      const exchange = {
        place,
        ...timesOf(record, response),
        body,
        reply: replyOf(response),
        usage,
        model: nameOf(body.model) ?? nameOf(response.model),
        conversation: null,
      };
      found.push({ key: conversationOf(record), exchange });
    },
    end() {
      const names = nameConversations(found.map(({ key }) => key));
      const exchanges = found.map(({ key, exchange }) => ({
        ...exchange,
        conversation: names.get(key) ?? null,
      }));
      const untold = exchanges.filter(({ usage }) => usage?.writtenKnown === false).length;
      const silent = exchanges.filter(({ usage }) => usage === null).length;
      const understood = [
        tell("importSources.logBodies"),
        tell("importSources.logTimes"),
        ...(untold > 0 ? [tell("importSources.untoldWritten", { count: untold })] : []),
        ...(silent > 0 ? [tell("importSources.logSilent", { count: silent })] : []),
      ];
      return {
        title:
          failed > 0
            ? tell("importSources.logTitleFailed", { count: exchanges.length, failed: formatNumber(failed) })
            : tell("importSources.logTitle", { count: exchanges.length }),
        exchanges,
        understood: exchanges.length > 0 ? understood : [],
        dropped: drops.sentences(),
        redacted: [],
      };
    },
  };
}

/** Files `logs/openai/openai-<time>-<id>.json` of Qwen Code (0.24.4, 2026-11-21). */
export const qwenCodeLog: Source = { kind: "qwen-code-log", recognises, open: openReader };
