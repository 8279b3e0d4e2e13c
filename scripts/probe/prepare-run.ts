/** From options to a run that can be carried out: where it goes, what it asks, what it may cost, by which keys. */

import { addAmounts } from "../../lib/bill/bill";
import { findModel } from "../../lib/offers/catalogue";
import type { Endpoint } from "../../lib/offers/endpoint";
import { listCheap } from "../../lib/probes/cheap-set";
import { findProbe } from "../../lib/probes/list-probes";
import { PER_MINUTE } from "../../lib/probes/pace-askings";
import { estimateProbe, listUnmet, type ProbePlan } from "../../lib/probes/plan";
import { PROBE_IDS, type ProbeId } from "../../lib/probes/probe";
import { type ProbeRun, startRun } from "../../lib/probes/probe-run";
import type { Keys } from "../../lib/probes/send-call";
import { fieldsOf } from "../../lib/values/json";
import type { Io } from "./io";
import { type Options, WrongUse } from "./read-options";

export interface Prepared {
  readonly run: ProbeRun;
  readonly keys: Keys;
}

/** What the playground says about its relay. */
interface Relay {
  readonly endpoints: readonly Endpoint[];
  readonly serverKey: { readonly onThisMachine: boolean };
  readonly requestsPerMinute: number;
}

async function askServer({ server }: Pick<Options, "server">, io: Io): Promise<Relay> {
  try {
    const response = await io.fetch(`${server}/api/relay`);
    const described = fieldsOf(await response.json());
    if (response.ok && Array.isArray(described?.endpoints)) return described as unknown as Relay;
  } catch {
    // The same sentence for whatever answers there.
  }
  throw new WrongUse(`No playground answers at ${server}: start one with npm start, or name it by --server.`);
}

function chooseProbes(
  { only, cheap }: Options,
  plan: Pick<ProbePlan, "model" | "region" | "second">,
): readonly ProbeId[] {
  const lacking = (id: ProbeId) => listUnmet(findProbe(id), plan);
  const wrong = only?.find((id) => lacking(id).length > 0);
  if (wrong) throw new WrongUse(`${wrong} cannot be asked here: it needs ${lacking(wrong).join(", ")}.`);
  const fitting = (only ?? PROBE_IDS).filter((id) => lacking(id).length === 0);
  const first = new Set(listCheap(plan));
  const chosen = cheap ? fitting.filter((id) => first.has(id)) : fitting;
  if (chosen.length === 0) throw new WrongUse("No question is left to ask.");
  return chosen;
}

function findHost({ endpoints }: Relay, host: string, workspace: string): Endpoint {
  const found = endpoints.find(({ id }) => id === `${host}-openai`);
  if (!found) {
    const hosts = endpoints.flatMap(({ id }) => /^([a-z-]+)-openai$/.exec(id)?.[1] ?? []);
    throw new WrongUse(`There is no endpoint "${host.slice(0, 60)}": emulator, ${hosts.join(", ")}.`);
  }
  if (found.baseUrl.includes("{workspace}") && workspace === "") {
    throw new WrongUse(`${host} is the endpoint of a workspace: name yours by --workspace.`);
  }
  return found;
}

function readKeys(options: Options, relay: Relay, { env }: Io): Keys {
  const { second, endpoint, workspace, keyVariable, secondKeyVariable } = options;
  const first = env[keyVariable]?.trim() ?? "";
  if (first === "" && !relay.serverKey.onThisMachine) {
    throw new WrongUse(`${keyVariable} holds no key, and the server has none of its own.`);
  }
  if (!second) return { first };
  const key = env[secondKeyVariable]?.trim() ?? "";
  if (key === "") throw new WrongUse(`${secondKeyVariable} holds no second key.`);
  const host = second.endpoint || endpoint;
  findHost(relay, host, second.workspace || workspace);
  const named =
    second.kind === "region" ? second.endpoint : second.kind === "workspace" ? second.workspace : key;
  if (named === "")
    throw new WrongUse(
      `A second ${second.kind} has to be named: --second-${second.kind === "region" ? "endpoint" : "workspace"}.`,
    );
  return { first, second: { key, host, workspace: second.workspace || workspace } };
}

/** The sum of the estimates; null where a price is unknown. */
export const mostOf = (plan: ProbePlan): number | null =>
  addAmounts(plan.probes.map((id) => estimateProbe(plan, id).most));

/** @throws WrongUse */
export async function prepareRun(options: Options, io: Io): Promise<Prepared> {
  const relay = await askServer(options, io);
  const { endpoint, model, workspace, readings, ceiling } = options;
  const second = options.second?.kind ?? null;
  const about = { model, second, salt: io.newWord(), startedAt: Math.floor(io.now()) };
  if (!findModel(model)) io.warn(`The catalogue has no model ${model}: its prices are unknown.`);
  if (endpoint === "emulator") {
    const pairs = Object.entries(readings).map(([id, reading]) => `${id}=${reading}`);
    const controls: Readonly<Record<string, string>> =
      pairs.length > 0 ? { "x-emulator-readings": pairs.join(",") } : {};
    const target = { kind: "emulator", account: `probe-${io.newWord()}`, controls } as const;
    const { region } = options;
    const plan = { ...about, target, region, probes: chooseProbes(options, { model, region, second }) };
    return { run: startRun(plan, ceiling), keys: { first: "" } };
  }
  const { region, name } = findHost(relay, endpoint, workspace);
  const keys = readKeys(options, relay, io);
  const target = { kind: "service", host: endpoint, name, workspace } as const;
  const plan = { ...about, target, region, probes: chooseProbes(options, { model, region, second }) };
  if (relay.requestsPerMinute < PER_MINUTE) {
    io.warn(
      `The server passes ${relay.requestsPerMinute} requests a minute on: calls beyond are refused and asked again. Start it with PLAYGROUND_RELAY_REQUESTS_PER_MINUTE=${PER_MINUTE} or more.`,
    );
  }
  return { run: startRun(plan, ceiling ?? mostOf(plan)), keys };
}

/** What a state file says it is. */
const STATE = "prompt-cache-probe-run";

/** The state of a run as a file: no key is in it. */
export const writeState = (run: ProbeRun, { second }: Keys): string =>
  `${JSON.stringify({ kind: STATE, version: 1, second: second ? { host: second.host, workspace: second.workspace } : null, run })}\n`;

/** Goes on with a run by the keys of the environment. @throws WrongUse */
export async function restoreRun(options: Options, path: string, io: Io): Promise<Prepared> {
  const state = await io
    .readFile(path)
    .then(
      (text) => fieldsOf(JSON.parse(text)),
      () => null,
    )
    .catch(() => null);
  const run = state?.run as ProbeRun | undefined;
  const isRun =
    state?.kind === STATE &&
    state.version === 1 &&
    Array.isArray(run?.sent) &&
    Array.isArray(run.plan?.probes);
  if (!run || !isRun) throw new WrongUse(`${path} is no state of a run of probes.`);
  const relay = await askServer(options, io);
  const { target, second } = run.plan;
  if (target.kind === "emulator") return { run, keys: { first: "" } };
  const other = fieldsOf(state.second);
  const named =
    second === null
      ? null
      : { kind: second, endpoint: String(other?.host ?? ""), workspace: String(other?.workspace ?? "") };
  const keys = readKeys(
    { ...options, endpoint: target.host, workspace: target.workspace, second: named },
    relay,
    io,
  );
  return { run, keys };
}
