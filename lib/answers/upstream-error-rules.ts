/** What a service's errors mean and how to get out of them: dated data, the first rule that fits wins. */
import type { Evidence } from "../offers/model";

/** What is wrong, for programs: the page may offer a field or a button by it. */
export type UpstreamErrorKind =
  | "key"
  | "overdue"
  | "access"
  | "quota"
  | "rate"
  | "content"
  | "model"
  | "request"
  | "size"
  | "server";

export interface UpstreamErrorRule {
  readonly kind: UpstreamErrorKind;
  /** Whole codes, compared without case, in the native and the compatible spelling. */
  readonly codes: readonly string[];
  /** Statuses that mean this where the code says nothing. */
  readonly statuses?: readonly number[];
  /** A message that means this where neither code nor status decides. */
  readonly message?: RegExp;
  readonly sentence: string;
  readonly wayOut: string;
  readonly evidence: Evidence;
}

/**
 * In `third-party` rules some codes are only as others have seen them, and so are Anthropic's types. Source:
 * https://www.alibabacloud.com/help/en/model-studio/error-code-start (2026-11-21).
 */
export const UPSTREAM_ERROR_RULES: readonly UpstreamErrorRule[] = [
  {
    kind: "overdue",
    codes: ["Arrearage"],
    message: /overdue|arrear/i,
    sentence: "The account's payment is overdue.",
    wayOut: "Settle the bill in the console of Alibaba Cloud; the key then works again.",
    evidence: "documented",
  },
  {
    kind: "content",
    codes: ["DataInspectionFailed", "data_inspection_failed"],
    message: /inappropriate content|data inspection/i,
    sentence: "The service's content filter refused the request or its answer.",
    wayOut: "Change the texts that the filter may object to, then send again.",
    evidence: "documented",
  },
  {
    kind: "key",
    codes: ["InvalidApiKey", "invalid_api_key", "authentication_error"],
    statuses: [401],
    message: /incorrect api key|invalid api-?key|invalid access token/i,
    sentence: "The service does not know this key at this endpoint.",
    wayOut:
      "Check the key, then the region and the plan: a key works only where it was made, and keys of a plan (sk-sp-) only at the plan's own address.",
    evidence: "documented",
  },
  {
    kind: "quota",
    codes: ["AllocationQuota.FreeTierOnly"],
    sentence: "The free quota of this model is used up.",
    wayOut: "Switch off “free tier only” in the console to be billed, or choose another model.",
    evidence: "documented",
  },
  {
    kind: "access",
    codes: ["AccessDenied", "AccessDenied.Unpurchased", "Model.AccessDenied", "permission_error"],
    statuses: [403],
    sentence: "This key may not use this model or endpoint.",
    wayOut:
      "Activate Model Studio and the model for the key's workspace, or choose another model; keys of a plan work in coding tools only.",
    evidence: "third-party",
  },
  {
    kind: "model",
    codes: ["ModelNotFound", "model_not_found", "not_found_error"],
    statuses: [404],
    sentence: "The endpoint has no model of this name.",
    wayOut: "Check the model's name, and whether the region of the endpoint offers it.",
    evidence: "documented",
  },
  {
    kind: "quota",
    codes: ["Throttling.AllocationQuota", "insufficient_quota"],
    sentence: "The tokens per minute, or the plan's quota, are used up.",
    wayOut:
      "Wait a minute and send again; if it stays, raise the quota in the console or shorten the requests.",
    evidence: "documented",
  },
  {
    kind: "rate",
    codes: [
      "Throttling",
      "Throttling.RateQuota",
      "limit_requests",
      "Throttling.BurstRate",
      "limit_burst_rate",
      "rate_limit_error",
    ],
    statuses: [429],
    sentence: "The account sends more requests than its limit allows, or their rate rose too fast.",
    wayOut: "Wait a minute, then send again, more slowly.",
    evidence: "documented",
  },
  {
    kind: "size",
    codes: ["request_too_large"],
    statuses: [413],
    message: /range of input length/i,
    sentence: "The request is longer than the model takes.",
    wayOut: "Shorten the texts, or choose a model with a larger context.",
    evidence: "third-party",
  },
  {
    kind: "request",
    codes: ["InvalidParameter", "invalid_parameter_error", "invalid_request_error", "BadRequest"],
    statuses: [400, 405, 415, 422],
    sentence: "The service refused a field of the request.",
    wayOut: "Mend the field that its message names, then send again.",
    evidence: "documented",
  },
  {
    kind: "server",
    codes: [
      "InternalError",
      "InternalError.Timeout",
      "ModelServingError",
      "ServiceUnavailable",
      "api_error",
      "overloaded_error",
      "internal_error",
    ],
    statuses: [408, 500, 502, 503, 504, 529],
    sentence: "The service failed on its side.",
    wayOut: "Send the request again in a moment; if it stays, report the request's id to the service.",
    evidence: "third-party",
  },
];
