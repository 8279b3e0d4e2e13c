/** Splits a body into the parameters that a library has and those it does not know. */
import type { JsonFields } from "../prompt/write-part";
import type { JsonValue } from "../values/json";

export interface SplitBody {
  readonly known: JsonFields;
  readonly extra: JsonFields;
}

/** Parameters of `chat.completions.create` in the OpenAI SDK for Python. https://github.com/openai/openai-python (2026-11-21) */
export const OPENAI_PARAMETERS: ReadonlySet<string> = new Set(
  "model messages tools tool_choice temperature top_p max_tokens max_completion_tokens stop n seed presence_penalty frequency_penalty logit_bias logprobs top_logprobs response_format stream stream_options parallel_tool_calls reasoning_effort user metadata modalities audio store service_tier".split(
    " ",
  ),
);

/** Parameters of `messages.create` in the Anthropic SDK for Python. https://github.com/anthropics/anthropic-sdk-python (2026-11-21) */
export const ANTHROPIC_PARAMETERS: ReadonlySet<string> = new Set(
  "model max_tokens messages system tools tool_choice stream stop_sequences temperature top_p top_k thinking metadata service_tier".split(
    " ",
  ),
);

/** Parameters of `responses.create` in the OpenAI SDK for Python. https://github.com/openai/openai-python (2026-11-21) */
export const RESPONSES_PARAMETERS: ReadonlySet<string> = new Set(
  "model input instructions previous_response_id conversation store tools tool_choice parallel_tool_calls max_tool_calls temperature top_p top_logprobs max_output_tokens reasoning text truncation include metadata stream stream_options user safety_identifier prompt prompt_cache_key background service_tier".split(
    " ",
  ),
);

/** Fields in the order of the body. */
export function splitBody(body: JsonFields, parameters: ReadonlySet<string>): SplitBody {
  const take = (isTaken: (key: string) => boolean): { [key: string]: JsonValue } =>
    Object.fromEntries(Object.entries(body).filter(([key]) => isTaken(key)));
  return { known: take((key) => parameters.has(key)), extra: take((key) => !parameters.has(key)) };
}
