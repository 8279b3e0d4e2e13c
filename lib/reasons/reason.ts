/** A reason as plain figures, and the one place that says each kind in a sentence or two. */

import { formatNumber, formatSeconds, formatTokens } from "../values/figures";
import type { ReasonKind } from "./kinds";

/** e.g. "request 1": requests are told by the numbers that their readers know, from 1. */
const nameOf = (number: number): string => `request ${number}`;

/** Of the tokens that a request left: those that were read, and those that had to be paid for anew. */
export type Loss = { readonly left: number; readonly read: number; readonly lost: number };

/** The request before, what both have in common, and how they differ. */
interface Changed {
  readonly by: number;
  readonly common?: number;
  /** True where a shorter entry was read. */
  readonly isShort?: boolean;
  /** How the words differ, as a clause, and the place in the request of the message that does, from 1. */
  readonly words?: string;
  readonly message?: number;
  readonly loss?: Loss;
  readonly pointer?: string;
  /** True where only the loss tells it; `source` left just what was read. */
  readonly isUnseen?: boolean;
  readonly source?: number | null;
}

interface Read {
  readonly read: number;
  /** Whose entry it is, or who left what was read; of `common` the tokens that an earlier request began with. */
  readonly by?: number | null;
  readonly from:
    | "entry"
    | "common"
    | "all"
    | "held"
    | "more"
    | "unmeasured"
    | "lane"
    | "implicit"
    | "earlier"
    | "luck";
  readonly common?: number;
  /** Seconds that the entry lives on. */
  readonly life?: number;
  readonly written?: number;
  readonly uncached?: number;
}

function sayRead({ read, by = null, from, common = 0, life = 0, written = 0, uncached = 0 }: Read): string {
  const who = by === null ? "" : nameOf(by);
  const tokens = formatTokens(read);
  const source = {
    entry: ` from the entry that ${who} wrote; ${life > 300 ? "it lives an hour from here on" : "its five minutes start again"}`,
    common: `: ${formatTokens(common)} are in common with an earlier request, counted in steps of 128`,
    all: `, all of what ${who} left`,
    held: ` from the entry that ${who} left`,
    more: `, more than what ${who} left`,
    unmeasured: `; what ${who} left is not known`,
    lane: by === null ? "" : ` that ${who} left`,
    implicit: " from the implicit cache, which needs no marker and promises nothing",
    earlier: " from an entry that was there before it",
    luck: ", which the rules do not promise here: the entry lived longer, or was there from before",
  }[from];
  const rest = uncached > 0 ? `; ${formatTokens(uncached)} were uncached` : "";
  const more = written > 0 ? `; wrote ${formatTokens(written)} more` : rest;
  return `${from === "lane" ? "Opens a conversation of its own and reads" : "Read"} ${tokens}${source}${more}.`;
}

function withLoss(opening: string, by: number, loss: Loss | undefined): string {
  if (!loss) return `${opening}.`;
  const read = loss.read > 0 ? formatTokens(loss.read) : "none";
  const again = loss.lost > 0 ? ` and ${formatTokens(loss.lost)} had to be paid for anew` : "";
  return `${opening}. Of the ${formatTokens(loss.left)} that ${nameOf(by)} left, ${read} were read${again}.`;
}

function sayMessages(facts: Changed): string {
  const { by, common = 0, isShort, words, message, loss, pointer, isUnseen, source = null } = facts;
  const name = nameOf(by);
  if (words !== undefined)
    return withLoss(`Message ${message} differs from that of ${name}: ${words}`, by, loss);
  if (isUnseen && loss) {
    const [read, left, last] = [loss.read, loss.left, loss.left - loss.read].map(formatTokens);
    const from = source === null ? "" : `, just what ${nameOf(source)} left`;
    return `Read ${read} of the ${left} that ${name} left${from}: the last ${last} were replaced, or the longer entry was not found.`;
  }
  const before = message === undefined ? "" : ` before message ${message},`;
  const opening =
    pointer === undefined
      ? `The request ends${before} where ${name} went on`
      : `The content differs from ${name} from ${pointer} on`;
  if (loss) return withLoss(opening, by, loss);
  if (pointer !== undefined && common === 0) return `${opening}, so nothing that it wrote matches.`;
  return `${opening}: ${formatTokens(common)} are in common, and no ${isShort ? "longer entry" : "entry"} ends there.`;
}

/** By whom nothing had been left, or in how many seconds it can be read; billed plain, or beyond what was read. */
type FirstWrite = { written: number; plain?: boolean; beyond?: boolean; readableIn?: number; by?: number };
/** An entry of so many tokens, and who wrote or left it. */
type Entry = { readonly entry: number; readonly by?: number | undefined };
type Words = { readonly words: string };

/** Figures are tokens and seconds. */
const SENTENCES = {
  hit: sayRead,
  first_write: ({ written, plain, beyond, readableIn, by }: FirstWrite) => {
    const price = " at the price of plain input";
    const what = plain ? `Stored ${formatTokens(written)}${price}` : `Wrote ${formatTokens(written)}`;
    if (by !== undefined) return `${what}; ${nameOf(by)} had left nothing to read.`;
    if (readableIn === undefined) return `${what}; nothing was there to read.`;
    return `${what}${beyond ? " beyond what was read" : ""}, for the first time; they can be read once this response has ended, ${formatSeconds(readableIn)} after its start.`;
  },
  own_prefix: ({ written }: { written: number }) =>
    `Opens a conversation of its own with another start, so nothing could be read; wrote ${formatTokens(written)}.`,
  model_changed: ({ by, models, loss }: { by: number; models: readonly [string, string]; loss?: Loss }) => {
    const [before, now] = models;
    const went = `${nameOf(by)} went to ${before}, this one to ${now}`;
    return withLoss(`The model changed: ${went}, and entries are private to a model`, by, loss);
  },
  key_changed: ({ by, promised, read }: { by: number; promised: number; read: number }) =>
    `It came with another key than ${nameOf(by)}, which left the ${formatTokens(promised)} to be read: entries are private to an account, and ${formatTokens(read)} were billed as read.`,
  tools_changed: ({ by, words, loss }: Changed) => {
    const why =
      "they belong to the system segment, and a changed order, field or value makes it another prefix";
    return withLoss(`The tools differ from those of ${nameOf(by)}: ${words ?? why}`, by, loss);
  },
  system_changed: ({ by, words, loss }: Changed) => {
    const how = words === undefined ? ", so nothing from there on matches" : `: ${words}`;
    return withLoss(`The system message differs from that of ${nameOf(by)}${how}`, by, loss);
  },
  messages_changed: sayMessages,
  compacted: ({ by, common, loss }: { by: number; common: number; loss: Loss }) => {
    const opening = `The history gave way to a summary after ${nameOf(by)}`;
    return withLoss(`${opening}, and ${formatTokens(common)} before it stayed the same`, by, loss);
  },
  rerendered: ({ by, loss }: { by: number; loss: Loss }) => {
    const how = "but the chat template writes an answer before the newest question in another way";
    return withLoss(`The words are those of ${nameOf(by)}, ${how}`, by, loss);
  },
  expired: ({ entry, by, idle, life }: Entry & { idle: number; life: number }) => {
    const whose = by === undefined ? "" : ` that ${nameOf(by)} left`;
    return `The entry of ${formatTokens(entry)}${whose} was last written or renewed ${formatSeconds(idle)} before this request and lives ${formatSeconds(life)}.`;
  },
  not_yet_written: ({ entry, by, wait }: { entry: number; by: number; wait: number }) =>
    `The entry of ${formatTokens(entry)} that ${nameOf(by)} is writing can be read once a response that writes it has ended, ${formatSeconds(wait)} after this request starts.`,
  beyond_lookback: ({ entry, between, lookback }: Entry & { between: number; lookback: number }) =>
    `A live entry of ${formatTokens(entry)} lies ${formatNumber(between)} content blocks before the next marker; a look-up goes back ${formatNumber(lookback)}.`,
  marker_dropped: ({ words }: Words) => words,
  not_offered: (facts: Words | { implicit: true }) =>
    "words" in facts
      ? `${facts.words} The request plays as one without a marker.`
      : "The model has no implicit cache in the region: without a marker nothing is read.",
  no_marker: (
    facts:
      | Entry
      | { unread: { entry: number; by: number } | null }
      | { ignored: string }
      | { isBatch: true }
      | { left: number; by: number; zeros: string },
  ) => {
    if ("isBatch" in facts) {
      return "A batch file is billed at half the price, with no discount for cached tokens: markers change nothing.";
    }
    if ("zeros" in facts) {
      return `Nothing was read of the ${formatTokens(facts.left)} that ${nameOf(facts.by)} left. ${facts.zeros}`.trim();
    }
    if ("ignored" in facts) {
      return `No marker takes effect, so nothing is read or written; the implicit cache is left out too. ${facts.ignored}`.trim();
    }
    if ("entry" in facts) {
      return `A live entry of ${formatTokens(facts.entry)} ends after the last breakpoint; with no marker there it is not looked up.`;
    }
    const { unread } = facts;
    const lost =
      unread &&
      ` The live entry of ${formatTokens(unread.entry)} that ${nameOf(unread.by)} wrote stays unread.`;
    return `No marker: the request plays the implicit cache and writes no entry.${lost ?? ""}`;
  },
  below_minimum: (facts: Words | { common: number; minimum: number } | { input: number }) => {
    if ("words" in facts) return facts.words;
    return "input" in facts
      ? `The input up to the end of the last message is ${formatTokens(facts.input)}, too few for an entry at the breakpoint that the service would place there.`
      : `Only ${formatTokens(facts.common)} are in common with an earlier request; implicit reads start at ${formatNumber(facts.minimum)}.`;
  },
  implicit_not_promised: (facts: { chance: number | "never" | "always"; read: number; readable: number }) => {
    const { chance, read, readable } = facts;
    if (chance === "never") {
      return "The implicit cache may read a common prefix at a lower price, but promises nothing: no read is counted.";
    }
    if (chance === "always")
      return "This read is what an ideal implicit cache gives; the service promises none.";
    const drawn = `with a probability of ${formatNumber(chance * 100)} %`;
    return read > 0
      ? `This read was drawn ${drawn}; the service promises none.`
      : `${formatTokens(readable)} could have been read; ${drawn} no read was drawn.`;
  },
  not_found: ({ promised, read }: { promised: number; read: number }) =>
    `By the rules ${formatTokens(promised)} were to be read, but ${formatTokens(read)} were billed as read: the entry was not found.`,
  failed: ({ words }: Words) => words,
  unknown: (facts: Words | { by: number; left?: number; read: number; gap?: number }) => {
    if ("words" in facts) return facts.words;
    const { by, left, read, gap } = facts;
    if (left === undefined) return `Nothing was read; what ${nameOf(by)} left is not known.`;
    const of = `of the ${formatTokens(left)} that ${nameOf(by)} left`;
    return gap === undefined
      ? `Only ${formatTokens(read)} ${of} were read.`
      : `Nothing was read ${of}, ${formatSeconds(gap)} before: the start of the prompt changed or the entry was not found, which only the body could tell.`;
  },
} satisfies { readonly [K in ReasonKind]?: (facts: never) => string };

type SaidKind = keyof typeof SENTENCES;
type Facts = { readonly [K in SaidKind]: Parameters<(typeof SENTENCES)[K]>[0] };

/** Plain data: its kind, where it lies, the tokens that it cost and a hit would have read, and its figures. */
export type Reason<K extends SaidKind = SaidKind> = {
  [Kind in K]: { readonly kind: Kind; readonly pointer?: string; readonly tokens?: number } & Facts[Kind];
}[K];

export const sayReason = (reason: Reason): string =>
  (SENTENCES as { readonly [K in SaidKind]: (facts: Reason) => string })[reason.kind](reason);
