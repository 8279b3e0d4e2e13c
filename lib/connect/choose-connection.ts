/** Which endpoint, way and model a recipe is written for, out of what the user has picked. */
import { findModel } from "../offers/catalogue";
import { type Endpoint, isForCodingToolsOnly } from "../offers/endpoint";
import { BASE_PATHS, findEndpoint, isWorkspace, listEndpoints } from "../offers/endpoints";
import { type Message, tell } from "../words/message";
import type { ConnectDialect, Connection, ConnectRoute } from "./recipe";

export interface ConnectChoice {
  /** Of the host, without its dialect, e.g. `intl` or `coding-plan-intl`. */
  readonly host: string;
  /** Empty = not told yet. */
  readonly workspace: string;
  readonly model: string;
  readonly route: ConnectRoute;
}

/** This server, as the tool reaches it. */
export interface OwnServer {
  /** e.g. `http://localhost:3000` */
  readonly origin: string;
  /** Id of a recording; null where there is none yet. */
  readonly session: string | null;
}

const KEY_NAME = "DASHSCOPE_API_KEY";
const DIALECT_END = /-(?:openai|anthropic)$/;

/** The host that an endpoint belongs to: both dialects share it. */
export const hostOf = ({ id }: Pick<Endpoint, "id">): string => id.replace(DIALECT_END, "");

/** One endpoint a host, in the order of the list. */
export const listHosts = (): readonly Endpoint[] =>
  listEndpoints().filter(({ dialect }) => dialect === "openai");

/** What is not told yet, or is no workspace's id, stays a gap that nobody takes for an address. */
function directUrl({ host, workspace }: ConnectChoice, dialect: ConnectDialect): string {
  const found = findEndpoint(`${host}-${dialect}`, { workspace: "workspace" });
  if (!found.ok) return "";
  const { baseUrl } = found.endpoint;
  return baseUrl.replace("{workspace}", isWorkspace(workspace) ? workspace : "<workspace-id>");
}

function ownUrl(
  route: "emulator" | "record",
  dialect: ConnectDialect,
  { origin, session }: OwnServer,
): string {
  const way = route === "emulator" ? "emulator" : `record/${session ?? "<session>"}`;
  return `${origin}/${way}${BASE_PATHS[dialect]}`;
}

export function chooseConnection(choice: ConnectChoice, own: OwnServer): Connection {
  const { route, model } = choice;
  return {
    baseUrl: (dialect) => (route === "direct" ? directUrl(choice, dialect) : ownUrl(route, dialect, own)),
    model,
    keyName: KEY_NAME,
    generation: findModel(model)?.generation ?? null,
  };
}

/** What stands against this way, one sentence; null where nothing does. */
export function objectToRoute({ host, route }: Pick<ConnectChoice, "host" | "route">): Message | null {
  const endpoint = listHosts().find((each) => hostOf(each) === host);
  return route === "record" && endpoint && isForCodingToolsOnly(endpoint)
    ? tell("connect.recordOtherwise", { terms: endpoint.terms ?? "" })
    : null;
}
