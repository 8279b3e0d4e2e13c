/** What the user has entered for an audit, and the plan it makes. */
import type { AuditPlan, Behaviour } from "../../lib/audit/audit-plan";
import { LIMITS } from "../../lib/audit/audit-plan";
import type { AuditState } from "../../lib/audit/audit-state";
import { endpointDialectOf, endpointIdOf } from "../../lib/offers/endpoint";
import type { Dialect } from "../../lib/prompt/prompt";
import { type Said, tell } from "../../lib/words/message";
import { findFault } from "../run/run-draft";
import { EMULATOR, findHost, nameOperatorHost, needsWorkspace } from "../run/run-targets";

export interface AuditDraft {
  /** `emulator`, a host's id, or `operator/<host>`. */
  readonly target: string;
  readonly behaviour: Behaviour;
  readonly workspace: string;
  /** In this page's memory only. */
  readonly key: string;
  readonly dialect: Dialect;
  readonly model: string;
  readonly markers: "marked" | "bare";
  readonly promptTokens: number;
  readonly pairs: number;
  readonly warmCalls: number;
  /** As typed, in the price's currency; empty = none. */
  readonly ceiling: string;
}

export const NEW_DRAFT: AuditDraft = {
  target: EMULATOR,
  behaviour: "honest",
  workspace: "",
  key: "",
  dialect: "openai",
  model: "qwen3.7-max",
  markers: "marked",
  promptTokens: LIMITS.promptTokens.standard,
  pairs: LIMITS.pairs.standard,
  warmCalls: LIMITS.warmCalls.standard,
  ceiling: "",
};

/** The form as it made an audit that this tab has kept; the key is asked for again. */
export function draftOf({ plan, ceiling }: Pick<AuditState, "plan" | "ceiling">): AuditDraft {
  const { target, dialect, model, marked, promptTokens, pairs, warmCalls } = plan;
  const isEmulator = target.kind === "emulator";
  return {
    ...NEW_DRAFT,
    target: isEmulator ? EMULATOR : target.endpoint.replace(/[-/](openai|anthropic)$/, ""),
    behaviour: isEmulator ? target.behaviour : NEW_DRAFT.behaviour,
    workspace: isEmulator ? "" : target.workspace,
    dialect,
    model,
    markers: marked ? "marked" : "bare",
    promptTokens,
    pairs,
    warmCalls,
    ceiling: ceiling === null ? "" : String(ceiling),
  };
}

/** Why nothing can be sent so, one sentence; null where it can. */
export function findAuditFault(draft: AuditDraft): Said | null {
  if (draft.model.trim() === "") return tell("audit.modelFault");
  return findFault({ ...draft, keepsKey: false, gaps: "honour" });
}

/** @param id unique to this audit */
export function planAudit(draft: AuditDraft, id: string, startedAt: number): AuditPlan {
  const { target, behaviour, dialect, model, promptTokens, pairs, warmCalls, workspace } = draft;
  const host = findHost(target);
  const isEmulator = target === EMULATOR;
  return {
    target: isEmulator
      ? { kind: "emulator", account: `sk-audit-${id}`, behaviour }
      : {
          kind: "service",
          endpoint: endpointIdOf(target, endpointDialectOf(dialect)),
          name: host?.name ?? nameOperatorHost(target),
          workspace: needsWorkspace(host) ? workspace.trim() : "",
        },
    dialect,
    model: model.trim(),
    region: isEmulator ? "intl" : (host?.region ?? null),
    marked: draft.markers === "marked",
    promptTokens,
    pairs,
    warmCalls,
    salt: id,
    startedAt,
  };
}
