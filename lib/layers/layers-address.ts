/** The state of a walk as the page's address: which conversation, what its switches were set to, and the request looked at. */
import { GPUS } from "./first-token";
import { ARCHITECTURES } from "./kv-bytes";
import {
  GATEWAY_POLICIES,
  HOST_POLICIES,
  LAYER_ENGINES,
  type LayerSettings,
  MOST_BLOCK,
  MOST_GPUS,
  MOST_MEMORY,
  MOST_PLACES,
  MOST_VENDORS,
  ROUTER_POLICIES,
  type Vendor,
} from "./layer-settings";
import { findScene, SCENES } from "./scenes";

export interface LayersAddress {
  /** Id of a scene, or a kind and what names it: `example:agent`, `kept:…`, `session:…`, `layout:…`. */
  readonly conversation: string;
  readonly settings: LayerSettings;
  /** The request that is looked at, from 0. */
  readonly request: number;
}

/** Kinds of conversations that are no scene, as they begin an id and a field of an address. */
export const CONVERSATION_KINDS = ["example", "kept", "session", "layout"] as const;

type Fields = Readonly<Record<string, string>>;

function firstScene(): (typeof SCENES)[number] {
  const [first] = SCENES;
  if (!first) throw new Error("There is no scene to begin with.");
  return first;
}

/** What a conversation starts with: a scene with its own, any other with those under which every layer loses something. */
export const firstSettings = (conversation: string): LayerSettings =>
  (findScene(conversation) ?? findScene("agents") ?? firstScene()).settings;

/** What an address without a word leads to. */
export const FIRST_ADDRESS: LayersAddress = {
  conversation: firstScene().id,
  settings: firstScene().settings,
  request: 0,
};

const writeVendor = ({ name, input, output, readMultiplier, caches }: Vendor): string =>
  [encodeURIComponent(name), input ?? "", output ?? "", readMultiplier, Number(caches)].join(",");

/** One short field for each switch. */
function writeSettings({ router, gateway, host, engine, model, hardware, seed }: LayerSettings): Fields {
  return {
    router: router.policy,
    vendors: router.vendors.map(writeVendor).join(";"),
    picks: router.picks.join(","),
    gateway: gateway.policy,
    clusters: `${gateway.clusters}`,
    usage: gateway.passesUsage ? "passed" : "zero",
    host: host.policy,
    replicas: `${host.replicas}`,
    engine: engine.id,
    block: `${engine.block}`,
    model: model.architecture,
    memory: model.memory === null ? "endless" : `${model.memory}`,
    gpu: hardware.gpu,
    gpus: `${hardware.count}`,
    seed: `${seed}`,
  };
}

function writeConversation(id: string): string {
  const [kind = "", name] = id.split(/:(.*)/s);
  return name === undefined ? `scene=${encodeURIComponent(id)}` : `${kind}=${encodeURIComponent(name)}`;
}

/** The fragment, without `#`: only what differs from how the conversation starts; empty for the first scene as it is. */
export function writeLayersAddress({ conversation, settings, request }: LayersAddress): string {
  const before = writeSettings(firstSettings(conversation));
  const changed = Object.entries(writeSettings(settings)).filter(([name, value]) => before[name] !== value);
  return [
    ...(conversation === FIRST_ADDRESS.conversation ? [] : [writeConversation(conversation)]),
    ...changed.map(([name, value]) => `${name}=${value}`),
    ...(request > 0 ? [`request=${request + 1}`] : []),
  ].join("&");
}

/** Which switches two settings differ in, by the names that an address has for them. */
export function listSwitched(before: LayerSettings, after: LayerSettings): string[] {
  const [one, other] = [writeSettings(before), writeSettings(after)];
  return Object.keys(one).filter((name) => one[name] !== other[name]);
}

/** Null where it is no text that was encoded. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const oneOf = <Value extends string>(values: readonly Value[], value: string | undefined): Value | null =>
  values.find((each) => each === value) ?? null;

function numberWithin(text: string | undefined, least: number, most: number): number | null {
  const number = text === undefined || text === "" ? Number.NaN : Number(text);
  return number >= least && number <= most ? number : null;
}

function wholeWithin(text: string | undefined, least: number, most: number): number | null {
  const number = numberWithin(text, least, most);
  return Number.isInteger(number) ? number : null;
}

const LONGEST_NAME = 60;
const DEAREST = 1000;

function readVendor(text: string): Vendor | null {
  const [name = "", input, output, read, caches] = text.split(",");
  const called = decode(name);
  const readMultiplier = numberWithin(read, -10, 10);
  if (!called || called.length > LONGEST_NAME || readMultiplier === null) return null;
  return {
    name: called,
    input: numberWithin(input, 0, DEAREST),
    output: numberWithin(output, 0, DEAREST),
    readMultiplier,
    caches: caches === "1",
  };
}

/** Null where one of them cannot be read, or two have one name. */
function readVendors(text: string | undefined): readonly Vendor[] | null {
  if (text === undefined) return null;
  const vendors = text.split(";").flatMap((each) => readVendor(each) ?? []);
  const isWhole = vendors.length === text.split(";").length && vendors.length <= MOST_VENDORS;
  return isWhole && new Set(vendors.map(({ name }) => name)).size === vendors.length ? vendors : null;
}

const MOST_PICKS = 1000;

function readPicks(text: string | undefined, vendors: number): readonly number[] | null {
  if (text === undefined) return null;
  if (text === "") return [];
  const picks = text.split(",").map((each) => wholeWithin(each, 0, vendors - 1));
  return picks.length > MOST_PICKS || picks.includes(null) ? null : picks.flatMap((pick) => pick ?? []);
}

function readSettings(fields: Fields, first: LayerSettings): LayerSettings {
  const vendors = readVendors(fields.vendors) ?? first.router.vendors;
  const isSame = vendors.length === first.router.vendors.length;
  const picks = readPicks(fields.picks, vendors.length) ?? (isSame ? first.router.picks : []);
  const policy = oneOf(ROUTER_POLICIES, fields.router) ?? first.router.policy;
  const architecture = ARCHITECTURES.find(({ id }) => id === fields.model)?.id ?? first.model.architecture;
  const memory = numberWithin(fields.memory, 0, MOST_MEMORY);
  return {
    router: {
      ...first.router,
      vendors,
      picks,
      policy: policy === "given" && picks.length === 0 ? "uniform" : policy,
    },
    gateway: {
      policy: oneOf(GATEWAY_POLICIES, fields.gateway) ?? first.gateway.policy,
      clusters: wholeWithin(fields.clusters, 1, MOST_PLACES) ?? first.gateway.clusters,
      passesUsage: fields.usage === undefined ? first.gateway.passesUsage : fields.usage !== "zero",
    },
    host: {
      policy: oneOf(HOST_POLICIES, fields.host) ?? first.host.policy,
      replicas: wholeWithin(fields.replicas, 1, MOST_PLACES) ?? first.host.replicas,
    },
    engine: {
      id: oneOf(LAYER_ENGINES, fields.engine) ?? first.engine.id,
      block: wholeWithin(fields.block, 1, MOST_BLOCK) ?? first.engine.block,
    },
    model: {
      architecture,
      memory: fields.memory === "endless" ? null : (memory ?? first.model.memory),
    },
    hardware: {
      gpu: GPUS.find(({ id }) => id === fields.gpu)?.id ?? first.hardware.gpu,
      count: wholeWithin(fields.gpus, 1, MOST_GPUS) ?? first.hardware.count,
    },
    seed: wholeWithin(fields.seed, 0, 2 ** 31) ?? first.seed,
  };
}

function readConversation(fields: Fields): string {
  const kind = CONVERSATION_KINDS.find((each) => fields[each] !== undefined && fields[each] !== "");
  const name = kind && decode(fields[kind] ?? "");
  if (kind && name) return `${kind}:${name}`;
  return findScene(decode(fields.scene ?? "") ?? "")?.id ?? FIRST_ADDRESS.conversation;
}

const MOST_REQUESTS = 1_000_000;

/** Reads any fragment, with or without `#`: what makes no sense is as at first. */
export function readLayersAddress(fragment: string): LayersAddress {
  const pieces = fragment.replace(/^#/, "").split("&");
  const fields: Fields = Object.fromEntries(pieces.map((piece) => piece.split(/=(.*)/s).slice(0, 2)));
  const conversation = readConversation(fields);
  return {
    conversation,
    settings: readSettings(fields, firstSettings(conversation)),
    request: (wholeWithin(fields.request, 1, MOST_REQUESTS) ?? 1) - 1,
  };
}
