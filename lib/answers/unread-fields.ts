/** Names the fields of a usage that may tell of a cache and that no reading of it accounts for. */

import { formatNumber } from "../values/figures";
import { type Fields, fieldsOf, isObject } from "../values/json";

const TELLS_OF_CACHE = /cach|hit|miss|creat|writ/i;
/** Money, times and shares are no tokens. */
const NO_TOKENS = /cost|price|ttl|_ms$|seconds?$|(?:^|_)at$|ratio|percent/i;
/** A larger number is a time. */
const MOST_TOKENS = 1e9;
const MOST_DEPTH = 6;

/** Tokens as a field holds them, also as text; 0 for anything else. */
function tokensIn(value: unknown): number {
  const number = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number > 0 && number < MOST_TOKENS
    ? number
    : 0;
}

interface Leaf {
  readonly path: string;
  readonly tokens: number;
}

function* listLeaves(
  fields: Fields,
  accounted: ReadonlySet<number>,
  path: string,
  depth: number,
): Generator<Leaf> {
  for (const [name, value] of Object.entries(fields)) {
    const here = path === "" ? name : `${path}.${name}`;
    const inner = isObject(value) ? value : null;
    if (inner === null) {
      const tokens = tokensIn(value);
      if (tokens > 0) yield { path: here, tokens };
      continue;
    }
    // A count that is split further is told already where its parts add up to it.
    const sum = Object.values(inner).reduce<number>((total, one) => total + tokensIn(one), 0);
    if (depth < MOST_DEPTH && !accounted.has(sum)) yield* listLeaves(inner, accounted, here, depth + 1);
  }
}

/**
 * One item a field, e.g. `prompt_cache_hits (64)`; a figure that is accounted for may stand in any number of fields.
 * @param accounted tokens that a reading of the usage has taken
 */
export function listUnread(usage: unknown, accounted: readonly number[]): readonly string[] {
  const fields = fieldsOf(usage);
  if (!fields) return [];
  const known = new Set(accounted);
  return [...listLeaves(fields, known, "", 0)]
    .filter(({ path, tokens }) => TELLS_OF_CACHE.test(path) && !NO_TOKENS.test(path) && !known.has(tokens))
    .map(({ path, tokens }) => `${path} (${formatNumber(tokens)})`);
}
