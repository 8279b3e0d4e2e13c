/** Keeps of a request's settings what is no text: figures, switches, and words that the dialects themselves define. */
import type { JsonValue } from "../../values/json";

/** Fields of all dialects that hold no text of the user's. Others are left out, since any name may say something. */
const FIELDS = new Set(
  `reasoning store max_output_tokens enable_thinking preserve_thinking thinking_budget thinking type budget_tokens display reasoning_effort stream
  stream_options include_usage temperature top_p top_k max_tokens max_completion_tokens presence_penalty
  frequency_penalty repetition_penalty seed n logprobs top_logprobs parallel_tool_calls disable_parallel_tool_use
  vl_high_resolution_images enable_search extra_body chat_template_kwargs response_format stop stop_sequences
  anthropic_version anthropic_beta context_management cache_control prompt_cache_breakpoint ttl detail fps min_pixels
  max_pixels total_pixels is_error index effort output_config edits keep trigger value modalities`
    .trim()
    .split(/\s+/),
);
const WORDS = new Set(
  `enabled disabled adaptive auto none any required tool function text json_object ephemeral low medium high minimal max
  user assistant system summarized omitted image video audio`
    .trim()
    .split(/\s+/),
);
const FIGURE = /^[\d.-]{1,12}[smh]?$/;
/** Stands for a text that nothing depends on. */
const PLACEHOLDER = "x";

export const isSetting = (key: string): boolean => FIELDS.has(key);

export function scrubValue(value: JsonValue): JsonValue {
  if (typeof value === "string") return WORDS.has(value) || FIGURE.test(value) ? value : PLACEHOLDER;
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(scrubValue);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => (FIELDS.has(key) ? [[key, scrubValue(member)]] : [])),
  );
}
