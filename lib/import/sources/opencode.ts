/** Sessions as `opencode export` writes them: every message in parts, and the tokens of every call. */
import { type DecodedUsage, decodeUsage } from "../../answers/decode-usage";
import { readBuckets } from "../../answers/usage-buckets";
import { type Fields, fieldsOf, listOf, stringOf } from "../../values/json";
import { append } from "../../values/long-lists";
import { type Message, type Said, tell } from "../../words/message";
import { createDropList } from "../drop-list";
import type { Exchange } from "../exchange";
import { nameOf } from "../read-fields";
import { readTime } from "../read-time";
import { markMessage } from "../rebuild-conversation";
import type { RecordReader, Source } from "../source";
import { standInSystem } from "../stand-in-system";
import { textOfTurn, writeAnthropic, writeOpenAi } from "../write-turns";
import { type ReadStep, readSteps } from "./opencode-steps";

interface Call {
  readonly place: Said;
  readonly step: ReadStep;
  readonly model: string | null;
  readonly provider: string;
  readonly at: number | null;
  readonly until: number | null;
  /** What was said before it. */
  readonly before: number;
}

const MARKER = { type: "ephemeral" };

/** Arrays of neighbouring lists share their messages, but so many arrays do not fit. */
const MAX_BODIES = 2_000;

const isMessage = (value: unknown): boolean => {
  const message = fieldsOf(value);
  return fieldsOf(message?.info) !== null && Array.isArray(message?.parts);
};

function recognises(record: unknown): boolean {
  const fields = fieldsOf(record);
  return (
    fieldsOf(fields?.info) !== null && Array.isArray(fields?.messages) && fields.messages.every(isMessage)
  );
}

/** Where nothing at all was written, the provider is one that does not tell. */
const tellsWritten = (calls: readonly Call[]): boolean =>
  calls.some(({ step }) => {
    const written = fieldsOf(fieldsOf(step.tokens)?.cache)?.write;
    return typeof written === "number" && written > 0;
  });

function readUsage({ step }: Call, isTold: boolean): DecodedUsage | null {
  const buckets = readBuckets(step.tokens);
  if (!buckets) return null;
  const { read, written, uncached, completion } = buckets;
  const usage = isTold
    ? {
        input_tokens: uncached,
        output_tokens: completion,
        cache_read_input_tokens: read,
        cache_creation_input_tokens: written,
      }
    : {
        prompt_tokens: read + uncached,
        completion_tokens: completion,
        prompt_tokens_details: { cached_tokens: read },
      };
  const reading = decodeUsage(usage, { tellsWritten: isTold });
  return reading.ok ? reading.usage : null;
}

function readModel(info: Fields): string | null {
  const { model } = info;
  return nameOf(info.modelID) ?? nameOf(fieldsOf(model)?.modelID) ?? nameOf(model);
}

/** The calls of one session in order, and all that was said, of which each call has seen a beginning. */
function readSession(messages: readonly unknown[], place: Said) {
  const steps: ReadStep[] = [];
  const calls: Call[] = [];
  const drops = createDropList();
  for (const [index, value] of messages.entries()) {
    const message = fieldsOf(value);
    const info = fieldsOf(message?.info);
    const where = tell("importing.messageOf", { place, number: String(index + 1) });
    if (!info || (info.role !== "user" && info.role !== "assistant")) {
      drops.add(tell("importSources.opencodeRole", { place: where }));
      continue;
    }
    const time = fieldsOf(info.time);
    const read = readSteps(info.role, listOf(message?.parts), info.tokens);
    const provider = stringOf(info.providerID);
    for (const [number, step] of read.entries()) {
      const buckets = readBuckets(step.tokens);
      if (buckets && buckets.read + buckets.written + buckets.uncached === 0) {
        drops.add(tell("importSources.opencodeBrokenOff", { place: where }));
      } else if (fieldsOf(step.tokens)) {
        // A message of several calls tells only when the first began and the last ended.
        const at = number === 0 ? readTime(time?.created) : null;
        const until = read.length === 1 ? readTime(time?.completed) : null;
        const before = steps.length;
        calls.push({ place: where, step, model: readModel(info), provider, at, until, before });
      }
      steps.push(step);
    }
  }
  return { steps, calls, drops };
}

function listExchanges(steps: readonly ReadStep[], calls: readonly Call[]): Exchange[] {
  const isTold = tellsWritten(calls);
  const isAnthropic = calls.some(({ provider }) => provider.includes("anthropic"));
  const write = isAnthropic ? writeAnthropic : writeOpenAi;
  const written = steps.map(({ turns }) => turns.flatMap(write));
  const [opening] = calls;
  const before = (call: Call) => written.slice(0, call.before).flat();
  const text = opening
    ? standInSystem("the agent", readUsage(opening, isTold)?.prompt ?? null, before(opening))
    : "";
  const part = { type: "text", text, ...(isTold ? { cache_control: MARKER } : {}) };

  function writeBody(call: Call): object {
    const model = call.model ?? undefined;
    const said = before(call);
    const last = said.length - 1;
    const marked = isTold ? markMessage(said, last, MARKER) : said;
    if (!isAnthropic) return { model, messages: [{ role: "system", content: [part] }, ...marked] };
    const messages = isTold && last > 0 ? markMessage(marked, last - 1, MARKER) : marked;
    return { model, max_tokens: 32_000, system: [part], messages };
  }

  return calls.map((call, index) => {
    const { place, step, model, at, until } = call;
    const duration = at !== null && until !== null && until >= at ? until - at : null;
    const usage = readUsage(call, isTold);
    const reply = step.turns.filter(({ role }) => role === "assistant").map(textOfTurn);
    const body = index < MAX_BODIES ? writeBody(call) : null;
    return { place, at, duration, body, reply: reply.join("\n"), usage, model, conversation: null };
  });
}

function explain(calls: readonly Call[]): Message[] {
  if (calls.length === 0) return [];
  const isTold = tellsWritten(calls);
  return [
    tell(isTold ? "importSources.opencodeTold" : "importSources.opencodeUntold"),
    tell("importSources.opencodeRebuilt"),
    tell("importSources.opencodeSystem"),
    tell(isTold ? "importSources.opencodeMarkers" : "importSources.opencodeNoMarkers"),
  ];
}

function openReader(): RecordReader {
  const exchanges: Exchange[] = [];
  /** By their keys: several sessions say the same. */
  const understood = new Map<string, Message>();
  const dropped = createDropList();
  return {
    take(record, place) {
      const messages = fieldsOf(record)?.messages;
      if (!Array.isArray(messages)) {
        dropped.add(tell("importSources.noMessages", { place }));
        return;
      }
      const { steps, calls, drops } = readSession(messages, place);
      append(exchanges, listExchanges(steps, calls));
      for (const sentence of explain(calls)) understood.set(sentence.key, sentence);
      for (const sentence of drops.sentences()) dropped.add(sentence);
    },
    end: () => ({
      title: tell("importSources.opencodeTitle", { count: exchanges.length }),
      exchanges,
      understood: [...understood.values()],
      dropped: dropped.sentences(),
      redacted: [],
    }),
  };
}

/**
 * The one value that `opencode export <session>` prints.
 * Placement of the markers: https://github.com/sst/opencode, version 1.18.33 (2026-11-21).
 */
export const openCode: Source = { kind: "opencode", recognises, open: openReader };
