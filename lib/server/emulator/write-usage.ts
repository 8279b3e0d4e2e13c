/** The usage of a request in the fields of each dialect. */
import type { Figures } from "./account-cache";
import type { Reply } from "./compose-reply";
import type { Lie } from "./read-controls";

/** What the service says of the figures: the truth, unless a test of audits asks for something else. */
export function reportFigures(figures: Figures, lie: Lie | null, tail: number): Figures {
  const { prompt } = figures;
  if (lie === "says-none" || lie === "no-cache") return { ...figures, read: 0, written: 0, uncached: prompt };
  if (lie === "says-all") return { ...figures, read: prompt - tail, written: 0, uncached: tail };
  return figures;
}

/** The field that counts what was written, by how long it lives; that of an hour is an assumption. */
const writtenField = (life: number): string =>
  life > 300 ? "ephemeral_1h_input_tokens" : "ephemeral_5m_input_tokens";

/** What was read and written, as the OpenAI-compatible and the native endpoint tell it. */
export function writeCacheDetails({ read, written, explicit, life }: Figures) {
  return explicit
    ? {
        cached_tokens: read,
        cache_creation_input_tokens: written,
        cache_creation: { [writtenField(life)]: written },
        cache_type: "ephemeral",
      }
    : { cached_tokens: read };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Tokens of all answers together, and those of them that are thinking. */
export const sumReplies = (replies: readonly Reply[]) => ({
  completion: sum(replies.map(({ tokens }) => tokens)),
  thinking: sum(replies.map(({ thinkingTokens }) => thinkingTokens)),
});

/**
 * `prompt_tokens` holds all of the input; `cache_type` is there in explicit mode only, and `reasoning_tokens` where the
 * model thinks. Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11).
 */
export function writeOpenAiUsage(figures: Figures, replies: readonly Reply[]) {
  const { completion, thinking } = sumReplies(replies);
  return {
    prompt_tokens: figures.prompt,
    completion_tokens: completion,
    total_tokens: figures.prompt + completion,
    prompt_tokens_details: writeCacheDetails(figures),
    ...(thinking > 0 ? { completion_tokens_details: { reasoning_tokens: thinking } } : {}),
  };
}

/** `input_tokens` is what is neither read nor written. Source: as above. */
export const writeAnthropicUsage = ({ read, written, uncached }: Figures, completion: number) => ({
  input_tokens: uncached,
  cache_creation_input_tokens: written,
  cache_read_input_tokens: read,
  output_tokens: completion,
});
