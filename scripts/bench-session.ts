/**
 * Measures what one more request costs the worker that explains a recording near its cap: 400 requests of an agent with
 * sub-agents, 168 MB. One machine, one run; nothing is asserted.
 */
import { explainSession } from "../lib/sessions/explain-session";
import type { RecordedExchange, RecordedSession } from "../lib/sessions/recorded-exchange";
import { createSessionMemory } from "../lib/sessions/session-memory";
import { loadTestCounters } from "../lib/tokens/fixtures/load-counters";

const REQUESTS = Number(process.env.REQUESTS ?? 400);
const EACH = 420_000;
const MORE = 5;
const settings = { model: "qwen3.7-max", region: "intl" } as const;

const words = (length: number, of: number): string =>
  Array.from(
    { length: length / 6 },
    (_, index) => ["cache", "prefix", "marker", "entry"][(index * 7 + of) % 4],
  ).join(" ");

const tools = Array.from({ length: 20 }, (_, index) => ({
  name: `tool_${index}`,
  description: words(900, index),
  input_schema: { type: "object", properties: {} },
}));

/** Every third request is a sub-agent's. */
function writeExchange(number: number): RecordedExchange {
  const lane = number % 3 === 0 ? 1 : 0;
  const turns = Math.floor(number / 2);
  const per = Math.floor((EACH - 20_000) / REQUESTS);
  const history = Array.from({ length: turns * 2 + 1 }, (_, index) => ({
    role: index % 2 === 0 ? "user" : "assistant",
    content: [{ type: "text", text: `${lane}.${index} ${words(per * 2, index)}` }],
  }));
  const body = {
    model: "qwen3.7-max",
    max_tokens: 1000,
    tools: lane === 0 ? tools : tools.slice(0, 3),
    system: [{ type: "text", text: words(2000, lane), cache_control: { type: "ephemeral" } }],
    messages: history,
  };
  const text = JSON.stringify(body);
  return {
    number,
    kind: "chat",
    dialect: "anthropic",
    method: "POST",
    path: "/v1/messages",
    at: 1_780_000_000 + number * 20,
    firstByte: 1,
    firstToken: 1,
    duration: 5,
    status: 200,
    body: JSON.parse(text),
    bytes: text.length,
    answer: { text: "Yes.", reasoning: "", calls: [], finish: "stop", isComplete: true, error: null },
    usage: {
      input_tokens: 900,
      output_tokens: 10,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 80_000,
    },
    requestId: null,
    redacted: [],
    missing: null,
  };
}

const exchanges = Array.from({ length: REQUESTS + MORE }, (_, index) => writeExchange(index + 1));
const sessionOf = (count: number): RecordedSession => ({
  startedAt: exchanges[0]?.at ?? null,
  expiresAt: null,
  target: "intl-anthropic",
  exchanges: exchanges.slice(0, count),
  forgotten: 0,
  unstored: 0,
});
const memory = createSessionMemory(loadTestCounters());

function explain(count: number): number {
  const start = performance.now();
  const work = explainSession(sessionOf(count), settings, memory);
  let next = work.next();
  while (!next.done) next = work.next();
  return performance.now() - start;
}

const bytes = exchanges.slice(0, REQUESTS).reduce((sum, exchange) => sum + exchange.bytes, 0);
console.log(`${REQUESTS} requests, ${(bytes / 1e6).toFixed(0)} MB`);
console.log(`all of it: ${explain(REQUESTS).toFixed(0)} ms`);
for (let more = 1; more <= MORE; more++) console.log(`one more: ${explain(REQUESTS + more).toFixed(0)} ms`);
