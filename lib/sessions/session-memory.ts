/** What is known of a recording's exchanges, kept while it grows: each is parsed, counted and cut once. */
import { createPrefixIndex } from "../layout/prefix-index";
import { createPreparer, type PreparedRequest, type Preparer } from "../pipeline/prepare-request";
import type { Message, Prompt, Tool } from "../prompt/prompt";
import type { RunSettings } from "../run/predict-run";
import { parseBody, type ReadBody } from "../timeline/play-body";
import type { CounterFor } from "../tokens/token-counter";
import type { JsonValue } from "../values/json";
import { isSameValue } from "../values/same-value";
import { createOutliner, type Outline } from "./lane-prefix";
import { type ChatForm, createResponsesReader } from "./read-responses";
import type { RecordedExchange } from "./recorded-exchange";

/** Exchanges are known by their objects: one that has changed is another object. */
export interface SessionMemory {
  readonly counterFor: CounterFor;
  /** In order of time, as far as exchanges are new. */
  readonly readForm: (exchange: RecordedExchange) => ChatForm;
  /** The same body is the same prompt. */
  readonly readPrompt: (body: JsonValue) => ReadBody;
  /** Throws where a body cannot be counted. */
  readonly prepare: (exchange: RecordedExchange, prompt: Prompt, settings: RunSettings) => PreparedRequest;
  readonly outlineOf: (prompt: Prompt) => Outline;
}

const wordsOfPart = ({ pointer, kind, text, media, call, marker, nested }: Message["parts"][number]) => [
  pointer,
  kind,
  text,
  media,
  call,
  marker && [marker.key, marker.value],
  nested,
];

/** Lanes take turns, so a message is looked for in all earlier requests: what is known of it is then known at once. */
function createPool(): (prompt: Prompt) => Prompt {
  const pool = new Map<string, Message>();
  const toolLists = new Map<string, readonly Tool[]>();
  const share = (message: Message): Message => {
    const { pointer, role, form, reasoning, parts, calls, items, uncounted } = message;
    const key = JSON.stringify([
      pointer,
      role,
      form,
      reasoning,
      parts.map(wordsOfPart),
      calls,
      items,
      uncounted,
      parts.map((part) => part.uncounted),
    ]);
    const known = pool.get(key) ?? message;
    pool.set(key, known);
    return known;
  };
  return (prompt) => {
    const key = JSON.stringify(prompt.tools);
    const tools = toolLists.get(key) ?? prompt.tools;
    toolLists.set(key, tools);
    return { ...prompt, tools, messages: prompt.messages.map(share) };
  };
}

interface Bench {
  readonly settings: RunSettings;
  readonly prepare: Preparer;
  readonly known: WeakMap<RecordedExchange, PreparedRequest>;
}

export function createSessionMemory(counterFor: CounterFor): SessionMemory {
  const share = createPool();
  const outline = createOutliner();
  const bodies = new WeakMap<object, ReadBody>();
  const outlines = new WeakMap<Prompt, Outline>();
  let bench: Bench | null = null;

  function readPrompt(body: JsonValue): ReadBody {
    const isObject = typeof body === "object" && body !== null;
    const known = isObject ? bodies.get(body) : undefined;
    if (known) return known;
    const read = parseBody(JSON.stringify(body));
    const shared = read.prompt ? { ...read, prompt: share(read.prompt) } : read;
    if (isObject) bodies.set(body, shared);
    return shared;
  }

  function benchFor(settings: RunSettings): Bench {
    if (bench && isSameValue(bench.settings, settings)) return bench;
    const prepare = createPreparer(settings.model, counterFor, createPrefixIndex(), settings);
    bench = { settings, prepare, known: new WeakMap() };
    return bench;
  }

  return {
    counterFor,
    readForm: createResponsesReader(),
    readPrompt,
    prepare(exchange, prompt, settings) {
      const { prepare, known } = benchFor(settings);
      const present = known.get(exchange);
      if (present?.prompt === prompt) return present;
      const ready = prepare(prompt, exchange.lengths);
      known.set(exchange, ready);
      return ready;
    },
    outlineOf(prompt) {
      const known = outlines.get(prompt) ?? outline(prompt);
      outlines.set(prompt, known);
      return known;
    },
  };
}
