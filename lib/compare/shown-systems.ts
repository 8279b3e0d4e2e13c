/** The systems that a page sets side by side: one row a service and way to use it, on the model that its reader chose. */

import { findListedModel, findService } from "../offers/listed-prices";
import type { SystemKind, SystemOptions } from "../systems/comparable";
import { findComparable } from "../systems/comparables";
import { HOST_POLICIES, type HostPolicy, type OwnHost } from "../systems/own-host";
import { ownField } from "../values/json";
import { type Message, type Said, tell } from "../words/message";
import { type AskedRoute, type AskedSystem, isRoute } from "./compared-system";
import { type AskedWay, listAskedSystems, nameWay } from "./list-asked";

/** A row before it is played. */
export interface ShownSystem {
  /** Of letters, figures and hyphens. */
  readonly id: string;
  readonly asked: AskedSystem | AskedRoute;
  readonly kind: SystemKind;
  /** Models it may be asked for instead; empty where the system has none of its own. */
  readonly models: readonly string[];
  /** Whether it looks at the markers of a request. */
  readonly readsMarkers: boolean;
}

/** What the reader has chosen; absent = nothing. */
export interface ComparisonChoice {
  /** Model by row. */
  readonly comparedModels?: Readonly<Record<string, string>>;
  readonly ownHost?: OwnHost;
}

interface Named {
  /** Of letters, figures and hyphens. */
  readonly id: string;
  readonly name: Said;
}

/** The lists of a service that has several, each with rules of its own. */
const LISTS: Readonly<Record<string, Named>> = {
  "bedrock-nova": { id: "amazon-bedrock-nova", name: "Amazon Bedrock, Nova" },
  "openai-legacy": { id: "openai-before-5-6", name: tell("compare.earlierOpenai") },
};

/** Systems whose name is no proper one. */
const IDS: Readonly<Record<string, string>> = { "moonshot-v1": "moonshot-v1-rented-objects" };

/** Models that stand for a row until another one is chosen, where that is not the first of the list. */
const SENSIBLE: Readonly<Record<string, string>> = {
  anthropic: "claude-sonnet-5-5",
  "anthropic-automatic": "claude-sonnet-5-5",
  "anthropic-an-hour": "claude-sonnet-5-5",
  "amazon-bedrock": "claude-sonnet-5-5",
  "amazon-bedrock-nova": "nova-pro",
  "openai-before-5-6": "gpt-5.4",
  deepseek: "deepseek-v4-pro",
  kimi: "kimi-k3",
  "kimi-an-hour": "kimi-k3",
  "moonshot-v1": "moonshot-v1-128k",
  "moonshot-v1-rented-objects": "moonshot-v1-128k",
  mistral: "mistral-medium-3.5",
};

export const OWN_HOST_ROW = "own-host";

/** Copies of the engine that stands for what happens behind a router. */
const ROUTED_COPIES = 4;
/** Seconds without a request after which a router that is sticky places a conversation anew. */
const IDLE = 600;

const POLICY_NAMES: Readonly<Record<HostPolicy, Message>> = {
  sticky: tell("compare.policySticky"),
  "round-robin": tell("compare.policyInTurn"),
  uniform: tell("compare.policyRandom"),
};

export const listPolicies = (): readonly { readonly value: HostPolicy; readonly label: Message }[] =>
  HOST_POLICIES.map((value) => ({ value, label: POLICY_NAMES[value] }));

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

function listedFor({ system, model }: AskedSystem) {
  const service = findService(system);
  return service && model !== null ? findListedModel(service, model) : null;
}

/** The list, or the service where it has one alone; the way to use it follows. */
function nameRow(asked: AskedWay): Named {
  const { system, way } = asked;
  const plain = findComparable(system)?.name ?? system;
  const own = ownField(LISTS, listedFor(asked)?.list ?? "");
  const id = own?.id ?? ownField(IDS, system) ?? idOf(typeof plain === "string" ? plain : system);
  return { id: way.id === "" ? id : `${id}-${way.id}`, name: nameWay(own?.name ?? plain, asked) };
}

/** One member in several copies behind a router. */
function routed(member: AskedSystem, replicas: number, policy: HostPolicy, name: Said): AskedRoute {
  return {
    system: "route",
    model: member.model,
    name,
    options: {},
    members: [{ ...member, replicas }],
    route: { policy, picks: [], seed: 0, idle: IDLE },
  };
}

const nameCopies = (name: Said, replicas: number, policy: HostPolicy): Message =>
  tell("compare.replicas", { name, replicas, policy: POLICY_NAMES[policy] });

function askHost(host: OwnHost): AskedSystem | AskedRoute {
  const { input, output, readMultiplier, currency, step, minimum, life, replicas, policy } = host;
  const options: SystemOptions = { input, output, readMultiplier, currency, step, minimum, life };
  const name = tell("compare.yourHost");
  const asked: AskedSystem = { system: "host", model: null, name, options };
  if (replicas === 1) return asked;
  return routed(asked, replicas, policy, nameCopies(name, replicas, policy));
}

function showOf(id: string, asked: AskedSystem, models: readonly string[]): ShownSystem {
  if (isRoute(asked)) return { id, asked, kind: "routed", models, readsMarkers: false };
  const system = findComparable(asked.system);
  const kind = system?.kindOf(asked.options) ?? "automatic";
  // Boundaries that the service places by itself are added to those that are marked.
  const isBounded = system?.family === "breakpoint" && listedFor(asked)?.list === "openai-5.6";
  return { id, asked, kind, models, readsMarkers: kind === "explicit" || kind === "rented" || isBounded };
}

/** In the order of the register, engines behind a router and the reader's own host last. */
export function listShownSystems({ comparedModels = {}, ownHost }: ComparisonChoice): readonly ShownSystem[] {
  const byId = new Map<string, { readonly name: Said; readonly group: AskedSystem[] }>();
  for (const { way, ...asked } of listAskedSystems()) {
    const { id, name } = nameRow({ ...asked, way });
    byId.set(id, { name, group: [...(byId.get(id)?.group ?? []), asked] });
  }
  const rows = [...byId].flatMap(([id, { name, group }]): ShownSystem[] => {
    const models = group.flatMap(({ model }) => model ?? []);
    const [first] = group;
    if (!first) return [];
    const find = (wanted: string | undefined) =>
      group.find(({ model }) => model !== null && model === wanted);
    const chosen = ownField(comparedModels, id);
    const asked = find(chosen) ?? find(ownField(SENSIBLE, id)) ?? first;
    return [showOf(id, { ...asked, name }, models)];
  });
  const engine: AskedSystem = { system: "vllm", model: null, name: "vLLM", options: {} };
  const name = nameCopies("vLLM", ROUTED_COPIES, "round-robin");
  const behindRouter = routed(engine, ROUTED_COPIES, "round-robin", name);
  return [
    ...rows,
    showOf("vllm-routed", behindRouter, []),
    ...(ownHost ? [showOf(OWN_HOST_ROW, askHost(ownHost), [])] : []),
  ];
}
