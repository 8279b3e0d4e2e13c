/** What an import has understood, before anything of it is kept: the user sees this and decides. */
import type { SharedLayout } from "../share/shared-layout";
import type { Failure } from "../values/failure";
import type { Said } from "../words/message";
import type { Exchange } from "./exchange";

export type ImportKind =
  /** A layout of this playground: a file or a link. */
  | "layout"
  | "request"
  | "curl"
  /** A program that calls an SDK. */
  | "sdk-code"
  | "dashscope"
  /** Bodies of Bedrock's Converse. */
  | "converse"
  /** Calls of Gemini. */
  | "gemini"
  /** Bodies of OpenAI's Responses. */
  | "responses"
  /** Requests as a JSON array or JSON Lines. */
  | "requests"
  | "har"
  | "claude-code"
  | "qwen-code-log"
  | "qwen-code-chat"
  | "opencode"
  /** A task of Cline, Roo Code or Kilo Code. */
  | "cline"
  | "qwen-code-usage"
  | "lang-chain"
  /** An export of a tracing tool. */
  | "trace"
  | "usage";

/** An exchange with everything but its texts. */
export type ImportedUsage = Pick<
  Exchange,
  "place" | "at" | "model" | "conversation" | "usage" | "isBatch" | "requests"
>;

/** What opens in the page; what is absent stays as the page has it. */
export type ImportedLayout = Pick<SharedLayout, "text" | "scenario"> & Partial<SharedLayout>;

export interface Imported {
  readonly kind: ImportKind;
  /** What it is, one sentence, e.g. `A HAR file with 12 requests to Model Studio, from 09:14 to 09:31 (UTC).` */
  readonly title: Said;
  /** Null where there is nothing to open, as in a usage object alone. */
  readonly layout: ImportedLayout | null;
  /** What was billed, per request, in order of time; empty where the source does not tell. */
  readonly usages: readonly ImportedUsage[];
  /** One sentence each: what was read and how it was taken. */
  readonly understood: readonly Said[];
  /** One sentence each: what was left out, with its place and the reason. */
  readonly dropped: readonly Said[];
  /** What was taken out for safety, e.g. `authorization header (3 times)`. */
  readonly redacted: readonly Said[];
}

export type ImportOutcome =
  | { readonly ok: true; readonly imported: Imported }
  /** `reason`: one sentence with the mend. */
  | Failure;
