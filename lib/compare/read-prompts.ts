/** Requests given as prompts, as every system meets them: counted, numbered, and cut wherever two of them part. */
import { EMPTY_PREFIX, type PrefixIndex } from "../layout/prefix-index";
import type { Marker } from "../prompt/prompt";
import type {
  ComparableMarker,
  ComparableRequest,
  ComparableSegment,
  PrefixPoint,
} from "../systems/comparable";
import type { Counting } from "./counting";
import type { GivenPrompt } from "./given-request";
import { listPieces, type Piece } from "./list-pieces";
import { timingOf } from "./read-segments";

interface Numbered extends Piece {
  /** Identity of all before its own text. */
  readonly start: number;
  readonly key: number;
}

function numberPieces(pieces: readonly Piece[], index: PrefixIndex): Numbered[] {
  let key = index.extend(EMPTY_PREFIX, "\0prompt");
  return pieces.map((piece) => {
    // A piece of another kind, or of another message, is another prefix though its words be the same.
    const start = index.extend(key, `\0${piece.role} ${piece.kind} ${piece.isMessageStart}`);
    const said = index.extend(start, piece.text);
    key = piece.media ? index.extend(said, `\0media ${piece.media.identity}`) : said;
    return { ...piece, start, key };
  });
}

function commonLength(a: readonly number[], b: readonly number[]): number {
  const end = Math.min(a.length, b.length);
  let length = 0;
  while (length < end && a[length] === b[length]) length++;
  return length;
}

function compareTokens(a: readonly number[], b: readonly number[]): number {
  const length = commonLength(a, b);
  return (a[length] ?? -1) - (b[length] ?? -1);
}

/** Where texts that follow the same prefix part: by text, the places in tokens from its start, ascending. */
type Partings = ReadonlyMap<string, readonly PrefixPoint[]>;

/**
 * Sorted by their tokens, texts that share a start are neighbours: two places are the same one where the first of those
 * that share it is.
 */
function findPartings(
  start: number,
  texts: ReadonlySet<string>,
  index: PrefixIndex,
  { counter, scale }: Counting,
): Partings {
  const sorted = [...texts]
    .map((text) => ({ text, tokens: counter.encode(text) }))
    .sort((a, b) => compareTokens(a.tokens, b.tokens));
  const places = sorted.map(() => new Map<number, number>());
  /** Groups that are open: so many tokens in common, from this text on. */
  const open: { length: number; first: number }[] = [];
  const close = (length: number, last: number): number => {
    let first = last;
    for (let group = open.at(-1); group && group.length > length; group = open.at(-1)) {
      open.pop();
      for (let order = group.first; order <= last; order++) places[order]?.set(group.length, group.first);
      first = group.first;
    }
    return first;
  };
  for (let order = 1; order < sorted.length; order++) {
    const length = commonLength(sorted[order - 1]?.tokens ?? [], sorted[order]?.tokens ?? []);
    const first = close(length, order - 1);
    if (length > 0 && open.at(-1)?.length !== length) open.push({ length, first });
  }
  close(0, sorted.length - 1);
  return new Map(
    sorted.map(({ text }, order) => [
      text,
      [...(places[order] ?? [])]
        .sort(([a], [b]) => a - b)
        .map(([prefix, first]) => ({
          prefix: scaleTokens(prefix, scale),
          key: index.extend(start, `\0parts ${prefix} ${first}`),
        })),
    ]),
  );
}

const scaleTokens = (tokens: number, scale: number): number =>
  scale === 1 ? tokens : Math.round(tokens * scale);

/** Seconds that a marker asks for; NaN where it says something that is no length of time. */
function readTtl({ value }: Marker): number | null {
  if (typeof value !== "object" || value === null || !("ttl" in value)) return null;
  const { ttl } = value as { readonly ttl: unknown };
  if (typeof ttl === "number") return ttl;
  const [, count, unit = ""] = /^(\d+)([smh])$/.exec(String(ttl)) ?? [];
  return Number(count) * ({ s: 1, m: 60, h: 3600 }[unit] ?? Number.NaN);
}

/** Reads one of the prompts that were given, by its place among them. */
export type PromptReader = (request: GivenPrompt, place: number, number: number) => ComparableRequest;

/** Prepares all prompts of a comparison at once, since where one of them may be cut depends on the others. */
export function readPrompts(
  requests: readonly GivenPrompt[],
  index: PrefixIndex,
  counting: Counting,
): PromptReader {
  const { counter, scale, frame } = counting;
  const prompts = requests.map(({ prompt }) => numberPieces(listPieces(prompt), index));
  const following = new Map<number, Set<string>>();
  const counts = new Map<string, number>();
  for (const { start, text, media } of prompts.flat()) {
    if (media) continue;
    const texts = following.get(start) ?? new Set();
    following.set(start, texts.add(text));
  }
  const partings = new Map<number, Partings>();
  for (const [start, texts] of following) {
    if (texts.size > 1) partings.set(start, findPartings(start, texts, index, counting));
  }
  const count = (text: string): number => {
    const tokens = counts.get(text) ?? scaleTokens(counter.count(text), scale);
    counts.set(text, tokens);
    return tokens;
  };

  return (request, place, number) => {
    const segments: ComparableSegment[] = [];
    const points: PrefixPoint[] = [];
    const markers: ComparableMarker[] = [];
    let prefix = 0;
    for (const { pointer, role, kind, text, media, start, key, ...piece } of prompts[place] ?? []) {
      const { isMessageEnd } = piece;
      const [before, behind] = frame.around[role];
      const opening = (segments.length === 0 ? frame.start : 0) + (piece.isMessageStart ? before : 0);
      const tokens = opening + count(text) + (media?.tokens ?? 0) + (isMessageEnd ? behind : 0);
      for (const point of partings.get(start)?.get(text) ?? []) {
        points.push({ key: point.key, prefix: prefix + opening + point.prefix });
      }
      prefix += tokens;
      points.push({ key, prefix });
      segments.push({ pointer, key, prefix, tokens, role, kind, blocks: 1, isMessageEnd });
      for (const marker of piece.markers) {
        const ttl = readTtl(marker);
        const at = { pointer: marker.pointer, segment: segments.length - 1 };
        markers.push(ttl === null ? at : { ...at, ttl });
      }
    }
    const end = index.extend(points.at(-1)?.key ?? EMPTY_PREFIX, "\0answer");
    points.push({ key: end, prefix: prefix + frame.tail });
    return { ...timingOf(request, number), segments, points, markers, prompt: prefix + frame.tail };
  };
}
