/** One request as another system than Model Studio counts and cuts it, in the shape of the page's own view. */
import { limitsOf, minimumOf } from "../compare/play-ledger";
import type { MarkerStatus } from "../layout/layout";
import type { Prompt } from "../prompt/prompt";
import type { Boundary, ComparableRequest, ComparableSegment } from "../systems/comparable";
import type { Band } from "../tokens/measured";
import type { Rate } from "../tokens/precision";
import { type Said, tell } from "../words/message";
import type { MarkerView, RequestView, SegmentView } from "./analysis";
import type { PlayedDocument } from "./play-elsewhere";
import type { PreparedRequest } from "./prepare-request";
import { previewOf } from "./view-request";

type BandOf = (tokens: number) => Band;

const bandBy =
  (spread: Rate | null): BandOf =>
  (tokens) => ({
    low: Math.floor(tokens * (1 - (spread?.less ?? 0))),
    high: Math.ceil(tokens * (1 + (spread?.more ?? 0))),
  });

/** The message, or the tools, that a piece belongs to. */
function ownerOf({ pointer, role }: ComparableSegment, messages: ReadonlySet<string>): string {
  if (role === "tools") return "/tools";
  let owner = pointer;
  while (owner !== "" && !messages.has(owner)) owner = owner.slice(0, owner.lastIndexOf("/"));
  return owner === "" ? pointer : owner;
}

/** Adjacent calls of tools, and adjacent results, are one position. */
const continues = (segment: ComparableSegment, before: ComparableSegment | undefined): boolean =>
  segment.kind === before?.kind && (segment.kind === "tool_use" || segment.kind === "tool_result");

function viewSegments(
  { messages, tools }: Prompt,
  { segments }: ComparableRequest,
  bandOf: BandOf,
): { readonly views: SegmentView[]; readonly owners: string[] } {
  const byPointer = new Map(messages.map((message) => [message.pointer, message]));
  const known = new Set(byPointer.keys());
  const views: SegmentView[] = [];
  const owners: string[] = [];
  segments.forEach((segment, order) => {
    const pointer = ownerOf(segment, known);
    owners.push(pointer);
    const { prefix, tokens, role } = segment;
    const last = views.at(-1);
    const blocks = role === "tools" || continues(segment, segments[order - 1]) ? 0 : 1;
    if (last?.pointer === pointer) {
      const grown = { tokens: last.tokens + tokens, prefix, band: bandOf(prefix) };
      views[views.length - 1] = { ...last, ...grown, blocks: last.blocks + blocks };
      return;
    }
    const preview =
      role === "tools" ? tools.map(({ name }) => name ?? "–").join(", ") : previewOf(byPointer.get(pointer));
    const own = byPointer.get(pointer)?.role ?? role;
    views.push({
      pointer,
      members: [pointer],
      role: own,
      tokens,
      prefix,
      band: bandOf(prefix),
      blocks,
      preview,
    });
  });
  return { views, owners };
}

interface Fate {
  readonly status: MarkerStatus;
  readonly reason: Said | null;
}

/** What became of the marker behind a segment. */
function fateOf(boundary: Boundary | undefined, refused: Said | null, name: Said, reads: boolean): Fate {
  if (refused !== null)
    return { status: "ignored", reason: tell("pipeline.refusesRequest", { name, reason: refused }) };
  if (!boundary) {
    const reason = reads ? tell("pipeline.noEntryHere") : tell("pipeline.looksAtNone", { name });
    return { status: "ignored", reason };
  }
  return { status: boundary.status, reason: boundary.reason ?? null };
}

/** @param index of the request in the timeline */
export function viewPlayedRequest(
  { prompt, modelName, measured, model }: PreparedRequest,
  { shown, ledger }: PlayedDocument,
  index: number,
): RequestView {
  const request = ledger.requests[index];
  if (!request) throw new Error(`Request ${index} has not been played.`);
  const { asked } = shown;
  const name = asked.name ?? asked.system;
  const limits = limitsOf(asked);
  const bandOf = bandBy(ledger.spread);
  const { views, owners } = viewSegments(prompt, request, bandOf);
  const boundaries = ledger.boundaries[index] ?? [];
  const failure = ledger.rows[index]?.reasons.find(({ code }) => code === "failed");
  const minimum = minimumOf(asked);
  const markers = prompt.markers.map((marker): MarkerView => {
    const place = request.markers.find(({ pointer }) => pointer === marker.pointer);
    const segment = place && request.segments[place.segment];
    const { pointer } = marker;
    const nowhere = { segment: null, prefix: null, band: null, borderline: false };
    if (!place || !segment) {
      return { pointer, ...nowhere, status: "ignored", reason: tell("pipeline.standsOnNothing") };
    }
    const band = bandOf(segment.prefix);
    const boundary = boundaries.find((each) => each.segment === place.segment);
    return {
      pointer,
      segment: owners[place.segment] ?? null,
      prefix: segment.prefix,
      band,
      borderline: limits !== null && band.low < minimum && band.high >= minimum,
      ...fateOf(boundary, failure?.message ?? null, name, limits !== null),
    };
  });
  const end = request.segments.at(-1)?.prefix ?? 0;
  const exact = ledger.spread === null;
  const { vocabulary } = ledger;
  const reason =
    vocabulary === null
      ? tell("pipeline.countedUnnamed", { name })
      : tell("pipeline.countedWith", { vocabulary, name });
  return {
    dialect: prompt.dialect,
    bare: prompt.bare,
    model: modelName,
    modelKnown: model !== null,
    system: asked.system,
    segments: views,
    markers,
    breakpoints: boundaries.flatMap(({ status, segment }) => {
      const place = request.segments[segment];
      return status === "effective" && place ? [{ pointer: place.pointer, prefix: place.prefix }] : [];
    }),
    toolCount: prompt.tools.length,
    toolTokens: views.reduce((sum, { role, tokens }) => sum + (role === "tools" ? tokens : 0), 0),
    tail: request.prompt - end,
    total: request.prompt,
    exact,
    estimateReason: exact ? null : reason,
    precision: { kind: exact ? "exact" : "estimate", ...bandOf(request.prompt), reason },
    media: measured.media,
    minimum,
    maxMarkers: limits?.markers ?? 0,
    // Between the marker's position and the furthest that is looked at; less than none where no other is.
    lookbackBlocks: (limits?.lookback ?? 0) - 1,
  };
}
