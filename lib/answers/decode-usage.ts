/** Reads what an answer says of its tokens: the usage objects of endpoints, gateways and tools as one shape. */

import { type Failure, fail } from "../values/failure";
import { formatNumber } from "../values/figures";
import { type Fields, fieldsOf } from "../values/json";
import { type Contradiction, findContradiction } from "./check-sums";
import {
  type CacheKind,
  type Counts,
  readCounts,
  Unreadable,
  type UsageDialect,
  type WrittenFor,
} from "./endpoint-usage";
import { readShape } from "./tool-usage";
import { listUnread } from "./unread-fields";

/** Tokens. read + written + uncached = prompt. */
export interface DecodedUsage {
  readonly dialect: UsageDialect;
  readonly prompt: number;
  readonly read: number;
  readonly written: number;
  readonly uncached: number;
  readonly completion: number;
  /** Which cache served it; null where the fields do not say. */
  readonly kind: CacheKind | null;
  /** Of what was written, the tokens to live five minutes and those to live an hour; absent where that is not told. */
  readonly writtenFor?: WrittenFor;
  /** False where the source does not tell what was read: that counts as uncached here. Absent = told. */
  readonly readKnown?: boolean;
  /** False where the source does not tell what was written: that counts as uncached here. Absent = told. */
  readonly writtenKnown?: boolean;
  /** Whose shape it is, in words; absent for an endpoint's own. */
  readonly shape?: string;
  /** One sentence where the usage tells a sum twice and differently; absent where its sums hold. */
  readonly contradiction?: string;
  /** How the figures add up, and where the usage contradicts that; then the fields that may tell of a cache and are not known here, which are in none of them. */
  readonly identity: string;
  /** Why nothing was read or written, as far as the fields tell; null where there is nothing to explain. */
  readonly zeros: string | null;
}

/** What is known of where a usage comes from. */
export interface UsageOrigin {
  /** False where the source leaves out what was written, as some logs do. */
  readonly tellsWritten: boolean;
}

export type UsageReading = { readonly ok: true; readonly usage: DecodedUsage } | Failure;

function explainZeros({ read, written, kind }: Counts): string | null {
  if (read > 0) return null;
  if (kind === "implicit") {
    return "Nothing was read: the implicit cache found nothing, or read nothing, which it never promises.";
  }
  if (written > 0) return "Nothing was read: no live entry begins this prompt, so it was written anew.";
  if (kind === "explicit" || kind === "session") {
    return "Nothing was read or written: no marker was effective, most likely because the prefix is below the minimum.";
  }
  return "The usage does not say that a cache was at work: there was no marker, no marker was effective, or the model has no cache.";
}

/** What a source does not tell. */
interface Untold {
  readonly read: boolean;
  readonly written: boolean;
}

function sumUp({ prompt, read, written }: Counts, uncached: number, untold: Untold): string {
  const rest = ["read", "written"].filter((kind) => untold[kind as keyof Untold]);
  const told = [
    ...(untold.read ? [] : [`${formatNumber(read)} read`]),
    ...(untold.written ? [] : [`${formatNumber(written)} written`]),
    `${formatNumber(uncached)} ${[...rest, "uncached"].join(" or ")}`,
  ];
  return `${told.join(" + ")} = ${formatNumber(prompt)} prompt tokens.`;
}

/** What stands in the place of words that would take an untold figure for a zero. */
function explainUntold({ read, written }: Counts, untold: Untold): string | null {
  if (untold.read) return "What was read is not told: it may be any part of the uncached tokens.";
  if (read > 0 || written > 0) return null;
  return "Nothing was read. What was written is not told: it may be any part of the uncached tokens.";
}

const nameUnread = (unread: readonly string[]): string =>
  unread.length === 0
    ? ""
    : ` The usage also has ${unread.join(", ")}: what that counts is not known here, so it is in none of these figures.`;

function completeUsage(
  counts: Counts,
  source: Fields,
  tells: { read: boolean; written: boolean },
): DecodedUsage | Failure {
  const { prompt, read, written, writtenFor } = counts;
  const uncached = prompt - read - written;
  if (uncached < 0) {
    return fail(
      `The usage contradicts itself: ${formatNumber(read)} read and ${formatNumber(written)} written are more than ${formatNumber(prompt)} of input.`,
    );
  }
  const lives = writtenFor ? [writtenFor.minutes, writtenFor.hour] : [];
  const wrong: Contradiction | null = findContradiction(source);
  const told = [read, written, uncached, prompt, read + written, ...lives, ...(wrong?.tokens ?? [])];
  const unread = listUnread(source, told);
  const isSure = unread.length === 0;
  const untold = {
    read: read === 0 && !(tells.read && isSure),
    written: written === 0 && !(tells.written && isSure),
  };
  const isUntold = untold.read || untold.written;
  return {
    ...counts,
    ...(isUntold ? { kind: null } : {}),
    uncached,
    ...(untold.read ? { readKnown: false } : {}),
    ...(untold.written ? { writtenKnown: false } : {}),
    ...(wrong ? { contradiction: wrong.message } : {}),
    identity: `${sumUp(counts, uncached, untold)}${wrong ? ` ${wrong.message}` : ""}${nameUnread(unread)}`,
    zeros: isUntold ? explainUntold(counts, untold) : explainZeros(counts),
  };
}

/**
 * Reads a usage object, or a whole response that holds one: as the four endpoints send it, as gateways add to it, and as
 * libraries and tracing tools keep it. Never throws.
 * @param origin a source that does not tell what was written has it in `uncached`, and says so
 */
export function decodeUsage(value: unknown, origin: UsageOrigin = { tellsWritten: true }): UsageReading {
  const given = fieldsOf(value);
  const source = fieldsOf(given?.usage) ?? given;
  if (!source) return fail("The answer holds no usage: what it cost cannot be told.");
  const known = readShape(source);
  try {
    const counts = readCounts(fieldsOf(known?.usage) ?? source);
    const usage = completeUsage(counts, source, {
      read: known?.tellsRead ?? true,
      written: origin.tellsWritten && (known?.tellsWritten ?? true),
    });
    if ("ok" in usage) return usage;
    return { ok: true, usage: known?.origin ? { ...usage, shape: known.origin } : usage };
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.message);
    throw error;
  }
}
