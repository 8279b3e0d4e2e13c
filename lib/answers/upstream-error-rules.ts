/** What a service's errors mean and how to get out of them: dated data, the first rule that fits wins. */
import type { Evidence } from "../offers/model";
import { type Message, tell } from "../words/message";

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
  readonly sentence: Message;
  readonly wayOut: Message;
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
    sentence: tell("answers.overdue"),
    wayOut: tell("answers.overdueMend"),
    evidence: "documented",
  },
  {
    kind: "content",
    codes: ["DataInspectionFailed", "data_inspection_failed"],
    message: /inappropriate content|data inspection/i,
    sentence: tell("answers.content"),
    wayOut: tell("answers.contentMend"),
    evidence: "documented",
  },
  {
    kind: "key",
    codes: ["InvalidApiKey", "invalid_api_key", "authentication_error"],
    statuses: [401],
    message: /incorrect api key|invalid api-?key|invalid access token/i,
    sentence: tell("answers.key"),
    wayOut: tell("answers.keyMend"),
    evidence: "documented",
  },
  {
    kind: "quota",
    codes: ["AllocationQuota.FreeTierOnly"],
    sentence: tell("answers.freeQuota"),
    wayOut: tell("answers.freeQuotaMend"),
    evidence: "documented",
  },
  {
    kind: "access",
    codes: ["AccessDenied", "AccessDenied.Unpurchased", "Model.AccessDenied", "permission_error"],
    statuses: [403],
    sentence: tell("answers.access"),
    wayOut: tell("answers.accessMend"),
    evidence: "third-party",
  },
  {
    kind: "model",
    codes: ["ModelNotFound", "model_not_found", "not_found_error"],
    statuses: [404],
    sentence: tell("answers.model"),
    wayOut: tell("answers.modelMend"),
    evidence: "documented",
  },
  {
    kind: "quota",
    codes: ["Throttling.AllocationQuota", "insufficient_quota"],
    sentence: tell("answers.allocation"),
    wayOut: tell("answers.allocationMend"),
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
    sentence: tell("answers.rate"),
    wayOut: tell("answers.rateMend"),
    evidence: "documented",
  },
  {
    kind: "size",
    codes: ["request_too_large"],
    statuses: [413],
    message: /range of input length/i,
    sentence: tell("answers.size"),
    wayOut: tell("answers.sizeMend"),
    evidence: "third-party",
  },
  {
    kind: "request",
    codes: ["InvalidParameter", "invalid_parameter_error", "invalid_request_error", "BadRequest"],
    statuses: [400, 405, 415, 422],
    sentence: tell("answers.request"),
    wayOut: tell("answers.requestMend"),
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
    sentence: tell("answers.server"),
    wayOut: tell("answers.serverMend"),
    evidence: "third-party",
  },
];
