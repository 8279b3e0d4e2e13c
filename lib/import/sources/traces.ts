/** Exports of tracing tools: Langfuse's observations, LangSmith's runs, and spans of OpenTelemetry, with what was sent. */
import { fieldsOf } from "../../values/json";
import { type Said, tell } from "../../words/message";
import { createDropList } from "../drop-list";
import type { Exchange } from "../exchange";
import { placeWithin } from "../name-place";
import { listTraced, readTracedCall, readTracedUsage } from "../read-trace";
import { createRequestBudget } from "../request-budget";
import type { RecordReader, Source, SourceReading } from "../source";

/** Calls that are looked at to know what an export is. */
const LOOKED_AT = 200;

function recognises(record: unknown): boolean {
  if (!Array.isArray(record) && fieldsOf(record) === null) return false;
  let looked = 0;
  for (const traced of listTraced(record)) {
    if (readTracedCall(traced) !== null) return true;
    if (++looked >= LOOKED_AT) return false;
  }
  return false;
}

function open(): RecordReader {
  const exchanges: Exchange[] = [];
  const forms = new Map<string, Said>();
  const lost = new Map<string, Said>();
  const drops = createDropList();
  const budget = createRequestBudget();
  let others = 0;

  function takeCall(value: unknown, place: Said): void {
    const call = readTracedCall(value);
    if (!call) {
      const usage = readTracedUsage(value);
      if (usage) exchanges.push({ place, body: null, reply: "", conversation: null, ...usage });
      else others++;
      return;
    }
    const { read, ...told } = call;
    if (read.form) forms.set(JSON.stringify(read.form), read.form);
    for (const sentence of read.lost) lost.set(JSON.stringify(sentence), sentence);
    if (budget.admits(read.body, place))
      exchanges.push({ place, body: read.body, conversation: null, ...told });
  }

  return {
    take(record, place) {
      const calls = [...listTraced(record)];
      for (const [index, call] of calls.entries())
        takeCall(call, calls.length === 1 ? place : placeWithin(place, "item", index + 1));
    },
    end(): SourceReading {
      for (const sentence of lost.values()) drops.add(sentence);
      return {
        title: tell("importSources.traceTitle", { count: exchanges.length }),
        exchanges,
        understood: [
          tell("importSources.traceRead"),
          ...[...forms.values()].map((form) => tell("importSources.formRead", { form })),
          ...(others > 0 ? [tell("importSources.traceOthers", { count: others })] : []),
        ],
        dropped: [...drops.sentences(), ...budget.sentences()],
        redacted: [],
      };
    },
  };
}

/**
 * https://langfuse.com/docs/observability/data-model, https://docs.smith.langchain.com/reference/data_formats/run_data_format,
 * https://opentelemetry.io/docs/specs/semconv/gen-ai (2026-11).
 */
export const traces: Source = { kind: "trace", recognises, open };
