/** Tells whether a body is one of the Responses API, and not of another call that has an `input` too. */

/** What of a body decides, however it was read. */
export interface BodySketch {
  readonly keys: readonly string[];
  readonly model: string | null;
  /** Null where there is none, or one of another form. */
  readonly input: string | readonly ItemSketch[] | null;
}

export interface ItemSketch {
  /** Null where it has none; also of an item that is no object. */
  readonly role: string | null;
  readonly type: string | null;
}

/** Items that nothing else writes so; those of tools that the service runs end in `_call` or `_output`. */
const OWN_ITEM =
  /^(function_call|custom_tool_call|reasoning|item_reference|compaction|mcp_list_tools)$|_call$|_call_output$/;

/** Fields that no other call with an `input` has. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  "instructions",
  "max_output_tokens",
  "previous_response_id",
  "conversation",
  "reasoning",
  "text",
  "store",
  "include",
  "truncation",
  "max_tool_calls",
  "prompt_cache_key",
  "prompt_cache_options",
  "prompt_cache_retention",
  "context_management",
]);

/** Fields of chats, of Gemini, of speech and images, of batches, and of what is recorded beside its answer. */
const OTHER_FIELDS: ReadonlySet<string> = new Set([
  "messages",
  "contents",
  "voice",
  "output",
  "outputs",
  "encoding_format",
  "dimensions",
  "input_type",
  "custom_id",
  "usage",
  "usageDetails",
  "startTime",
  "start_time",
  "traceId",
  "trace_id",
  "span_id",
  "run_type",
]);

/** Fields that a body of Responses may have besides its own; with any other, a plain `input` says too little. */
const SHARED_FIELDS: ReadonlySet<string> = new Set([
  "model",
  "input",
  "tools",
  "tool_choice",
  "parallel_tool_calls",
  "temperature",
  "top_p",
  "stream",
  "enable_thinking",
  "metadata",
]);

/** Models that take an `input` and answer no question. */
const OTHER_MODELS = /embed|moderation|tts|speech|rerank|whisper|transcri|image|video/i;

const isItem = ({ role, type }: ItemSketch): boolean =>
  role !== null || (type !== null && OWN_ITEM.test(type));

/**
 * What is said stands in `input`: a list of messages and items, or one text beside fields that only this API has, or beside
 * a model that chats and nothing that this API does not know.
 */
export function isResponsesSketch({ keys, model, input }: BodySketch): boolean {
  if (input === null || keys.some((key) => OTHER_FIELDS.has(key))) return false;
  const isOwn = keys.some((key) => OWN_FIELDS.has(key));
  if (typeof input !== "string") return input.length === 0 ? isOwn : input.every(isItem);
  if (model !== null && OTHER_MODELS.test(model)) return false;
  return isOwn || (model !== null && keys.every((key) => SHARED_FIELDS.has(key)));
}
