/** The systems that a page sets side by side: one row a service and way to use it, on the model that its reader chose. */
import { findListedModel, findService } from "../offers/listed-prices";
import type { SystemKind, SystemOptions } from "../systems/comparable";
import { findComparable } from "../systems/comparables";
import { HOST_POLICIES, type HostPolicy, type OwnHost } from "../systems/own-host";
import { type AskedRoute, type AskedSystem, isRoute } from "./compared-system";
import { listAskedSystems } from "./list-asked";

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

/** Names of the lists of a service that has several, each with rules of its own. */
const LIST_NAMES: Readonly<Record<string, string>> = {
  "bedrock-nova": "Amazon Bedrock, Nova",
  "openai-legacy": "OpenAI before 5.6",
};

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

const POLICY_NAMES: Readonly<Record<HostPolicy, string>> = {
  sticky: "each conversation on one",
  "round-robin": "in turn",
  uniform: "at random",
};

export const listPolicies = (): readonly { readonly value: HostPolicy; readonly label: string }[] =>
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

const nameOf = (asked: AskedSystem): string => {
  const list = listedFor(asked)?.list ?? "";
  const own = LIST_NAMES[list];
  // A way to use the service follows its name.
  const plain = findComparable(asked.system)?.name ?? asked.system;
  return own ? (asked.name ?? plain).replace(plain, own) : (asked.name ?? plain);
};

/** One member in several copies behind a router. */
function routed(member: AskedSystem, replicas: number, policy: HostPolicy, name: string): AskedRoute {
  return {
    system: "route",
    model: member.model,
    name,
    options: {},
    members: [{ ...member, replicas }],
    route: { policy, picks: [], seed: 0, idle: IDLE },
  };
}

function askHost(host: OwnHost): AskedSystem | AskedRoute {
  const { input, output, readMultiplier, currency, step, minimum, life, replicas, policy } = host;
  const options: SystemOptions = { input, output, readMultiplier, currency, step, minimum, life };
  const name = "Your host";
  const asked: AskedSystem = { system: "host", model: null, name, options };
  if (replicas === 1) return asked;
  return routed(asked, replicas, policy, `${name}, ${replicas} replicas, ${POLICY_NAMES[policy]}`);
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
  const byName = new Map<string, AskedSystem[]>();
  for (const asked of listAskedSystems()) {
    const name = nameOf(asked);
    byName.set(name, [...(byName.get(name) ?? []), asked]);
  }
  const rows = [...byName].flatMap(([name, group]): ShownSystem[] => {
    const id = idOf(name);
    const models = group.flatMap(({ model }) => model ?? []);
    const [first] = group;
    if (!first) return [];
    const find = (wanted: string | undefined) =>
      group.find(({ model }) => model !== null && model === wanted);
    const chosen = Object.hasOwn(comparedModels, id) ? comparedModels[id] : undefined;
    const asked = find(chosen) ?? find(SENSIBLE[id]) ?? first;
    return [showOf(id, { ...asked, name }, models)];
  });
  const engine: AskedSystem = { system: "vllm", model: null, name: "vLLM", options: {} };
  const behindRouter = routed(
    engine,
    ROUTED_COPIES,
    "round-robin",
    `vLLM, ${ROUTED_COPIES} replicas, in turn`,
  );
  return [
    ...rows,
    showOf("vllm-routed", behindRouter, []),
    ...(ownHost ? [showOf(OWN_HOST_ROW, askHost(ownHost), [])] : []),
  ];
}
