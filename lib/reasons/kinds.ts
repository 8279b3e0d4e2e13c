/** Every kind of reason why a request read what it read, with those words for each that need no figures. */

/**
 * What keeps a request from reading: its own words are others, the entry's times, the look-up's reach, or a rule by
 * which nothing was there to read.
 */
type Obstacle = "change" | "time" | "reach" | "rule";

/** In two or three words, what follows `read nothing:`, and what stands in the way where something does. */
const KINDS = {
  hit: ["read"],
  /** Nothing was there to read yet. */
  first_write: ["first write"],
  /** The first of a conversation of its own, which shares no entry with another. */
  own_prefix: ["prefix of its own"],
  model_changed: ["model changed", "it went to another model, and entries are private to a model", "change"],
  key_changed: ["another key", "it came with another key, and entries are private to an account", "change"],
  tools_changed: ["tools changed", "the tools are others than before", "change"],
  system_changed: ["system changed", "the system text is another than before", "change"],
  messages_changed: ["message changed", "its messages are others than before", "change"],
  /** The history was replaced by a summary. */
  compacted: ["compacted"],
  /** The words are the same; the chat template writes them in another way. */
  rerendered: ["written otherwise"],
  expired: ["expired", "the entry had expired", "time"],
  /** The request that writes the entry had not ended. */
  not_yet_written: ["in parallel", "the entry was still being written", "time"],
  evicted: ["dropped for others", "what was cached had been dropped for other prompts", "time"],
  beyond_lookback: ["beyond look-back", "the entry lies further back than a look-up goes", "reach"],
  marker_dropped: ["marker dropped", "its marker was dropped", "rule"],
  not_offered: ["not offered here", "the model has no such cache in the region", "rule"],
  no_marker: ["no marker", "no marker takes effect", "rule"],
  below_minimum: ["below the minimum", "the prefix is too short to be cached", "rule"],
  implicit_not_promised: ["not promised", "the implicit cache promises nothing", "rule"],
  price_unknown: ["no price"],
  /** The rules promise a read that the service did not bill. */
  not_found: ["not found"],
  /** The service refused the request or the answer was an error: nothing is billed. */
  failed: ["refused", "the service refuses it"],
  /** What is known does not tell. */
  unknown: ["cannot be told"],
} as const satisfies Readonly<Record<string, readonly [name: string, because?: string, obstacle?: Obstacle]>>;

export type ReasonKind = keyof typeof KINDS;

export const listReasonKinds = (): readonly ReasonKind[] => Object.keys(KINDS) as ReasonKind[];

const MENDS: Readonly<Record<ReasonKind, string>> = {
  hit: "Nothing is to be mended.",
  first_write:
    "The first request of a prompt always writes; keep its start the same from session to session.",
  own_prefix:
    "Give the conversations of one agent the same tools and system message, with a marker at its end.",
  model_changed: "Stay with one model within a conversation: each has entries of its own.",
  key_changed: "Send all requests of a conversation with one key: what another account wrote cannot be read.",
  tools_changed:
    "Keep the same tools in the same order for the whole conversation; connect servers before it begins.",
  system_changed: "Move what changes out of the system message, into the newest user message.",
  messages_changed: "Append to the history and leave earlier messages as they were sent.",
  compacted:
    "Compact seldom and keep a marker at the end of the system message, so that this part is still read.",
  rerendered:
    "Send the thinking of earlier answers back unchanged, or leave it out from the first request on.",
  expired:
    "Send a request before the entry ends, after five minutes in Model Studio, such as a keep-alive ping, where the entry is worth it.",
  not_yet_written:
    "Let the first request be answered before the others start, so that they read what it wrote.",
  evicted: "Give the cache more memory, or send the prompts that share a start close to each other.",
  beyond_lookback:
    "Add a marker within the look-back of the last one, 20 content blocks in Model Studio, so that the look-up reaches it.",
  marker_dropped: "Send at most four markers: of more only the last four count.",
  not_offered: "Choose the region of your key, if it is another one, or a model that has the cache there.",
  no_marker: "Put a marker on the last part of the last message of each request.",
  below_minimum:
    "Markers count from a least length on, 1,024 tokens in Model Studio: put the first one behind a longer start.",
  implicit_not_promised: "Put a marker on the last part of the last message of each request.",
  price_unknown: "Enter the price that you pay.",
  not_found: "Send the same request again: a server without the entry may have answered it.",
  failed: "Send the request again once the service takes it.",
  unknown: "Record the bodies too: they tell what changed.",
};

/** In two or three words. */
export const nameReason = (kind: ReasonKind): string => KINDS[kind][0];

export const obstacleOf = (kind: ReasonKind): Obstacle | undefined => KINDS[kind][2];

/** What to do about it, one sentence. */
export const mendReason = (kind: ReasonKind): string => MENDS[kind];

interface Told {
  readonly code: ReasonKind;
  /** What it cost. */
  readonly tokens?: number;
}

/** Why nothing or no more was read, to follow a colon. */
export const sayBecause = ({ code, tokens = 0 }: Told): string =>
  code === "no_marker" && tokens > 0
    ? "no marker stands where the entry ends"
    : (KINDS[code][1] ?? "nothing of its prefix had been cached before");

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
