/** `POST /api/v1/analyze`: the page's own analysis of one body, in the shape of the HTTP API. */
import { z } from "zod";
import type { MarkerStatus } from "../cache/layout";
import { createPrefixIndex } from "../cache/prefix-index";
import type { Severity } from "../lint/diagnostic";
import { lintErrors, lintPrompt } from "../lint/lint";
import type { Evidence } from "../models/model";
import { parsePrompt } from "../prompt/parse";
import type { Dialect, TextEdit } from "../prompt/prompt";
import type { MeasuredMedia, Precision } from "../tokens/measured";
import type { CounterFor } from "../tokens/token-counter";
import { prepareRequest } from "./view-request";

export interface AnalyzeResponse {
  readonly dialect: Dialect;
  readonly model: string | null;
  readonly system: string;
  readonly tokens: {
    readonly total: number;
    readonly tools: number;
    readonly tail: number;
    readonly exact: boolean;
    /** How sure the total is: its kind, its band and the reason. */
    readonly precision: Precision;
    /** Images and videos with the sizes and tokens they are counted with. */
    readonly media: readonly MeasuredMedia[];
    readonly segments: readonly {
      readonly pointer: string;
      readonly role: string;
      readonly tokens: number;
      readonly prefix: number;
      readonly blocks: number;
    }[];
  };
  readonly markers: readonly {
    readonly pointer: string;
    readonly prefix: number | null;
    readonly status: MarkerStatus;
    /** True where the count's band straddles the minimum. */
    readonly borderline: boolean;
    readonly reason?: string;
  }[];
  readonly breakpoints: readonly { readonly pointer: string; readonly prefix: number }[];
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    readonly pointer: string;
    readonly evidence: Evidence;
    /** Text edits against `JSON.stringify(body)`. */
    readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
  }[];
}

export type AnalyzeResult =
  | { readonly ok: true; readonly value: AnalyzeResponse }
  | {
      readonly ok: false;
      readonly error: { readonly code: string; readonly message: string; readonly pointer?: string };
    };

const requestSchema = z.object({
  body: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())], {
    error: "`body` must be the request body: an object with `messages`, or an array of messages.",
  }),
  model: z.string({ error: "`model` must be a string." }).max(200).optional(),
  region: z
    .enum(["cn", "intl", "global", "eu", "us", "hk"], {
      error: "`region` must be one of cn, intl, global, eu, us, hk.",
    })
    .optional(),
});

/** Name that no model has: a request without a model is analysed as an unknown one. */
const NO_MODEL = "";

/**
 * Analyses `{ body, model?, region? }`. `body.model` wins over `model`; the region defaults to `intl` (Singapore).
 * A request that cannot be read gives an error that says what is wrong and where.
 */
export function analyzeBody(input: unknown, counterFor: CounterFor): AnalyzeResult {
  const checked = requestSchema.safeParse(input);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const pointer = (issue?.path ?? []).map((step) => `/${String(step)}`).join("");
    const message =
      typeof input === "object" && input !== null && !Array.isArray(input)
        ? (issue?.message ?? "The request has the wrong shape.")
        : 'The request must be a JSON object: { "body": … , "model"?: … , "region"?: … }.';
    return { ok: false, error: { code: "invalid_request", message, pointer } };
  }
  const { body, model, region = "intl" } = checked.data;
  const text = JSON.stringify(body);
  const { prompt, errors } = parsePrompt(text);
  if (!prompt) {
    const [first] = lintErrors(text, errors);
    return {
      ok: false,
      error: {
        code: (first?.rule ?? "request-shape").replaceAll("-", "_"),
        message: first?.message ?? "The body holds no messages.",
        pointer: `/body${first?.pointer ?? ""}`,
      },
    };
  }
  const ready = prepareRequest(prompt, model ?? NO_MODEL, counterFor, createPrefixIndex());
  const { view } = ready;
  const modelName = ready.modelName === NO_MODEL ? null : ready.modelName;
  const diagnostics = lintPrompt({ ...ready, text, errors, modelName, region, following: [] });
  return {
    ok: true,
    value: {
      dialect: view.dialect,
      model: modelName,
      system: view.system,
      tokens: {
        total: view.total,
        tools: view.toolTokens,
        tail: view.tail,
        exact: view.exact,
        precision: view.precision,
        media: view.media,
        segments: view.segments.map(({ pointer, role, tokens, prefix, blocks }) => ({
          pointer,
          role,
          tokens,
          prefix,
          blocks,
        })),
      },
      markers: view.markers.map(({ pointer, prefix, status, borderline, reason }) => ({
        pointer,
        prefix,
        status,
        borderline,
        ...(reason === null ? {} : { reason }),
      })),
      breakpoints: view.breakpoints,
      diagnostics: diagnostics.map(({ rule, severity, message, pointer, evidence, fix }) => ({
        rule,
        severity,
        message,
        pointer,
        evidence,
        ...(fix === undefined ? {} : { fix }),
      })),
    },
  };
}
