/** Every kind of reason why a request read what it read, with those words for each that need no figures. */

import { type Message, type MessageKey, tell } from "../words/message";

/**
 * What keeps a request from reading: its own words are others, the entry's times, the look-up's reach, or a rule by
 * which nothing was there to read.
 */
type Obstacle = "change" | "time" | "reach" | "rule";

interface Kind {
  /** What follows `read nothing:`. */
  readonly because?: MessageKey;
  readonly obstacle?: Obstacle;
}

/** Where something stands in the way, what it is. */
const KINDS = {
  hit: {},
  /** Nothing was there to read yet. */
  first_write: {},
  /** The first of a conversation of its own, which shares no entry with another. */
  own_prefix: {},
  model_changed: { because: "reasonKinds.because_model_changed", obstacle: "change" },
  key_changed: { because: "reasonKinds.because_key_changed", obstacle: "change" },
  tools_changed: { because: "reasonKinds.because_tools_changed", obstacle: "change" },
  system_changed: { because: "reasonKinds.because_system_changed", obstacle: "change" },
  messages_changed: { because: "reasonKinds.because_messages_changed", obstacle: "change" },
  /** The history was replaced by a summary. */
  compacted: {},
  /** The words are the same; the chat template writes them in another way. */
  rerendered: {},
  expired: { because: "reasonKinds.because_expired", obstacle: "time" },
  /** The request that writes the entry had not ended. */
  not_yet_written: { because: "reasonKinds.because_not_yet_written", obstacle: "time" },
  evicted: { because: "reasonKinds.because_evicted", obstacle: "time" },
  beyond_lookback: { because: "reasonKinds.because_beyond_lookback", obstacle: "reach" },
  marker_dropped: { because: "reasonKinds.because_marker_dropped", obstacle: "rule" },
  not_offered: { because: "reasonKinds.because_not_offered", obstacle: "rule" },
  no_marker: { because: "reasonKinds.because_no_marker", obstacle: "rule" },
  below_minimum: { because: "reasonKinds.because_below_minimum", obstacle: "rule" },
  implicit_not_promised: { because: "reasonKinds.because_implicit_not_promised", obstacle: "rule" },
  price_unknown: {},
  /** The rules promise a read that the service did not bill. */
  not_found: {},
  /** The service refused the request or the answer was an error: nothing is billed. */
  failed: { because: "reasonKinds.because_failed" },
  /** What is known does not tell. */
  unknown: {},
} as const satisfies Readonly<Record<string, Kind>>;

export type ReasonKind = keyof typeof KINDS;

export const listReasonKinds = (): readonly ReasonKind[] => Object.keys(KINDS) as ReasonKind[];

/** In two or three words. */
export const nameReason = (kind: ReasonKind): Message => tell(`reasonKinds.name_${kind}`);

export const obstacleOf = (kind: ReasonKind): Obstacle | undefined => (KINDS[kind] as Kind).obstacle;

/** What to do about it, one sentence. */
export const mendReason = (kind: ReasonKind): Message => tell(`reasonKinds.mend_${kind}`);

interface Told {
  readonly code: ReasonKind;
  /** What it cost. */
  readonly tokens?: number;
}

/** Why nothing or no more was read, to follow a colon. */
export const sayBecause = ({ code, tokens = 0 }: Told): Message =>
  code === "no_marker" && tokens > 0
    ? tell("reasonKinds.becauseUnmarkedEnd")
    : { key: (KINDS[code] as Kind).because ?? "reasonKinds.because" };

/** Only say how things are, and keep nothing from being read. */
const SILENT = /^(hit|price_unknown)$/;

/**
 * The first cause of a loss. Where something was read only what kept it from reading more counts; where nothing was
 * read, any reason for that does.
 * @param row its reasons, the most telling first
 * @returns null where everything that could be read was
 */
export function findCause<R extends Told>(row: { read: number; reasons: readonly R[] }): R | null {
  const isLoss = (kind: ReasonKind) => (obstacleOf(kind) ?? "rule") !== "rule";
  const lost = row.reasons.find(({ code, tokens }) => isLoss(code) || (tokens ?? 0) > 0);
  if (lost || row.read > 0) return lost ?? null;
  return row.reasons.find(({ code }) => !SILENT.test(code)) ?? null;
}
