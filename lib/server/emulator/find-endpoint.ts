/** Which endpoint of the service a path names. */
import type { Dialect } from "../../prompt/prompt";
import type { AnswerShape } from "./service-error";

/** What an endpoint does. `probe`: clients look whether the base URL answers; `unplayed`: the service has it, the emulator not; `kept`: one response that is kept. */
export type EndpointKind =
  | "chat"
  | "count"
  | "models"
  | "model"
  | "probe"
  | "unplayed"
  | "responses"
  | "kept";

export interface Endpoint {
  readonly kind: EndpointKind;
  readonly dialect: Dialect;
  readonly methods: readonly string[];
  /** Of `kept`: which response, and whether the items of its input are asked for. */
  readonly kept?: { readonly id: string; readonly isInput: boolean };
  /** Which service of DashScope's own protocol it is; absent = it speaks its dialect. */
  readonly native?: NativeService;
}

/** `multimodal` takes and gives content in parts. */
export type NativeService = "text" | "multimodal";

const ROOT = "/emulator";
const ANTHROPIC = "/apps/anthropic";
/** The older one is documented too. Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24). */
const RESPONSES = [
  "/compatible-mode/v1/responses",
  "/api/v2/apps/protocols/compatible-mode/v1/responses",
] as const;

const NATIVE = "/api/v1";
const NATIVE_SERVICES = `${NATIVE}/services/aigc`;
const MODELS = "/compatible-mode/v1/models";

const POST = { dialect: "openai", methods: ["POST"] } as const;

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  "/compatible-mode/v1/chat/completions": { kind: "chat", ...POST },
  "/compatible-mode/v1/completions": { kind: "unplayed", ...POST },
  "/compatible-mode/v1/embeddings": { kind: "unplayed", ...POST },
  [MODELS]: { kind: "models", dialect: "openai", methods: ["GET"] },
  [`${NATIVE_SERVICES}/text-generation/generation`]: { kind: "chat", native: "text", ...POST },
  [`${NATIVE_SERVICES}/multimodal-generation/generation`]: { kind: "chat", native: "multimodal", ...POST },
  [`${ANTHROPIC}/v1/messages`]: { kind: "chat", dialect: "anthropic", methods: ["POST"] },
  [`${ANTHROPIC}/v1/messages/count_tokens`]: { kind: "count", dialect: "anthropic", methods: ["POST"] },
  ...Object.fromEntries(
    RESPONSES.map((path) => [path, { kind: "responses", dialect: "openai", methods: ["POST"] }]),
  ),
  [ANTHROPIC]: { kind: "probe", dialect: "anthropic", methods: ["GET", "HEAD"] },
};

const withinRoot = (pathname: string): string =>
  pathname.slice(pathname.indexOf(ROOT) + ROOT.length).replace(/\/+$/, "");

const ONE_MODEL: Endpoint = { kind: "model", dialect: "openai", methods: ["GET"] };

/** The endpoint at a path, whatever its query; null where there is none. */
export function findEndpoint(pathname: string): Endpoint | null {
  const path = withinRoot(pathname);
  if (Object.hasOwn(ENDPOINTS, path)) return ENDPOINTS[path] ?? null;
  return path.startsWith(`${MODELS}/`) ? ONE_MODEL : findKept(path);
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

/** The model that a path of one model names; empty where it cannot be read. */
export function modelOf(pathname: string): string {
  try {
    return decodeURIComponent(withinRoot(pathname).slice(MODELS.length + 1));
  } catch {
    return "";
  }
}

/** The dialect in which a path that names nothing is told so. */
export const dialectOf = (pathname: string): Dialect =>
  withinRoot(pathname).startsWith(ANTHROPIC) ? "anthropic" : "openai";

/** The shape in which whatever is wrong is told at a path. */
export const shapeOf = (pathname: string): AnswerShape =>
  withinRoot(pathname).startsWith(`${NATIVE}/`) ? "dashscope" : dialectOf(pathname);
