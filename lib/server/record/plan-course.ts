/** Where a recorded request goes: what its path below the session's base URL asks for, and the URL at the target. */

import type { Endpoint } from "../../offers/endpoint";
import { isForCodingToolsOnly } from "../../offers/endpoint";
import { BASE_PATHS, DIALECTS, findEndpoint } from "../../offers/endpoints";
import type { Dialect } from "../../prompt/prompt";
import { mendAddress } from "../../sessions/mend-address";
import type { RecordedExchange } from "../../sessions/recorded-exchange";
import { type Failure, fail } from "../../values/failure";
import { tell } from "../../words/message";
import { tellTerms } from "../relay/relay-refusals";
import { climbs } from "./raw-target";

/** The target that is part of this server. */
export const EMULATOR = "emulator";

export interface Target {
  /** `emulator`, or the id of an endpoint. */
  readonly target: string;
  readonly workspace: string | null;
}

export interface Course {
  readonly dialect: Dialect;
  readonly kind: RecordedExchange["kind"];
  /** True where the body is one of DashScope's own protocol. */
  readonly isNative?: boolean;
  /** Below the base URL of its dialect, e.g. `/v1/messages`; empty for the base URL itself. */
  readonly path: string;
  /** With its question mark; empty where there is none. */
  readonly search: string;
  /** Absolute; below the emulator's root where the emulator answers. */
  readonly url: string;
}

type PlannedCourse = { readonly ok: true; readonly course: Course } | Failure;

/** What is answered below the base URL of the OpenAI dialect. */
const CHATS: readonly string[] = ["/chat/completions", "/responses"];

function kindOf(dialect: Dialect, path: string, method: string): Course["kind"] {
  if (method !== "POST") return "other";
  const plain = path.replace(/\/+$/, "");
  if (dialect === "openai") return CHATS.includes(plain) ? "chat" : "other";
  if (plain === "/v1/messages") return "chat";
  return plain === "/v1/messages/count_tokens" ? "count" : "other";
}

/** Services of DashScope's own protocol that are chat: they stand beside the base URL of the OpenAI dialect. */
const NATIVE = /^\/api\/v1\/services\/aigc\/(?:text|multimodal)-generation\/generation\/*$/;

/** The endpoint of the same host in the dialect that the agent speaks. */
const inDialect = (id: string, dialect: Dialect): string => id.replace(/(openai|anthropic)$/, dialect);

/** The base URL of a target in a dialect, or one sentence; recording is not relaying, but the plans' terms bind it alike. */
export function findBase(
  { target, workspace }: Target,
  dialect: Dialect,
  more: readonly Endpoint[],
): { readonly ok: true; readonly url: string } | Failure {
  if (target === EMULATOR) return { ok: true, url: `http://localhost/emulator${BASE_PATHS[dialect]}` };
  const found = findEndpoint(inDialect(target, dialect), {
    ...(workspace === null ? {} : { workspace }),
    more,
  });
  if (!found.ok) return found;
  if (!isForCodingToolsOnly(found.endpoint)) return { ok: true, url: found.url };
  return fail(tellTerms(found.endpoint));
}

/** The course of a request of DashScope's own protocol, whose base is that of the OpenAI dialect at another path. */
function planNative(
  { rest, search, method }: { readonly rest: string; readonly search: string; readonly method: string },
  target: Target,
  more: readonly Endpoint[],
): PlannedCourse {
  const base = findBase(target, "openai", more);
  if (!base.ok) return base;
  // A host that the operator has listed may have another path, of which nothing is known.
  if (!base.url.endsWith(BASE_PATHS.openai)) return fail(tell("server.recordNative"));
  const url = base.url.slice(0, -BASE_PATHS.openai.length) + rest + search;
  const kind = method === "POST" ? "chat" : "other";
  return { ok: true, course: { dialect: "openai", kind, isNative: true, path: rest, search, url } };
}

/** @param rest what follows the session in the path, e.g. `/apps/anthropic/v1/messages` */
export function planCourse(
  { rest, search, method }: { readonly rest: string; readonly search: string; readonly method: string },
  target: Target,
  more: readonly Endpoint[],
): PlannedCourse {
  if (climbs(rest)) return fail(tell("server.recordClimbs"));
  if (NATIVE.test(rest)) return planNative({ rest, search, method }, target, more);
  const dialect = DIALECTS.find((one) => rest === BASE_PATHS[one] || rest.startsWith(`${BASE_PATHS[one]}/`));
  if (!dialect) {
    const [openai, anthropic] = [BASE_PATHS.openai, BASE_PATHS.anthropic];
    const mend = mendAddress(rest) ?? tell("server.recordBase", { anthropic, openai });
    return fail(tell("server.recordPath", { mend }));
  }
  const base = findBase(target, dialect, more);
  if (!base.ok) return base;
  const path = rest.slice(BASE_PATHS[dialect].length);
  const kind = kindOf(dialect, path, method);
  return { ok: true, course: { dialect, kind, path, search, url: base.url + path + search } };
}
