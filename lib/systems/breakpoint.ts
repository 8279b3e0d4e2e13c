/** The breakpoint family: markers write entries, and a look-up goes back a few positions from each of them. */
import { type Message, tell } from "../words/message";
import type {
  Boundary,
  ComparableMarker,
  ComparableRequest,
  ComparableSegment,
  PlayedFact,
  PlayedRequest,
  SystemPlay,
  WrittenTokens,
} from "./comparable";
import { explainMiss } from "./explain-miss";
import { type Entry, isReadable } from "./kernels/entry";
import { type EntryTable, endUntil, findLive, openTable } from "./kernels/entry-table";
import { leaveEntry, lifeOf, renewEntry, type Use } from "./kernels/leave-entry";

/** In what services of this family differ. */
export interface BreakpointRules {
  /** Names the model in the entries. */
  readonly model: string;
  /** Seconds a marker may ask for, the default first. */
  readonly lives: readonly number[];
  /** Seconds that a marker lives which asks for none; absent = the default. */
  readonly usual?: number;
  /** True where adjacent tool calls, and adjacent results, are one position each. */
  readonly hasRuns: boolean;
  /** Whether a marker on tools counts. */
  readonly marksTools: boolean;
  /** Fewest tokens of the prefix at a marker. */
  readonly minimum: number;
  /** True where the service marks the last segment that may carry a marker. */
  readonly automatic: boolean;
}

export const MAX_MARKERS = 4;
/** Positions a look-up goes through, the marker's own included. */
export const POSITIONS = 20;
const LONG = 3600;

interface Marked {
  readonly segment: number;
  readonly ttl: number;
}

type Marking = { readonly markers: readonly Marked[] } | { readonly refused: Message };

const inSeconds = (seconds: number): Message => tell("values.seconds", { seconds });

const carriesMarker = ({ kind }: ComparableSegment): boolean => kind !== "thinking";

/** With the service's own marker, which takes one of the four. */
function addAutomatic(
  markers: readonly Marked[],
  segments: readonly ComparableSegment[],
  ttl: number,
  counts: (segment: ComparableSegment) => boolean,
): Marking {
  const segment = segments.findLastIndex((one) => carriesMarker(one) && counts(one));
  const own = markers.find((marker) => marker.segment === segment);
  if (own && own.ttl !== ttl) {
    const told = { own: inSeconds(own.ttl), asked: inSeconds(ttl) };
    return { refused: tell("systems.markedAlready", told) };
  }
  return { markers: own || segment < 0 ? markers : [...markers, { segment, ttl }] };
}

function refuseLife(asked: number, [first = 0, second]: readonly number[]): Message {
  const lives = second === undefined ? first : tell("systems.lifeOr", { first, second });
  return Number.isFinite(asked)
    ? tell("systems.lifeNotOffered", { asked, lives })
    : tell("systems.lifeNoTime", { lives });
}

/** Which markers count, or why the service answers an error. */
function readMarkers({ markers, segments }: ComparableRequest, rules: BreakpointRules): Marking {
  const { lives, marksTools, automatic } = rules;
  const { usual = lives[0] ?? 0 } = rules;
  const counted: Marked[] = [];
  const counts = ({ role }: ComparableSegment): boolean => marksTools || role !== "tools";
  for (const { segment, ttl = usual } of markers.toSorted(bySegment)) {
    const marked = segments[segment];
    if (!marked || !counts(marked)) continue;
    if (!carriesMarker(marked)) return { refused: tell("systems.markerOnThinking") };
    if (!lives.includes(ttl)) return { refused: refuseLife(ttl, lives) };
    counted.push({ segment, ttl });
  }
  const marking = automatic ? addAutomatic(counted, segments, usual, counts) : { markers: counted };
  if ("refused" in marking) return marking;
  if (marking.markers.length > MAX_MARKERS) {
    const told = { most: MAX_MARKERS, count: marking.markers.length };
    return { refused: tell(automatic ? "systems.tooManyWithOwn" : "systems.tooManyMarkers", told) };
  }
  const isRising = marking.markers.some(({ ttl }, order) => ttl > (marking.markers[order - 1]?.ttl ?? ttl));
  return isRising ? { refused: tell("systems.shorterFirst") } : marking;
}

/** What became of each place that is marked. */
function judgeMarkers(
  request: ComparableRequest,
  counted: readonly Marked[],
  { minimum }: BreakpointRules,
): Boundary[] {
  const boundaries = counted.map(({ segment }): Boundary => {
    const prefix = request.segments[segment]?.prefix ?? 0;
    if (prefix >= minimum) return { segment, status: "effective" };
    const reason = tell("systems.tooFew", { prefix, minimum });
    return { segment, status: "too-short", reason };
  });
  const known = new Set(counted.map(({ segment }) => segment));
  const others = request.markers.filter(({ segment }) => !known.has(segment));
  return [
    ...boundaries,
    ...others.map(
      ({ segment }): Boundary => ({
        segment,
        status: "ignored",
        reason: tell("systems.toolsUncounted"),
      }),
    ),
  ];
}

const bySegment = (a: ComparableMarker, b: ComparableMarker): number => a.segment - b.segment;

const isRun = (kind: string | undefined, hasRuns: boolean): boolean =>
  hasRuns && (kind === "tool_use" || kind === "tool_result");

/** First segment of the run that a segment is in; itself where it is in none. */
function runStart(segments: readonly ComparableSegment[], at: number, hasRuns: boolean): number {
  const kind = segments[at]?.kind;
  if (!isRun(kind, hasRuns)) return at;
  let start = at;
  while (segments[start - 1]?.kind === kind) start--;
  return start;
}

/** Index of the segment whose entry a look-up from one marker finds; -1 where it finds none. */
function lookUpFrom(
  table: EntryTable,
  { segments, at: now }: ComparableRequest,
  marker: number,
  hasRuns: boolean,
): number {
  let distance = 0;
  for (let at = marker; at >= 0 && distance < POSITIONS; at = runStart(segments, at, hasRuns) - 1) {
    const segment = segments[at];
    if (!segment) break;
    const entry = findLive(table, segment.key);
    if (entry && isReadable(entry, now)) return at;
    distance += isRun(segment.kind, hasRuns) ? 1 : segment.blocks;
  }
  return -1;
}

/** What was written, for an hour up to the furthest marker that asks for one, for five minutes from there on. */
function splitWritten(
  { segments }: ComparableRequest,
  long: readonly Marked[],
  read: number,
  usual: number,
): WrittenTokens[] {
  const endOf = (markers: readonly Marked[], least: number) =>
    Math.max(least, ...markers.map(({ segment }) => segments[segment]?.prefix ?? 0));
  const hour = endOf(
    long.filter(({ ttl }) => ttl === LONG),
    read,
  );
  const end = endOf(long, hour);
  const written = [
    { life: LONG, tokens: hour - read },
    { life: usual, tokens: end - hour },
  ];
  return written.filter(({ tokens }) => tokens > 0);
}

const sayUnseen = (isBehind: boolean, entry: number): Pick<PlayedFact, "code" | "message"> =>
  isBehind
    ? { code: "no_marker", message: tell("systems.entryBehind", { entry }) }
    : { code: "beyond_lookback", message: tell("systems.entryBeyond", { entry, positions: POSITIONS - 1 }) };

function explain(
  request: ComparableRequest,
  rules: BreakpointRules,
  markers: readonly Marked[],
  { read, written, miss }: { read: number; written: readonly WrittenTokens[]; miss: PlayedFact | null },
): PlayedFact[] {
  const facts: PlayedFact[] = [];
  if (read > 0) facts.push({ code: "hit", message: tell("systems.readLive", { read }) });
  if (markers.length === 0) {
    return [{ code: "no_marker", message: tell("systems.noneCounts") }];
  }
  if (miss) facts.push(miss);
  const short = markers.find(({ segment }) => (request.segments[segment]?.prefix ?? 0) < rules.minimum);
  if (short) {
    const { prefix = 0, pointer = "" } = request.segments[short.segment] ?? {};
    const message = tell("systems.upToMarkerTooFew", { prefix, minimum: rules.minimum });
    facts.push({ code: "below_minimum", message, pointer });
  }
  const fresh = written.reduce((sum, { tokens }) => sum + tokens, 0);
  if (fresh > 0 && !miss) {
    facts.push({ code: "first_write", message: tell("systems.wroteFirst", { written: fresh }) });
  }
  return facts;
}

/**
 * Plays requests by the rules of Anthropic and those that follow them: the newest marker from which a look-up finds a
 * live entry decides what is read; entries are readable once the response has begun, and live from the start of the
 * request that wrote, read or marked them. Assumption `reads-renew-own-markers-only`.
 * Source: https://platform.claude.com/docs/en/build-with-claude/prompt-caching (2026-09).
 */
export function openBreakpoints(rules: BreakpointRules): SystemPlay<EntryTable> {
  const table = openTable();
  return { state: table, step: (request, explains) => playOne(table, request, rules, explains) };
}

function playOne(
  table: EntryTable,
  request: ComparableRequest,
  rules: BreakpointRules,
  explains: boolean,
): PlayedRequest {
  const { at, index, segments, firstToken } = request;
  const marking = readMarkers(request, rules);
  if ("refused" in marking) return { read: 0, written: [], refused: marking.refused, facts: [] };
  endUntil(table, at, explains);
  const { markers } = marking;
  const last = markers.at(-1)?.segment ?? -1;
  let found = -1;
  for (let order = markers.length - 1; order >= 0 && found < 0; order--) {
    found = lookUpFrom(table, request, markers[order]?.segment ?? -1, rules.hasRuns);
  }
  const source = segments[found];
  const entry = source && findLive(table, source.key);
  const read = source?.prefix ?? 0;
  const miss = explains
    ? explainMiss(table, request, found, (place, tokens) => sayUnseen(place > last, tokens))
    : null;
  const use: Use = { index, at, readableAt: firstToken, model: rules.model };
  if (entry) {
    entry.readBy.push(index);
    renewEntry(entry, use, lifeOf(entry));
  }
  const long = markers.filter(({ segment }) => (segments[segment]?.prefix ?? 0) >= rules.minimum);
  const entries: Entry[] = [];
  for (const { segment, ttl } of long) {
    const place = segments[segment];
    if (!place || segment === found) continue;
    const created = leaveEntry(table, place, use, (living) => (living ? lifeOf(living) : ttl));
    if (created) entries.push(created);
  }
  const written = splitWritten(request, long, read, rules.lives[0] ?? 0);
  const life = written.length === 1 ? written[0]?.life : written.length > 1 ? rules.lives[0] : undefined;
  const facts = explains ? explain(request, rules, markers, { read, written, miss }) : [];
  const boundaries = explains ? { boundaries: judgeMarkers(request, markers, rules) } : {};
  return { read, written, ...(life === undefined ? {} : { life }), entries, ...boundaries, facts };
}
