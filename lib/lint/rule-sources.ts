/** The pages the rules rest on, with their dates. */

export interface RuleSource {
  readonly source: string;
  readonly asOf: string;
}

export const CONTEXT_CACHE: RuleSource = {
  source: "https://www.alibabacloud.com/help/en/model-studio/context-cache",
  asOf: "2026-10-11",
};
/** The fuller Chinese page, read about that month. */
export const CONTEXT_CACHE_ZH: RuleSource = {
  source: "https://help.aliyun.com/zh/model-studio/context-cache",
  asOf: "2026-06",
};
export const BEST_PRACTICE: RuleSource = {
  source: "https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice",
  asOf: "2026-05-25",
};
export const QWEN4: RuleSource = {
  source: "https://www.alibabacloud.com/help/en/model-studio/explicit-cache-qwen4",
  asOf: "2026-11-16",
};
/** Undated; the date is the day it was read. */
export const ERROR_CODES: RuleSource = {
  source: "https://help.aliyun.com/en/model-studio/error-code-start",
  asOf: "2026-11-21",
};
export const JSON_STANDARD: RuleSource = {
  source: "https://www.rfc-editor.org/rfc/rfc8259",
  asOf: "2017-12",
};
/** Reports of others, undated here; the date is the day they were read. */
export const BILLING_HEADER_REPORT: RuleSource = {
  source: "https://github.com/anthropics/claude-code/issues/68900",
  asOf: "2026-11-21",
};
export const IMAGE_MESSAGE_REPORT: RuleSource = {
  source: "https://github.com/QwenLM/qwen-code/pull/11651",
  asOf: "2026-11-21",
};
export const TOOL_RESULT_REPORT: RuleSource = {
  source: "https://github.com/QwenLM/Qwen/issues/2217",
  asOf: "2026-11-21",
};
/** Known by a digest of that month. */
export const MODEL_PRICING: RuleSource = {
  source: "https://www.alibabacloud.com/help/en/model-studio/model-pricing",
  asOf: "2026-09-24",
};
export const QWEN4_MAX: RuleSource = {
  source: "https://www.alibabacloud.com/help/zh/model-studio/qwen4-max",
  asOf: "2026-11",
};
/** The service's error messages with their causes. */
export const ERROR_MESSAGES: RuleSource = {
  source: "https://www.alibabacloud.com/help/model-studio/error-code",
  asOf: "2026-09-28",
};
/** Reports of refused requests, with the service's words; the date is theirs. */
export const MISSING_CONTENT_REPORT: RuleSource = {
  source: "https://github.com/agentscope-ai/agentscope-java/issues/1270",
  asOf: "2026-11-29",
};
export const UNANSWERED_CALL_REPORT: RuleSource = {
  source: "https://github.com/QwenLM/qwen-code/issues/315",
  asOf: "2025-08-13",
};
export const UNCALLED_RESULT_REPORT: RuleSource = {
  source: "https://github.com/run-llama/llama_index/pull/19224",
  asOf: "2025-06-26",
};
export const DEVELOPER_ROLE_REPORT: RuleSource = {
  source: "https://github.com/proma-ai/Proma/issues/1496",
  asOf: "2026-11-29",
};
export const AUDIO_URL_REPORT: RuleSource = {
  source: "https://github.com/modelstudioai/cli/issues/54",
  asOf: "2026-11-29",
};
export const ADAPTIVE_THINKING_REPORT: RuleSource = {
  source: "https://github.com/routatic/proxy/issues/171",
  asOf: "2026-11-29",
};
