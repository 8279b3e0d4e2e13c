/** A usage object alone, or a response, a span or a log entry that holds one: what was billed, without the request. */
import { decodeUsage } from "../../answers/decode-usage";
import { findUsage } from "../../answers/find-usage";
import { formatNumber } from "../../values/figures";
import { fieldsOf } from "../../values/json";
import { type Said, tell } from "../../words/message";
import { BATCH_WORDS } from "../batch-words";
import { createDropList } from "../drop-list";
import type { Exchange } from "../exchange";
import { placeWithin, WHOLE } from "../name-place";
import { nameOf } from "../read-fields";
import { readTime } from "../read-time";
import type { RecordReader, Source } from "../source";

/** Items of a list that a file holds. */
const MOST = 10_000;

function listItems(record: unknown): readonly unknown[] {
  if (Array.isArray(record)) return record.slice(0, MOST);
  const { data, observations } = fieldsOf(record) ?? {};
  if (Array.isArray(data) && findUsage(record) === null) return data.slice(0, MOST);
  return Array.isArray(observations) ? observations.slice(0, MOST) : [record];
}

function recognises(record: unknown): boolean {
  const items = listItems(record);
  return items.length > 0 && items.slice(0, 20).some((item) => findUsage(item) !== null);
}

function readTimes(record: unknown): Pick<Exchange, "at" | "duration"> {
  const fields = fieldsOf(record);
  const at = readTime(fields?.startTime ?? fields?.timestamp ?? fields?.created ?? fields?.created_at);
  const until = readTime(fields?.endTime);
  return { at, duration: at !== null && until !== null && until >= at ? until - at : null };
}

function modelOf(record: unknown): string | null {
  const fields = fieldsOf(record);
  const inside =
    fieldsOf(fieldsOf(fields?.response)?.body) ??
    fieldsOf(fields?.response) ??
    fieldsOf(fields?.message) ??
    fieldsOf(fields?.data) ??
    fieldsOf(fields?.response_metadata);
  return nameOf(fields?.model) ?? nameOf(inside?.model) ?? nameOf(inside?.model_name);
}

/** The name of a line in the output of a batch file, which has its response's status beside it; null elsewhere. */
function batchIdOf(record: unknown): string | null {
  const fields = fieldsOf(record);
  return fieldsOf(fields?.response)?.status_code === undefined ? null : nameOf(fields?.custom_id);
}

function openReader(): RecordReader {
  const exchanges: Exchange[] = [];
  const origins = new Set<string>();
  const drops = createDropList();
  let untold = 0;

  function takeItem(record: unknown, place: Said): void {
    const found = findUsage(record);
    if (!found) {
      drops.add(tell("importSources.usageNone", { place }));
      return;
    }
    const reading = decodeUsage(found);
    if (!reading.ok) {
      drops.add(tell("importSources.usageWhy", { place, reason: reading.reason }));
      return;
    }
    const { usage } = reading;
    if (usage.shape) origins.add(usage.shape);
    if (usage.writtenKnown === false) untold += 1;
    const model = modelOf(record);
    const batchId = batchIdOf(record);
    exchanges.push({
      place,
      ...readTimes(record),
      body: null,
      reply: "",
      usage,
      model,
      conversation: batchId,
      ...(batchId === null ? {} : { isBatch: true }),
    });
  }

  return {
    take(record, place) {
      const items = listItems(record);
      const isList = items.length !== 1 || items[0] !== record;
      for (const [index, item] of items.entries())
        takeItem(item, isList ? placeWithin(WHOLE, "item", index + 1) : place);
      const all: unknown = fieldsOf(record)?.data ?? fieldsOf(record)?.observations ?? record;
      if (Array.isArray(all) && all.length > MOST) {
        drops.add(tell("importSources.usageRest", { number: formatNumber(MOST + 1) }));
      }
    },
    end: () => ({
      title: tell("importSources.usageTitle", { count: exchanges.length }),
      exchanges,
      understood: [
        ...(exchanges.some(({ isBatch }) => isBatch) ? [BATCH_WORDS] : []),
        ...[...origins].map((origin) => tell("importSources.usageOrigin", { origin })),
        ...(untold > 0 ? [tell("importSources.untoldWritten", { count: untold })] : []),
      ],
      dropped: drops.sentences(),
      redacted: [],
    }),
  };
}

/**
 * A usage object of any of the four endpoints, or as LangChain, the AI SDK, OpenTelemetry, LiteLLM, Langfuse, OpenClaw,
 * OpenCode and Qwen Code keep it (2026-11-21).
 */
export const usageAlone: Source = { kind: "usage", recognises, open: openReader };
