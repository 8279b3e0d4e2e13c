/** Qwen Code's own record of usage: one line a session, with the totals of each model. */
import { decodeUsage } from "../../answers/decode-usage";
import { type Fields, fieldsOf, readNumber } from "../../values/json";
import { tell } from "../../words/message";
import { createDropList } from "../drop-list";
import type { RecordReader, Source, SourceReading } from "../source";

interface Total {
  requests: number;
  input: number;
  read: number;
  output: number;
}

const isTotal = (value: unknown): boolean => {
  const fields = fieldsOf(value);
  return readNumber(fields?.inputTokens) !== null && readNumber(fields?.cachedTokens) !== null;
};

function recognises(record: unknown): boolean {
  const fields = fieldsOf(record);
  const totals = Object.values(fieldsOf(fields?.models) ?? {});
  return typeof fields?.sessionId === "string" && totals.length > 0 && totals.every(isTotal);
}

function add(total: Total, fields: Fields): void {
  total.requests += readNumber(fields.requests) ?? 0;
  total.input += readNumber(fields.inputTokens) ?? 0;
  total.read += readNumber(fields.cachedTokens) ?? 0;
  total.output += readNumber(fields.outputTokens) ?? 0;
}

/** The input includes what was read. */
function decode({ input, read, output }: Total) {
  const usage = {
    prompt_tokens: input,
    completion_tokens: output,
    prompt_tokens_details: { cached_tokens: read },
  };
  return decodeUsage(usage, { tellsWritten: false });
}

function open(): RecordReader {
  const totals = new Map<string, Total>();
  const drops = createDropList();
  let sessions = 0;
  return {
    take(record, place) {
      if (!recognises(record)) {
        drops.add(tell("importSources.usageNone", { place }));
        return;
      }
      sessions++;
      for (const [model, value] of Object.entries(fieldsOf(fieldsOf(record)?.models) ?? {})) {
        const total = totals.get(model) ?? { requests: 0, input: 0, read: 0, output: 0 };
        totals.set(model, total);
        add(total, fieldsOf(value) ?? {});
      }
    },
    end(): SourceReading {
      const exchanges = [...totals].flatMap(([model, total]) => {
        const reading = decode(total);
        const place = tell("importSources.totalPlace", { count: total.requests });
        if (!reading.ok) drops.add(tell("importSources.usageWhy", { place, reason: reading.reason }));
        const unknown = { at: null, duration: null, body: null, reply: "", conversation: null };
        return reading.ok
          ? [{ place, model, usage: reading.usage, requests: total.requests, ...unknown }]
          : [];
      });
      const requests = exchanges.reduce((sum, each) => sum + each.requests, 0);
      return {
        title: tell("importSources.qwenUsageTitle", { sessions, requests, models: exchanges.length }),
        exchanges,
        understood: [tell("importSources.qwenUsageTotals"), tell("importSources.qwenUsageWritten")],
        dropped: drops.sentences(),
        redacted: [],
      };
    },
  };
}

/** `~/.qwen/usage_record.jsonl` (Qwen Code 0.24, 2026-11). */
export const qwenCodeUsage: Source = { kind: "qwen-code-usage", recognises, open };
