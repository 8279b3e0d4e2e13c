/** What the user has entered for a run of probes, and the plan and keys it makes. */
import type { Behaviour } from "../../lib/audit/audit-plan";
import { isWorkspace } from "../../lib/offers/endpoints";
import type { Readings } from "../../lib/offers/readings";
import { listAskable, listCheap } from "../../lib/probes/cheap-set";
import type { ProbePlan } from "../../lib/probes/plan";
import type { ProbeId, SecondKind } from "../../lib/probes/probe";
import type { Keys } from "../../lib/probes/send-call";
import { type Said, tell } from "../../lib/words/message";
import { findFault } from "../run/run-draft";
import { EMULATOR, findHost, nameOperatorHost, needsWorkspace, refusePlan } from "../run/run-targets";

export interface ProbeDraft {
  /** `emulator`, a host's id, or `operator/<host>`. */
  readonly target: string;
  /** How the emulator answers, where it is asked. */
  readonly behaviour: Behaviour;
  /** What the emulator plays; a switch that is absent stands at its first reading. */
  readonly readings: Readings;
  readonly model: string;
  readonly workspace: string;
  /** In this page's memory only, as the second one. */
  readonly key: string;
  readonly second: SecondKind | null;
  readonly secondKey: string;
  readonly secondWorkspace: string;
  /** The host of a second region; empty = not chosen. */
  readonly secondHost: string;
  /** As typed, in the price's currency; empty = none. */
  readonly ceiling: string;
  /** Those that are chosen; what the setup cannot ask is left out of the plan. */
  readonly probes: readonly ProbeId[];
}

const MODEL = "qwen3.7-max";

export const NEW_DRAFT: ProbeDraft = {
  target: EMULATOR,
  behaviour: "honest",
  readings: {},
  model: MODEL,
  workspace: "",
  key: "",
  second: null,
  secondKey: "",
  secondWorkspace: "",
  secondHost: "",
  ceiling: "",
  probes: listCheap({ model: MODEL, region: "intl", second: null }),
};

/** What estimates and needs go by. */
export function setupOf({
  target,
  model,
  second,
}: ProbeDraft): Pick<ProbePlan, "model" | "region" | "second"> {
  const region = target === EMULATOR ? "intl" : (findHost(target)?.region ?? null);
  return { model: model.trim(), region, second };
}

/** Those of the chosen probes that this setup can ask, in the order of their numbers. */
export const chosenOf = (draft: ProbeDraft): readonly ProbeId[] =>
  listAskable(setupOf(draft)).filter((id) => draft.probes.includes(id));

/** The host that the second key is sent to. */
const secondHostOf = ({ second, secondHost, target }: ProbeDraft): string =>
  second === "region" ? secondHost : target;

/** Whether the second key needs a workspace of its own. */
export const hasSecondWorkspace = (draft: ProbeDraft): boolean =>
  draft.second !== null && draft.second !== "key" && needsWorkspace(findHost(secondHostOf(draft)));

function findSecondFault(draft: ProbeDraft): Said | null {
  const { second, secondKey, secondHost, secondWorkspace, target } = draft;
  if (second === null || target === EMULATOR) return null;
  if (second === "region" && (secondHost === "" || secondHost === target)) {
    return tell("probePage.secondHostFault");
  }
  if (secondKey.trim() === "") return tell("probePage.secondFault");
  const refused = refusePlan(findHost(secondHostOf(draft)), secondKey);
  if (refused !== null) return refused;
  return hasSecondWorkspace(draft) && !isWorkspace(secondWorkspace.trim())
    ? tell("run.workspaceFault")
    : null;
}

/** Why nothing can be sent so, one sentence; null where it can. */
export function findProbeFault(draft: ProbeDraft): Said | null {
  if (draft.model.trim() === "") return tell("probePage.modelFault");
  const fault = findFault({ ...draft, keepsKey: false, gaps: "honour" }) ?? findSecondFault(draft);
  if (fault !== null) return fault;
  return chosenOf(draft).length === 0 ? tell("probePage.chooseFault") : null;
}

const writeReadings = (readings: Readings): string =>
  Object.entries(readings)
    .map(([id, reading]) => `${id}=${reading}`)
    .join(",");

function targetOf(draft: ProbeDraft, id: string): ProbePlan["target"] {
  const { target, behaviour, readings, workspace } = draft;
  const host = findHost(target);
  if (target === EMULATOR) {
    return {
      kind: "emulator",
      account: `sk-probe-${id}`,
      controls: {
        ...(behaviour === "honest" ? {} : { "x-emulator-lie": behaviour }),
        ...(Object.keys(readings).length === 0 ? {} : { "x-emulator-readings": writeReadings(readings) }),
      },
    };
  }
  return {
    kind: "service",
    host: target,
    name: host?.name ?? nameOperatorHost(target),
    workspace: needsWorkspace(host) ? workspace.trim() : "",
  };
}

/** @param id unique to this run */
export const planProbes = (draft: ProbeDraft, id: string, startedAt: number): ProbePlan => ({
  ...setupOf(draft),
  target: targetOf(draft, id),
  probes: chosenOf(draft),
  salt: id,
  startedAt,
});

export function keysOf(draft: ProbeDraft): Keys {
  const { key, second, secondKey, secondWorkspace, workspace, target } = draft;
  if (second === null || target === EMULATOR) return { first: key.trim() };
  const host = secondHostOf(draft);
  const own = hasSecondWorkspace(draft) ? secondWorkspace : workspace;
  return {
    first: key.trim(),
    second: { key: secondKey.trim(), host, workspace: needsWorkspace(findHost(host)) ? own.trim() : "" },
  };
}
