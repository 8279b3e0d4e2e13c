/** What is chosen on the page, in its address: so that a choice can be linked to. */
import type { ConnectChoice } from "../../lib/connect/choose-connection";
import { hostOf, listHosts } from "../../lib/connect/choose-connection";
import { findTool } from "../../lib/connect/list-tools";
import type { ConnectRoute } from "../../lib/connect/recipe";

export interface ConnectState extends ConnectChoice {
  readonly tool: string;
}

const ROUTES: readonly ConnectRoute[] = ["direct", "emulator", "record"];
const DEFAULT_MODEL = "qwen3.7-max";
const MAX_LENGTH = 100;

const text = (value: unknown): string => (typeof value === "string" ? value.slice(0, MAX_LENGTH) : "");

/** What makes no sense takes its default. */
export function readConnectQuery(query: Readonly<Record<string, unknown>>): ConnectState {
  const host = listHosts().find((endpoint) => hostOf(endpoint) === query.host);
  return {
    tool: findTool(text(query.tool)).id,
    host: host ? hostOf(host) : "intl",
    workspace: text(query.workspace),
    model: text(query.model) || DEFAULT_MODEL,
    route: ROUTES.find((route) => route === query.route) ?? "direct",
  };
}

/** With `?`; defaults are left out. */
export function writeConnectQuery(state: ConnectState): string {
  const standard: Readonly<Record<string, string>> = { ...readConnectQuery({}) };
  const told = Object.entries(state).filter(([name, value]) => value !== standard[name]);
  return told.length === 0 ? "" : `?${new URLSearchParams(Object.fromEntries(told))}`;
}
