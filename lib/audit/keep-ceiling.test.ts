/** Whatever a service bills up to the limits that it was sent, and whatever never comes back: a ceiling is never passed. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { RequestForm } from "../offers/endpoint";
import { outputLimitOf } from "../offers/output-limits";
import { spentOf } from "../run/money";
import { createRunPredictor } from "../run/predict-run";
import { nextEffect, reduceRun, startRun } from "../run/run-scenario";
import { moneyOf, type RunPlan, type RunState } from "../run/run-state";
import type { SendEvent, Sending } from "../run/sending";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import type { AuditPlan } from "./audit-plan";
import { moneyOf as moneyOfAudit, startAudit } from "./audit-state";
import { nextEffect as nextOfAudit, reduceAudit } from "./run-audit";

const counterFor = loadTestCounters();
const silent = { text: "Yes.", reasoning: "", calls: [], finish: "stop", isComplete: true, error: null };
const SYSTEM = "All about one product, told at some length. ".repeat(150);

/** What comes of a request: how much of what it may cost is billed, and whether its answer arrives. */
interface Fate {
  readonly kind: "answer" | "silent" | "break" | "refuse" | "reload";
  /** Of the prompt: read, written, uncached; of the output: as much of its limit. */
  readonly written: boolean;
  readonly share: number;
}
const fates = fc.array(
  fc.record({
    kind: fc.constantFrom("answer", "answer", "answer", "silent", "break", "refuse", "reload" as const),
    written: fc.boolean(),
    share: fc.constantFrom(0.1, 0.5, 1),
  }),
  { minLength: 1, maxLength: 6 },
);

/** The most output that the service gives for a body, by what its fields hold. */
function outputOf(body: string, model: string, dialect: RequestForm): number {
  const fields = JSON.parse(body);
  const { answer, thoughts, holdsBoth, budget } = outputLimitOf(model);
  const thinks = fields.enable_thinking !== false && fields.thinking?.type !== "disabled" && thoughts !== 0;
  const own = dialect === "openai" ? fields.thinking_budget : fields.thinking?.budget_tokens;
  const longest = thinks ? (budget === null ? thoughts : (own ?? thoughts)) : 0;
  if (dialect === "openai" && holdsBoth && fields.max_completion_tokens !== undefined)
    return fields.max_completion_tokens * (fields.n ?? 1);
  const limit = fields.max_tokens ?? fields.max_output_tokens ?? fields.max_completion_tokens ?? answer;
  return (limit + (longest ?? Number.POSITIVE_INFINITY)) * (fields.n ?? 1);
}

function usageOf(prompt: number, output: number, { written, share }: Fate): object {
  const completion = Math.floor(output * share);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: {
      cached_tokens: 0,
      cache_creation_input_tokens: written ? prompt : 0,
      cache_type: "ephemeral",
    },
  };
}

/** Events of a request that is sent, by its fate. */
function eventsOf(fate: Fate, sent: object, usage: object): SendEvent[] {
  const begun = { ...sent, kind: "sent", clock: 1 } as SendEvent;
  const clock = 2;
  if (fate.kind === "reload") return [begun, { kind: "restore" }];
  if (fate.kind === "refuse") return [begun, { kind: "refused", clock, sentence: "No.", wayOut: "" }];
  if (fate.kind === "break") return [begun, { kind: "broke-off", clock, sentence: "It broke off." }];
  const given = fate.kind === "silent" ? null : usage;
  return [begun, { kind: "answered", clock, answer: { ...silent, usage: given }, requestId: null }];
}

/** How the reader goes on; null where the ceiling has ended it. */
function goOn(state: Sending, ceiling: number): SendEvent | null {
  if (state.problem?.kind === "ceiling" || state.problem?.kind === "script") return null;
  return { kind: state.problem?.kind === "maybe-billed" ? "again" : "resume", ceiling };
}

const plans = fc
  .record({
    model: fc.constantFrom("qwen3.7-max", "qwen3.7-plus", "qwen-plus", "qwen3-coder-plus", "qwen3.8-max"),
    dialect: fc.constantFrom("openai", "anthropic" as const),
    limit: fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined }),
    thinking: fc.option(fc.boolean(), { nil: undefined }),
    reply: fc.constantFrom("Short.", "A longer answer than that. ".repeat(30)),
  })
  .map(({ model, dialect, limit, thinking, reply }): RunPlan => {
    const content = [{ type: "text", text: SYSTEM, cache_control: { type: "ephemeral" } }];
    const user = { role: "user", content: "What is it?" };
    const body =
      dialect === "openai"
        ? {
            model,
            messages: [{ role: "system", content }, user],
            max_tokens: limit,
            enable_thinking: thinking,
          }
        : {
            model,
            system: content,
            messages: [user],
            max_tokens: limit ?? 2000,
            ...(thinking === undefined ? {} : { thinking: { type: thinking ? "enabled" : "disabled" } }),
          };
    const turn = { mode: "append", gap: 20, user: "And then?", reply } as const;
    const scenario = { name: "Three", duration: 2, reply, turns: [turn, turn] };
    return {
      text: JSON.stringify(body),
      settings: { model, region: "cn", scenario },
      target: { kind: "service", host: "cn", name: "Beijing", workspace: "" },
      gaps: "skip",
      startedAt: 0,
    };
  });

it("keeps the ceiling of a run", () => {
  let [sentAtAll, cut] = [0, 0];
  fc.assert(
    fc.property(plans, fates, fc.double({ min: 0.001, max: 4, noNaN: true }), (plan, list, ceiling) => {
      const predict = createRunPredictor(counterFor);
      const { model } = plan.settings;
      let state: RunState = startRun(plan, ceiling);
      let sent = 0;
      for (let step = 0; step < 40; step++) {
        const effect = nextEffect(state, step);
        if (effect.kind === "none") {
          const event = state.status === "done" ? null : goOn(state, ceiling);
          if (!event) break;
          state = reduceRun(state, event);
        } else if (effect.kind === "dispatch") state = reduceRun(state, effect.event);
        else if (effect.kind === "ask") {
          const prediction = predict(effect.question, plan.settings).requests.at(-1) ?? null;
          state = reduceRun(state, { kind: "predicted", prediction, reason: "" });
        } else if (effect.kind === "send") {
          const fate = list[sent % list.length];
          if (!fate) return;
          sent += 1;
          const output = outputOf(effect.body, model, effect.request.dialect);
          const usage = usageOf(state.next?.promptAtMost ?? 0, output, fate);
          const { at, most, added } = effect;
          if (added.length > 0) cut += 1;
          state = eventsOf(fate, { at, most, added }, usage).reduce(reduceRun, state);
        }
        expect(spentOf(moneyOf(state))).toBeLessThanOrEqual(ceiling * (1 + 1e-9));
      }
      sentAtAll += sent;
    }),
    { numRuns: 120 },
  );
  // The property says nothing of runs that never send, or never meet their ceiling.
  expect(Math.min(sentAtAll, cut)).toBeGreaterThan(30);
});

it("keeps the ceiling of an audit", () => {
  let sentAtAll = 0;
  const models = fc.constantFrom("qwen3.7-max", "qwen-plus", "qwen3.8-max", "qwen3-coder-plus", "qwen4-max");
  const dialects = fc.constantFrom("openai", "anthropic" as const);
  fc.assert(
    fc.property(
      models,
      dialects,
      fates,
      fc.double({ min: 0.001, max: 0.5, noNaN: true }),
      (model, dialect, list, ceiling) => {
        const plan: AuditPlan = {
          target: { kind: "service", endpoint: "cn-openai", name: "Beijing", workspace: "" },
          ...{ dialect, model, region: "cn", marked: true, promptTokens: 2000, pairs: 5, warmCalls: 2 },
          ...{ salt: "salt", startedAt: 0 },
        };
        let state = startAudit(plan, ceiling);
        let sent = 0;
        for (let step = 0; step < 60; step++) {
          const effect = nextOfAudit(state, 1000 + 10 * step);
          if (effect.kind === "none") {
            const event = state.status === "done" ? null : goOn(state, ceiling);
            if (!event) break;
            state = reduceAudit(state, event);
          } else if (effect.kind === "dispatch") state = reduceAudit(state, effect.event);
          else if (effect.kind === "send") {
            const fate = list[sent % list.length];
            if (!fate) return;
            sent += 1;
            const prompt = effect.call.kind === "cold" || effect.call.kind === "warm" ? 2500 : 100;
            const output = Math.min(outputOf(effect.body, model, dialect), 16);
            const { at, most, added } = effect;
            state = eventsOf(fate, { at, most, added }, usageOf(prompt, output, fate)).reduce(
              reduceAudit,
              state,
            );
          }
          expect(spentOf(moneyOfAudit(state))).toBeLessThanOrEqual(ceiling * (1 + 1e-9));
        }
        sentAtAll += sent;
      },
    ),
    { numRuns: 80 },
  );
  expect(sentAtAll).toBeGreaterThan(150);
});
