/** A recording that grows is explained as if it were read anew, and only what is new in it is counted. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createRunPredictor, type RunSettings } from "../run/predict-run";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import type { CounterFor, TokenCounter } from "../tokens/token-counter";
import { AGENT_LOOP, LOOP_MODEL } from "./fixtures/agent-loop";
import { explainWhole } from "./fixtures/explain-whole";
import { recordLoop } from "./fixtures/record-loop";
import type { RecordedExchange, RecordedSession } from "./recorded-exchange";
import { createSessionMemory } from "./session-memory";

const counterFor = loadTestCounters();
const settings: RunSettings = { model: LOOP_MODEL, region: "intl" };

const billed = createRunPredictor(counterFor)(
  AGENT_LOOP.map(({ body, at, duration }) => ({
    body: JSON.stringify(body),
    at,
    duration,
    completion: 20,
    reply: "",
    limit: null,
  })),
  settings,
).requests;
const loop = recordLoop(billed);

/** As it is while it is answered. */
const unanswered = (exchange: RecordedExchange): RecordedExchange => ({
  ...exchange,
  answer: null,
  usage: null,
  duration: null,
  status: null,
});

it("says at every look what a first look says, whatever came or was answered in between", () => {
  const steps = fc.array(
    fc.record({ count: fc.nat(loop.exchanges.length), isAnswered: fc.boolean(), isOther: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(steps, (looks) => {
      const memory = createSessionMemory(counterFor);
      for (const { count, isAnswered, isOther } of looks) {
        const exchanges = loop.exchanges.slice(0, count);
        const last = exchanges.at(-1);
        if (last && !isAnswered) exchanges[exchanges.length - 1] = unanswered(last);
        const session: RecordedSession = { ...loop, exchanges };
        const chosen: RunSettings = isOther ? { ...settings, region: "cn" } : settings;
        expect(explainWhole(session, chosen, counterFor, memory)).toEqual(
          explainWhole(session, chosen, counterFor),
        );
      }
    }),
    { numRuns: 20 },
  );
});

it("counts of a grown recording only the new request", () => {
  const texts: string[] = [];
  const known = new Map<unknown, TokenCounter>();
  const watched: CounterFor = (model) => {
    const counter = known.get(model) ?? {
      ...counterFor(model),
      count(text: string) {
        if (text.length > 60) texts.push(text);
        return counterFor(model).count(text);
      },
    };
    known.set(model, counter);
    return counter;
  };
  const memory = createSessionMemory(watched);
  const before = { ...loop, exchanges: loop.exchanges.slice(0, -1) };
  explainWhole(before, settings, watched, memory);
  const first = texts.length;
  texts.length = 0;
  explainWhole(loop, settings, watched, memory);
  expect(texts.length * 2).toBeLessThan(first);
});
