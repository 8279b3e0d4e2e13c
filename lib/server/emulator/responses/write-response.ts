/** A response of the Responses API: the object that is answered, kept, and carried by the first and last events of a stream. */
import { writeCacheDetails } from "../../../answers/write-usage";
import type { JsonObject, JsonValue } from "../../../values/json";
import type { Figures } from "../account-cache";
import { closeItem, type OutputItem, responseId } from "./write-items";

/** What a response is written from. */
export interface ResponseFacts {
  readonly requestId: string;
  readonly model: string;
  /** Epoch seconds. */
  readonly at: number;
  /** The body, of which a response repeats the settings. */
  readonly body: JsonObject;
  readonly items: readonly OutputItem[];
  /** Tokens that are billed as output. */
  readonly tokens: number;
  /** Of them, those of thinking. */
  readonly reasoning: number;
  /** As the service reports them. */
  readonly figures: Figures;
}

/**
 * `cache_type` is there with the session cache only.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24).
 */
export function writeResponsesUsage({ figures, tokens, reasoning }: ResponseFacts): JsonObject {
  const sums = {
    input_tokens: figures.prompt,
    output_tokens: tokens,
    total_tokens: figures.prompt + tokens,
  };
  const details = writeCacheDetails(figures) as JsonObject;
  return {
    ...sums,
    input_tokens_details: { cached_tokens: figures.read },
    output_tokens_details: { reasoning_tokens: reasoning },
    x_details: [{ ...sums, x_billing_type: "response_api", prompt_tokens_details: details }],
  };
}

/** A setting as it was sent, or as it holds where nothing was. */
const settingsOf = (body: JsonObject): JsonObject => {
  const or = (name: string, otherwise: JsonValue): JsonValue => body[name] ?? otherwise;
  return {
    instructions: or("instructions", null),
    max_output_tokens: or("max_output_tokens", null),
    metadata: or("metadata", {}),
    parallel_tool_calls: or("parallel_tool_calls", true),
    previous_response_id: or("previous_response_id", null),
    ...(body.prompt_cache_key === undefined ? {} : { prompt_cache_key: body.prompt_cache_key }),
    reasoning: or("reasoning", null),
    service_tier: or("service_tier", "default"),
    store: or("store", true),
    temperature: or("temperature", null),
    text: or("text", { format: { type: "text" } }),
    tool_choice: or("tool_choice", "auto"),
    tools: or("tools", []),
    top_p: or("top_p", null),
    truncation: or("truncation", "disabled"),
    ...(body.user === undefined ? {} : { user: body.user }),
  };
};

const envelope = ({ requestId, model, at, body }: ResponseFacts): JsonObject => ({
  id: responseId(requestId),
  object: "response",
  created_at: Math.floor(at),
  background: false,
  error: null,
  incomplete_details: null,
  model,
  ...settingsOf(body),
});

/** The response before anything of its output is there. */
export const openResponse = (facts: ResponseFacts): JsonObject => ({
  ...envelope(facts),
  status: "in_progress",
  output: [],
  usage: null,
});

/** The response when it has ended; incomplete where the limit of tokens ended it. */
export function closeResponse(facts: ResponseFacts): JsonObject {
  const isCut = facts.items.some(({ cut }) => cut);
  return {
    ...envelope(facts),
    status: isCut ? "incomplete" : "completed",
    ...(isCut
      ? { incomplete_details: { reason: "max_output_tokens" } }
      : { completed_at: Math.floor(facts.at) }),
    output: facts.items.map(closeItem),
    usage: writeResponsesUsage(facts),
  };
}
