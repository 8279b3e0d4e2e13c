/** A reason as plain figures, and the one place that says each kind in a sentence or two. */

import { isMessage, type Message, type Said, tell } from "../words/message";
import type { ReasonKind } from "./kinds";

/** e.g. "request 1": requests are told by the numbers that their readers know, from 1. */
const nameOf = (number: number): Message => tell("reasons.request", { number });

const tokens = (count: number): Message => tell("values.tokens", { count });

/** Of the tokens that a request left: those that were read, and those that had to be paid for anew. */
export type Loss = { readonly left: number; readonly read: number; readonly lost: number };

/** The request before, what both have in common, and how they differ. */
interface Changed {
  readonly by: number;
  readonly common?: number;
  /** True where a shorter entry was read. */
  readonly isShort?: boolean;
  /** How the words differ, as a clause, and the place in the request of the message that does, from 1. */
  readonly words?: Said;
  readonly message?: number;
  readonly loss?: Loss;
  readonly pointer?: string;
  /** True where only the loss tells it; `source` left just what was read. */
  readonly isUnseen?: boolean;
  readonly source?: number | null;
}

/** What another key's request left. */
interface OtherKey {
  readonly by: number;
  readonly promised: number;
  readonly read: number;
  /** True where keys are played as sharing nothing, false where only the bill tells it. */
  readonly isPlayed?: boolean;
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

function openRead({ read: count, by = null, from, common = 0, life = 0 }: Read): Message {
  const read = tokens(count);
  const who = by === null ? "" : nameOf(by);
  switch (from) {
    case "entry":
      return tell(life > 300 ? "reasons.readEntryHour" : "reasons.readEntry", { read, who });
    case "common":
      return tell("reasons.readCommon", { read, common: tokens(common) });
    case "lane":
      return by === null ? tell("reasons.readLane", { read }) : tell("reasons.readLaneOf", { read, who });
    case "all":
      return tell("reasons.readAll", { read, who });
    case "held":
      return tell("reasons.readHeld", { read, who });
    case "more":
      return tell("reasons.readMore", { read, who });
    case "unmeasured":
      return tell("reasons.readUnmeasured", { read, who });
    case "implicit":
      return tell("reasons.readImplicit", { read });
    case "earlier":
      return tell("reasons.readEarlier", { read });
    case "luck":
      return tell("reasons.readLuck", { read });
  }
}

function sayRead(facts: Read): Message {
  const { written = 0, uncached = 0 } = facts;
  const opening = openRead(facts);
  if (written > 0) return tell("reasons.readWrote", { opening, written: tokens(written) });
  return uncached > 0
    ? tell("reasons.readUncached", { opening, uncached: tokens(uncached) })
    : tell("reasons.readPlain", { opening });
}

function withLoss(opening: Message, by: number, loss: Loss | undefined): Message {
  if (!loss) return tell("reasons.plain", { opening });
  const facts = { opening, left: tokens(loss.left), who: nameOf(by) };
  const [read, lost] = [tokens(loss.read), tokens(loss.lost)];
  if (loss.read > 0)
    return loss.lost > 0
      ? tell("reasons.lossAgain", { ...facts, read, lost })
      : tell("reasons.loss", { ...facts, read });
  return loss.lost > 0 ? tell("reasons.lossNoneAgain", { ...facts, lost }) : tell("reasons.lossNone", facts);
}

function sayMessages(facts: Changed): Message {
  const { by, common = 0, isShort, words, message, loss, pointer, isUnseen, source = null } = facts;
  const who = nameOf(by);
  if (words !== undefined)
    return withLoss(tell("reasons.messageDiffers", { message: message ?? "", who, words }), by, loss);
  if (isUnseen && loss) {
    const seen = {
      read: tokens(loss.read),
      left: tokens(loss.left),
      who,
      last: tokens(loss.left - loss.read),
    };
    return source === null
      ? tell("reasons.unseen", seen)
      : tell("reasons.unseenSource", { ...seen, source: nameOf(source) });
  }
  const opening =
    pointer !== undefined
      ? tell("reasons.contentDiffers", { who, pointer })
      : message === undefined
        ? tell("reasons.endsEarly", { who })
        : tell("reasons.endsBefore", { who, message });
  if (loss) return withLoss(opening, by, loss);
  if (pointer !== undefined && common === 0) return tell("reasons.nothingMatches", { opening });
  return tell(isShort ? "reasons.noLongerEntryEnds" : "reasons.noEntryEnds", {
    opening,
    common: tokens(common),
  });
}

/** By whom nothing had been left, or in how many seconds it can be read; billed plain, or beyond what was read. */
type FirstWrite = { written: number; plain?: boolean; beyond?: boolean; readableIn?: number; by?: number };
/** An entry of so many tokens, and who wrote or left it. */
type Entry = { readonly entry: number; readonly by?: number | undefined };
type Words = { readonly words: Said };

/** Figures are tokens and seconds. */
const SENTENCES = {
  hit: sayRead,
  first_write: ({ written, plain, beyond, readableIn, by }: FirstWrite) => {
    const opening = tell(plain ? "reasons.stored" : "reasons.wrote", { written: tokens(written) });
    if (by !== undefined) return tell("reasons.wroteAfter", { opening, who: nameOf(by) });
    if (readableIn === undefined) return tell("reasons.wroteFirst", { opening });
    return tell(beyond ? "reasons.wroteBeyond" : "reasons.wroteReadable", { opening, seconds: readableIn });
  },
  own_prefix: ({ written }: { written: number }) => tell("reasons.ownPrefix", { written: tokens(written) }),
  model_changed: ({ by, models, loss }: { by: number; models: readonly [string, string]; loss?: Loss }) => {
    const [before, now] = models;
    return withLoss(tell("reasons.modelChanged", { who: nameOf(by), before, now }), by, loss);
  },
  key_changed: ({ by, promised, read, isPlayed = false }: OtherKey) =>
    tell(isPlayed ? "reasons.keyApart" : "reasons.keyChanged", {
      who: nameOf(by),
      promised: tokens(promised),
      read: tokens(read),
    }),
  tools_changed: ({ by, words, loss }: Changed) => {
    const who = nameOf(by);
    const opening =
      words === undefined
        ? tell("reasons.toolsDiffer", { who })
        : tell("reasons.toolsDifferIn", { who, words });
    return withLoss(opening, by, loss);
  },
  system_changed: ({ by, words, loss }: Changed) => {
    const who = nameOf(by);
    const opening =
      words === undefined
        ? tell("reasons.systemDiffers", { who })
        : tell("reasons.systemDiffersIn", { who, words });
    return withLoss(opening, by, loss);
  },
  messages_changed: sayMessages,
  compacted: ({ by, common, loss }: { by: number; common: number; loss: Loss }) =>
    withLoss(tell("reasons.compacted", { who: nameOf(by), common: tokens(common) }), by, loss),
  rerendered: ({ by, loss }: { by: number; loss: Loss }) =>
    withLoss(tell("reasons.rerendered", { who: nameOf(by) }), by, loss),
  expired: ({ entry, by, idle, life }: Entry & { idle: number; life: number }) => {
    const facts = { entry: tokens(entry), idle, life };
    return by === undefined
      ? tell("reasons.expired", facts)
      : tell("reasons.expiredOf", { ...facts, who: nameOf(by) });
  },
  not_yet_written: ({ entry, by, wait }: { entry: number; by: number; wait: number }) =>
    tell("reasons.notYetWritten", { entry: tokens(entry), who: nameOf(by), wait }),
  beyond_lookback: ({ entry, between, lookback }: Entry & { between: number; lookback: number }) =>
    tell("reasons.beyondLookback", { entry: tokens(entry), between, lookback }),
  marker_dropped: ({ words }: Words) => words,
  not_offered: (facts: Words | { implicit: true }) =>
    "words" in facts ? tell("reasons.notOffered", { words: facts.words }) : tell("reasons.noImplicit"),
  no_marker: (
    facts:
      | Entry
      | { unread: { entry: number; by: number } | null }
      | { ignored: Said }
      | { isBatch: true }
      | { left: number; by: number; zeros: Said },
  ) => {
    if ("isBatch" in facts) return tell("reasons.batch");
    if ("zeros" in facts) {
      const left = { left: tokens(facts.left), who: nameOf(facts.by) };
      return facts.zeros === ""
        ? tell("reasons.nothingRead", left)
        : tell("reasons.nothingReadBut", { ...left, words: facts.zeros });
    }
    if ("ignored" in facts) {
      return facts.ignored === ""
        ? tell("reasons.noEffect")
        : tell("reasons.noEffectBut", { words: facts.ignored });
    }
    if ("entry" in facts) return tell("reasons.unmarkedEnd", { entry: tokens(facts.entry) });
    const { unread } = facts;
    return unread
      ? tell("reasons.noMarkerUnread", { entry: tokens(unread.entry), who: nameOf(unread.by) })
      : tell("reasons.noMarker");
  },
  below_minimum: (facts: Words | { common: number; minimum: number } | { input: number }) => {
    if ("words" in facts) return facts.words;
    return "input" in facts
      ? tell("reasons.inputShort", { input: tokens(facts.input) })
      : tell("reasons.commonShort", { common: tokens(facts.common), minimum: facts.minimum });
  },
  implicit_not_promised: (facts: { chance: number | "never" | "always"; read: number; readable: number }) => {
    const { chance, read, readable } = facts;
    if (chance === "never") return tell("reasons.neverImplicit");
    if (chance === "always") return tell("reasons.alwaysImplicit");
    const percent = chance * 100;
    return read > 0
      ? tell("reasons.drawn", { percent })
      : tell("reasons.notDrawn", { readable: tokens(readable), percent });
  },
  not_found: ({ promised, read }: { promised: number; read: number }) =>
    tell("reasons.notFound", { promised: tokens(promised), read: tokens(read) }),
  failed: ({ words }: Words) => words,
  unknown: (facts: Words | { by: number; left?: number; read: number; gap?: number }) => {
    if ("words" in facts) return facts.words;
    const { by, left, read, gap } = facts;
    const who = nameOf(by);
    if (left === undefined) return tell("reasons.unknownLeft", { who });
    return gap === undefined
      ? tell("reasons.onlyRead", { read: tokens(read), left: tokens(left), who })
      : tell("reasons.unread", { left: tokens(left), who, gap });
  },
} satisfies { readonly [K in ReasonKind]?: (facts: never) => Said };

type SaidKind = keyof typeof SENTENCES;
type Facts = { readonly [K in SaidKind]: Parameters<(typeof SENTENCES)[K]>[0] };

/** Plain data: its kind, where it lies, the tokens that it cost and a hit would have read, and its figures. */
export type Reason<K extends SaidKind = SaidKind> = {
  [Kind in K]: { readonly kind: Kind; readonly pointer?: string; readonly tokens?: number } & Facts[Kind];
}[K];

export const sayReason = (reason: Reason): Said =>
  (SENTENCES as { readonly [K in SaidKind]: (facts: Reason) => Said })[reason.kind](reason);

/** The same sentence with other numbers of requests in it. */
export function renumberRequests(said: Said, renumber: (number: number) => number): Said {
  if (typeof said === "string") return said;
  if (said.key === "reasons.request")
    return tell(said.key, { number: renumber(Number(said.values?.number)) });
  const values = Object.entries(said.values ?? {}).map(([name, value]) => [
    name,
    isMessage(value) ? renumberRequests(value, renumber) : value,
  ]);
  return said.values ? { ...said, values: Object.fromEntries(values) } : said;
}
