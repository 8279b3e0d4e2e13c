/** What recognising a usage object gives: its counts under the names of an endpoint, and what it leaves out. */

import { type Fields, readNumber } from "../values/json";
import type { Said } from "../words/message";

export interface KnownUsage {
  /** As `decodeUsage` reads it. */
  readonly usage: unknown;
  /** False where it leaves out what was read; absent = told. */
  readonly tellsRead?: boolean;
  /** False where the shape has no place for what was written. */
  readonly tellsWritten: boolean;
  /** Whose shape it is; null for an endpoint's own. */
  readonly origin: Said | null;
}

export type Shape = (fields: Fields) => KnownUsage | null;

export const firstNumber = (fields: Fields | null, ...names: readonly string[]): number | null =>
  names.map((name) => readNumber(fields?.[name])).find((value) => value !== null) ?? null;

/** Input that includes the cache, as chat completions have it; under names that do not say which cache it was. */
export const inclusive = (input: number, output: number, read: number | null, written: number | null) => ({
  prompt_tokens: input,
  completion_tokens: output,
  prompt_tokens_details: { cache_read_tokens: read ?? 0, cache_write_tokens: written ?? 0 },
});

/** Input without the cache, as messages have it. */
export const exclusive = (input: number, output: number, read: number | null, written: number | null) => ({
  input_tokens: input,
  output_tokens: output,
  cache_read_input_tokens: read ?? 0,
  cache_creation_input_tokens: written ?? 0,
});
