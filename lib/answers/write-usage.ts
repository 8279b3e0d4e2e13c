/** The usage of a request as the service writes it: what was read, written and left uncached, in the fields of each dialect. */

/** In tokens. */
export interface UsageFigures {
  readonly prompt: number;
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
  /** True where a marker selects the explicit cache. */
  readonly explicit: boolean;
  /** Seconds that what was written lives. */
  readonly life: number;
}

/** The field that counts what was written, by how long it lives; that of an hour is an assumption. */
const writtenField = (life: number): string =>
  life > 300 ? "ephemeral_1h_input_tokens" : "ephemeral_5m_input_tokens";

/** What was read and written, as the OpenAI-compatible and the native endpoint tell it. */
export function writeCacheDetails({ read, written, explicit, life }: UsageFigures) {
  return explicit
    ? {
        cached_tokens: read,
        cache_creation_input_tokens: written,
        cache_creation: { [writtenField(life)]: written },
        cache_type: "ephemeral",
      }
    : { cached_tokens: read };
}

/**
 * `prompt_tokens` holds all of the input; `cache_type` is there in explicit mode only, and `reasoning_tokens` where the
 * model thinks. Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11).
 * @param thinking tokens of the completion that are thinking
 */
export function writeOpenAiUsage(figures: UsageFigures, completion: number, thinking = 0) {
  return {
    prompt_tokens: figures.prompt,
    completion_tokens: completion,
    total_tokens: figures.prompt + completion,
    prompt_tokens_details: writeCacheDetails(figures),
    ...(thinking > 0 ? { completion_tokens_details: { reasoning_tokens: thinking } } : {}),
  };
}

/** `input_tokens` is what is neither read nor written. Source: as above. */
export const writeAnthropicUsage = ({ read, written, uncached }: UsageFigures, completion: number) => ({
  input_tokens: uncached,
  cache_creation_input_tokens: written,
  cache_read_input_tokens: read,
  output_tokens: completion,
});
