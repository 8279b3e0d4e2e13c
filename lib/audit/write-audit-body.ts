/** The body of one call of an audit, in its dialect. */
import { findModel } from "../offers/catalogue";
import { mayThinkUnasked, outputLimitOf } from "../offers/output-limits";
import { writeFiller } from "../timeline/filler-text";
import type { AuditPlan, PlannedCall } from "./audit-plan";

/** Tokens that an answer may have. */
export const MAX_ANSWER = 16;
/** Tokens of a short call's prompt, and of what stands around the filler of a long one, roughly. */
export const FRAME = 80;

const MARKER = { cache_control: { type: "ephemeral" } } as const;

/**
 * The salt stands at the very head, so that no cache can know a cold prompt. The end differs from call to call, so that
 * a store of whole answers is not taken for a prompt cache.
 */
function writeTexts({ salt, promptTokens }: AuditPlan, call: PlannedCall, attempt: number) {
  const { kind, pair, order } = call;
  const isLong = kind === "cold" || kind === "warm";
  const head = `Audit ${salt}-${attempt}-${isLong ? pair : `short-${order}`}.`;
  const system = isLong
    ? `${head} The words that follow mean nothing.\n${writeFiller(promptTokens - FRAME, pair)}`
    : head;
  return { system, question: `Answer with the number ${order + 1} and nothing else.` };
}

/** Where a model may think unless told otherwise, it is told: thoughts cost, and `max_tokens` does not bound them. */
function withoutThinking({ model, dialect }: AuditPlan): object {
  if (findModel(model)?.template == null || !mayThinkUnasked(model)) return {};
  if (dialect === "anthropic") return { thinking: { type: "disabled" } };
  return outputLimitOf(model).effort ? { reasoning_effort: "none" } : { enable_thinking: false };
}

/**
 * JSON text of a call, always asking for a stream with its usage.
 * @param attempt another one makes every prompt a new one
 */
export function writeAuditBody(plan: AuditPlan, call: PlannedCall, attempt: number): string {
  const { dialect, model } = plan;
  const { system, question } = writeTexts(plan, call, attempt);
  const content = [{ type: "text", text: system, ...(plan.marked ? MARKER : {}) }];
  const shared = { model, max_tokens: MAX_ANSWER, stream: true, ...withoutThinking(plan) };
  const user = { role: "user", content: question };
  return JSON.stringify(
    dialect === "openai"
      ? {
          ...shared,
          stream_options: { include_usage: true },
          messages: [{ role: "system", content }, user],
        }
      : { ...shared, system: content, messages: [user] },
  );
}
