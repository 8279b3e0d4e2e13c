/** Tokens as tools keep them that tell read, written and uncached input apart. */

import { fieldsOf, readNumber } from "../values/json";

export interface Buckets {
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
  readonly completion: number;
}

/**
 * OpenCode: `{ input, output, reasoning, cache: { read, write } }`; input excludes the cache, output the reasoning, save
 * where the total says that it is included.
 */
export function readBuckets(value: unknown): Buckets | null {
  const tokens = fieldsOf(value);
  const cache = fieldsOf(tokens?.cache);
  const uncached = readNumber(tokens?.input);
  if (!tokens || !cache || uncached === null) return null;
  const read = readNumber(cache.read) ?? 0;
  const written = readNumber(cache.write) ?? 0;
  const output = readNumber(tokens.output) ?? 0;
  const reasoning = readNumber(tokens.reasoning) ?? 0;
  const isIncluded = readNumber(tokens.total) === uncached + read + written + output;
  return { read, written, uncached, completion: isIncluded ? output : output + reasoning };
}
