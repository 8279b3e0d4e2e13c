/** What the user has entered for a run, and the plan it makes. */

import { isWorkspace } from "../../lib/offers/endpoints";
import type { Settings } from "../../lib/pipeline/analysis";
import type { RunPlan, RunState } from "../../lib/run/run-state";
import { type Said, tell } from "../../lib/words/message";
import { readKeptKey } from "./run-storage";
import { EMULATOR, findHost, needsWorkspace, refusePlan } from "./run-targets";

export interface RunDraft {
  /** `emulator`, or a host's id. */
  readonly target: string;
  readonly workspace: string;
  /** In memory only, unless the user lets this tab keep it. */
  readonly key: string;
  readonly keepsKey: boolean;
  /** As typed, in the price's currency; empty = none. */
  readonly ceiling: string;
  readonly gaps: RunPlan["gaps"];
}

/** @param run one that this tab has kept: it goes on with its own target */
export function newDraft(run: RunState | null): RunDraft {
  const target = run?.plan.target;
  const key = readKeptKey();
  return {
    target: target?.kind === "service" ? target.host : EMULATOR,
    workspace: target?.kind === "service" ? target.workspace : "",
    key: key ?? "",
    keepsKey: key !== null,
    ceiling: run?.ceiling == null ? "" : String(run.ceiling),
    gaps: run?.plan.gaps ?? "skip",
  };
}

/** Null = no ceiling; undefined where what is typed is no amount. */
export function ceilingOf({ ceiling }: Pick<RunDraft, "ceiling">): number | null | undefined {
  const typed = ceiling.trim().replace(",", ".");
  if (typed === "") return null;
  return /^\d*\.?\d+$|^\d+\.$/.test(typed) ? Number(typed) : undefined;
}

/** Why nothing can be sent so, one sentence; null where it can. */
export function findFault(draft: RunDraft): Said | null {
  if (ceilingOf(draft) === undefined) return tell("run.ceilingFault");
  if (draft.target === EMULATOR) return null;
  const endpoint = findHost(draft.target);
  const refused = refusePlan(endpoint, draft.key);
  if (refused !== null) return refused;
  if (needsWorkspace(endpoint) && !isWorkspace(draft.workspace.trim())) {
    return tell("run.workspaceFault");
  }
  return null;
}

/** The prices of the endpoint's region count, where the price list has it. */
export function planRun(
  draft: Pick<RunDraft, "target" | "gaps" | "workspace">,
  text: string,
  settings: Settings,
): Omit<RunPlan, "startedAt"> {
  const { gaps, target, workspace } = draft;
  if (target === EMULATOR) {
    const account = `sk-run-${crypto.randomUUID()}`;
    // The emulator has no region: a cache that any of them offers is offered there.
    return {
      text,
      settings: { ...settings, isRegionAssumed: true },
      gaps,
      target: { kind: "emulator", account },
    };
  }
  const endpoint = findHost(target);
  const region = endpoint?.region ?? settings.region;
  const isAssumed = settings.isRegionAssumed ?? false;
  return {
    text,
    settings: { ...settings, region, isRegionAssumed: endpoint?.region ? false : isAssumed },
    gaps,
    target: {
      kind: "service",
      host: target,
      name: endpoint?.name ?? target,
      workspace: needsWorkspace(endpoint) ? workspace.trim() : "",
    },
  };
}
