/** Reads what an answer says of its tokens: the usage objects of endpoints, gateways and tools as one shape. */

import { type Failure, fail } from "../values/failure";
import { formatNumber } from "../values/figures";
import { type Fields, fieldsOf } from "../values/json";
import { type Message, type Said, tell, tellNames } from "../words/message";
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
  /** Whose shape it is; absent for an endpoint's own. */
  readonly shape?: Said;
  /** One sentence where the usage tells a sum twice and differently; absent where its sums hold. */
  readonly contradiction?: Said;
  /** How the figures add up, and where the usage contradicts that; then the fields that may tell of a cache and are not known here, which are in none of them. */
  readonly identity: Said;
  /** Why nothing was read or written, as far as the fields tell; null where there is nothing to explain. */
  readonly zeros: Said | null;
}

/** What is known of where a usage comes from. */
export interface UsageOrigin {
  /** False where the source leaves out what was written, as some logs do. */
  readonly tellsWritten: boolean;
}

export type UsageReading = { readonly ok: true; readonly usage: DecodedUsage } | Failure;

function explainZeros({ read, written, kind }: Counts): Message | null {
  if (read > 0) return null;
  if (kind === "implicit") {
    return tell("answers.zerosImplicit");
  }
  if (written > 0) return tell("answers.zerosWritten");
  if (kind === "explicit" || kind === "session") {
    return tell("answers.zerosExplicit");
  }
  return tell("answers.zerosUnsaid");
}

/** What a source does not tell. */
interface Untold {
  readonly read: boolean;
  readonly written: boolean;
}

function sumUp(counts: Counts, rest: number, untold: Untold): Message {
  const [read, written, prompt] = [counts.read, counts.written, counts.prompt].map(formatNumber) as [
    string,
    string,
    string,
  ];
  const uncached = formatNumber(rest);
  if (untold.read && untold.written) return tell("answers.sumNeither", { uncached, prompt });
  if (untold.read) return tell("answers.sumNoRead", { written, uncached, prompt });
  if (untold.written) return tell("answers.sumNoWritten", { read, uncached, prompt });
  return tell("answers.sum", { read, written, uncached, prompt });
}

/** What stands in the place of words that would take an untold figure for a zero. */
function explainUntold({ read, written }: Counts, untold: Untold): Message | null {
  if (untold.read) return tell("answers.untoldRead");
  if (read > 0 || written > 0) return null;
  return tell("answers.untoldWritten");
}

const nameUnread = (unread: readonly string[]): readonly Message[] =>
  unread.length === 0 ? [] : [tell("answers.unread", { fields: tellNames(unread) })];

const join = (first: Message, ...rest: readonly Message[]): Message =>
  rest.reduce((before, second) => tell("answers.bothSentences", { first: before, second }), first);

function completeUsage(
  counts: Counts,
  source: Fields,
  tells: { read: boolean; written: boolean },
): DecodedUsage | Failure {
  const { prompt, read, written, writtenFor } = counts;
  const uncached = prompt - read - written;
  if (uncached < 0) {
    return fail(
      tell("answers.usageExceeds", {
        read: formatNumber(read),
        written: formatNumber(written),
        prompt: formatNumber(prompt),
      }),
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
    identity: join(sumUp(counts, uncached, untold), ...(wrong ? [wrong.message] : []), ...nameUnread(unread)),
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
  if (!source) return fail(tell("answers.usageMissing"));
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
    if (error instanceof Unreadable) return fail(error.told);
    throw error;
  }
}
