/** Which endpoint of the service a path names. */
import type { Dialect } from "../../prompt/prompt";

/** What an endpoint does. `probe`: clients look whether the base URL answers; `kept`: one response that is kept. */
export type EndpointKind = "chat" | "count" | "models" | "probe" | "responses" | "kept";

export interface Endpoint {
  readonly kind: EndpointKind;
  readonly dialect: Dialect;
  readonly methods: readonly string[];
  /** Of `kept`: which response, and whether the items of its input are asked for. */
  readonly kept?: { readonly id: string; readonly isInput: boolean };
}

const ROOT = "/emulator";
const ANTHROPIC = "/apps/anthropic";
/** The older one is documented too. Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24). */
const RESPONSES = [
  "/compatible-mode/v1/responses",
  "/api/v2/apps/protocols/compatible-mode/v1/responses",
] as const;

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  "/compatible-mode/v1/chat/completions": { kind: "chat", dialect: "openai", methods: ["POST"] },
  "/compatible-mode/v1/models": { kind: "models", dialect: "openai", methods: ["GET"] },
  [`${ANTHROPIC}/v1/messages`]: { kind: "chat", dialect: "anthropic", methods: ["POST"] },
  [`${ANTHROPIC}/v1/messages/count_tokens`]: { kind: "count", dialect: "anthropic", methods: ["POST"] },
  ...Object.fromEntries(
    RESPONSES.map((path) => [path, { kind: "responses", dialect: "openai", methods: ["POST"] }]),
  ),
  [ANTHROPIC]: { kind: "probe", dialect: "anthropic", methods: ["GET", "HEAD"] },
};

const withinRoot = (pathname: string): string =>
  pathname.slice(pathname.indexOf(ROOT) + ROOT.length).replace(/\/+$/, "");

/** The endpoint at a path, whatever its query; null where there is none. */
export function findEndpoint(pathname: string): Endpoint | null {
  const path = withinRoot(pathname);
  return Object.hasOwn(ENDPOINTS, path) ? (ENDPOINTS[path] ?? null) : findKept(path);
}

/** A response that is kept, by its id. */
function findKept(path: string): Endpoint | null {
  const root = RESPONSES.find((each) => path.startsWith(`${each}/`));
  const [, id, input] = /^\/([\w-]+)(\/input_items)?$/.exec(path.slice(root?.length)) ?? [];
  if (!root || !id) return null;
  const isInput = input !== undefined;
  return {
    kind: "kept",
    dialect: "openai",
    methods: isInput ? ["GET"] : ["GET", "DELETE"],
    kept: { id, isInput },
  };
}

/** The dialect in which a path that names nothing is told so. */
export const dialectOf = (pathname: string): Dialect =>
  withinRoot(pathname).startsWith(ANTHROPIC) ? "anthropic" : "openai";
