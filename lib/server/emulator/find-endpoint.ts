/** Which endpoint of the service a path names. */
import type { Dialect } from "../../prompt/prompt";

/** What an endpoint does. `probe`: clients look whether the base URL answers. */
export type EndpointKind = "chat" | "count" | "models" | "probe";

export interface Endpoint {
  readonly kind: EndpointKind;
  readonly dialect: Dialect;
  readonly methods: readonly string[];
}

const ROOT = "/emulator";
const ANTHROPIC = "/apps/anthropic";

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  "/compatible-mode/v1/chat/completions": { kind: "chat", dialect: "openai", methods: ["POST"] },
  "/compatible-mode/v1/models": { kind: "models", dialect: "openai", methods: ["GET"] },
  [`${ANTHROPIC}/v1/messages`]: { kind: "chat", dialect: "anthropic", methods: ["POST"] },
  [`${ANTHROPIC}/v1/messages/count_tokens`]: { kind: "count", dialect: "anthropic", methods: ["POST"] },
  [ANTHROPIC]: { kind: "probe", dialect: "anthropic", methods: ["GET", "HEAD"] },
};

const withinRoot = (pathname: string): string =>
  pathname.slice(pathname.indexOf(ROOT) + ROOT.length).replace(/\/+$/, "");

/** The endpoint at a path, whatever its query; null where there is none. */
export function findEndpoint(pathname: string): Endpoint | null {
  const path = withinRoot(pathname);
  return Object.hasOwn(ENDPOINTS, path) ? (ENDPOINTS[path] ?? null) : null;
}

/** The dialect in which a path that names nothing is told so. */
export const dialectOf = (pathname: string): Dialect =>
  withinRoot(pathname).startsWith(ANTHROPIC) ? "anthropic" : "openai";
