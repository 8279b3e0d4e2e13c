/** The breakpoint family at message ends: markers, and one boundary the service places, are written and read exactly. */
import { tell } from "../words/message";
import type {
  Boundary,
  ComparableRequest,
  ComparableSegment,
  PlayedFact,
  PlayedRequest,
  SystemPlay,
} from "./comparable";
import { explainMiss } from "./explain-miss";
import { type Entry, isReadable } from "./kernels/entry";
import { type EntryTable, endUntil, findLive, openTable } from "./kernels/entry-table";
import { leaveEntry, renewEntry } from "./kernels/leave-entry";

export interface MessageEndRules {
  /** Names the model in the entries. */
  readonly model: string;
  /** True where the service places a boundary of its own at the latest eligible message end. */
  readonly implicit: boolean;
  /** Seconds an entry lives from the start of its last use. */
  readonly life: number;
  /** Fewest tokens of the prefix at a boundary. */
  readonly minimum: number;
}

/** Boundaries a request may write (assumption `latest-boundaries-count`). */
export const MAX_BOUNDARIES = 4;
/** How many markers, and how many earlier message ends, are looked up. */
const FIRST_MARKERS = 2;
const LATEST_MARKERS = 50;
const EARLIER_ENDS = 20;

const isOpening = ({ role }: ComparableSegment): boolean => role === "developer" || role === "system";

/** The last segment of the developer and system messages that a request opens with, tools before them; -1 = it has none. */
function openingEnd(segments: readonly ComparableSegment[]): number {
  let at = 0;
  while (segments[at]?.role === "tools") at++;
  let end = -1;
  for (let segment = segments[at]; segment && isOpening(segment); segment = segments[++at]) end = at;
  return end;
}

function isEligible(segments: readonly ComparableSegment[], at: number, opening: number): boolean {
  const segment = segments[at];
  if (at === opening) return true;
  if (!segment?.isMessageEnd) return false;
  return segment.role === "user" || (segment.role === "tool" && segments[at + 1]?.role !== "tool");
}

interface Ends {
  /** Segments behind which a marker counts, ascending. */
  readonly markers: readonly number[];
  /** The service's own boundary; -1 = none. */
  readonly own: number;
  /** Eligible message ends before it, as many as are looked up. */
  readonly earlier: readonly number[];
}

function findEnds({ segments, markers }: ComparableRequest, implicit: boolean): Ends {
  const counted = new Set<number>();
  for (const { segment } of markers) {
    const role = segments[segment]?.role;
    if (role !== undefined && role !== "assistant" && role !== "tools") counted.add(segment);
  }
  const marked = [...counted].sort((a, b) => a - b);
  if (!implicit) return { markers: marked, own: -1, earlier: [] };
  const opening = openingEnd(segments);
  const ends: number[] = [];
  for (let at = segments.length - 1; at >= 0 && ends.length <= EARLIER_ENDS; at--) {
    if (isEligible(segments, at, opening)) ends.push(at);
  }
  const [own = -1, ...earlier] = ends;
  return { markers: marked, own, earlier: opening < 0 ? earlier : [...earlier, opening] };
}

/** Everywhere the service looks for an entry, the longest prefix first. */
function listLookUps({ markers, own, earlier }: Ends): number[] {
  const explicit = [...markers.slice(0, FIRST_MARKERS), ...markers.slice(-LATEST_MARKERS)];
  const places = new Set([...explicit, ...(own < 0 ? [] : [own]), ...earlier]);
  return [...places].sort((a, b) => b - a);
}

/** What became of each marker, and of the boundary that the service places. */
function judgeBoundaries(
  { segments, markers }: ComparableRequest,
  { markers: counted, own }: Ends,
  written: readonly number[],
  minimum: number,
): Boundary[] {
  const places = new Set([...markers.map(({ segment }) => segment), ...(own < 0 ? [] : [own])]);
  return [...places].map((segment): Boundary => {
    const prefix = segments[segment]?.prefix ?? 0;
    if (segment !== own && !counted.includes(segment)) {
      const reason = tell("systems.answerUncounted");
      return { segment, status: "ignored", reason };
    }
    if (!written.includes(segment)) {
      const reason = tell("systems.latestCount", { most: MAX_BOUNDARIES });
      return { segment, status: "dropped", reason };
    }
    if (prefix >= minimum) return { segment, status: "effective" };
    const reason = tell("systems.tooFew", { prefix, minimum });
    return { segment, status: "too-short", reason };
  });
}

const sayUnseen = (entry: number): Pick<PlayedFact, "code" | "message"> => ({
  code: "beyond_lookback",
  message: tell("systems.entryUnseen", { entry }),
});

/**
 * Plays requests by the rules of OpenAI from GPT-5.6 on: entries end at boundaries only, are readable once the response
 * has begun, and start their life with every use.
 * Source: https://developers.openai.com/api/docs/guides/prompt-caching (2026-10-02).
 */
export function openMessageEnds(rules: MessageEndRules): SystemPlay<EntryTable> {
  const table = openTable();
  return { state: table, step: (request, explains) => playOne(table, request, rules, explains) };
}

function playOne(
  table: EntryTable,
  request: ComparableRequest,
  { model, implicit, life, minimum }: MessageEndRules,
  explains: boolean,
): PlayedRequest {
  const { at, index, segments, firstToken } = request;
  endUntil(table, at, explains);
  const ends = findEnds(request, implicit);
  let found = -1;
  for (const place of listLookUps(ends)) {
    const entry = findLive(table, segments[place]?.key ?? -1);
    if (!entry || !isReadable(entry, at)) continue;
    found = place;
    break;
  }
  const source = segments[found];
  const entry = source && findLive(table, source.key);
  const read = source?.prefix ?? 0;
  const miss = explains ? explainMiss(table, request, found, (_, tokens) => sayUnseen(tokens)) : null;
  const use = { index, at, readableAt: firstToken, model };
  if (entry) {
    entry.readBy.push(index);
    renewEntry(entry, use, life);
  }
  const boundaries = [...new Set([...ends.markers, ...(ends.own < 0 ? [] : [ends.own])])]
    .sort((a, b) => a - b)
    .slice(-MAX_BOUNDARIES);
  const entries: Entry[] = [];
  let furthest = 0;
  for (const boundary of boundaries) {
    const place = segments[boundary];
    if (!place || place.prefix < minimum) continue;
    furthest = Math.max(furthest, place.prefix);
    const created = boundary === found ? null : leaveEntry(table, place, use, () => life);
    if (created) entries.push(created);
  }
  const written = Math.max(0, furthest - read);
  const facts: PlayedFact[] = [];
  if (explains) {
    if (read > 0) facts.push({ code: "hit", message: tell("systems.readLive", { read }) });
    if (miss) facts.push(miss);
    if (boundaries.length === 0) {
      facts.push({ code: "no_marker", message: tell("systems.noBoundary") });
    } else if (furthest === 0) {
      const message = tell("systems.boundariesTooFew", { minimum });
      facts.push({ code: "below_minimum", message });
    } else if (written > 0 && !miss) {
      facts.push({ code: "first_write", message: tell("systems.wroteFirst", { written }) });
    }
  }
  return {
    read,
    written: written > 0 ? [{ life, tokens: written }] : [],
    ...(written > 0 ? { life } : {}),
    entries,
    ...(explains ? { boundaries: judgeBoundaries(request, ends, boundaries, minimum) } : {}),
    facts,
  };
}
