/** How Model Studio reads the markers of a request: where its model lets an entry end, and which markers become breakpoints. */
import type { Block, BlockMarker, Blocks } from "../layout/blocks";
import type { Cut, LaidOut, Layout, ResolvedMarker } from "../layout/layout";
import type { CacheKind, CacheOffer } from "../offers/cache-offers";
import { granularityOf, thinkingOf } from "../offers/catalogue";
import type { Model, Region } from "../offers/model";
import { regionName } from "../offers/regions";
import { bandOf } from "../tokens/precision";
import { type Message, tell } from "../words/message";
import { DEFAULT_LIMITS, type MarkerLimits, type PlacedMarker, resolveMarkers } from "./resolve-markers";

/** A model's limits, with the simulator's assumption where they are unknown. */
export const limitsOf = (model: Model | null): MarkerLimits => ({
  minimum: model?.minimumExplicit ?? DEFAULT_LIMITS.minimum,
  maxMarkers: model?.maxMarkers ?? DEFAULT_LIMITS.maxMarkers,
});

const IGNORED_PLACES = {
  tool: tell("systems.ignoredTool"),
  message: tell("systems.ignoredMessage"),
  request: tell("systems.ignoredRequest"),
} as const;

const MERGED = {
  message: tell("systems.mergedMessage"),
  system: tell("systems.mergedSystem"),
  part: tell("systems.mergedPart"),
  segment: tell("systems.mergedSegment"),
} as const;

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** Why a marker means nothing to the model; null where it does. Assumption `other-marker-values-ignored`. */
function refusalOf({ place, form }: BlockMarker, model: Model | null): Message | null {
  if (place !== "part") return IGNORED_PLACES[place];
  if (form === null) return null;
  if (form.key === "cache_control") {
    return memberOf(form.value, "type") === "ephemeral" ? null : tell("systems.otherType");
  }
  if (model !== null && model.generation !== "qwen4") {
    return tell("systems.qwen4Only", { model: model.model });
  }
  return memberOf(form.value, "mode") === "explicit" ? null : tell("systems.otherMode");
}

/**
 * How long the last effective marker asks entries to live, on Qwen4 alone; null where it does not say. Assumptions
 * `qwen4-ttl-in-marker` and `qwen4-ttl-of-last-marker`.
 */
function ttlOf(
  written: readonly BlockMarker[],
  markers: readonly ResolvedMarker[],
  model: Model | null,
): { ttl?: 300 | 3600 } {
  if (model !== null && model.generation !== "qwen4") return {};
  const last = markers.findLastIndex(({ status }) => status === "effective");
  const ttl = memberOf(written[last]?.form?.value, "ttl");
  return ttl === "1h" ? { ttl: 3600 } : ttl === "5m" ? { ttl: 300 } : {};
}

/** Why a marker on a part takes effect at the end of something larger; null where it does at the part's own. */
type Widened = "message" | "system" | null;

/**
 * Merged system messages (rule E15) and, on message-level models, every message (E14) are cut at their end only;
 * `wholeUserMessage` does that for user messages of a part-level model (E12).
 * Rules: https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice (2026-05-25).
 */
function widenedOf({ segment: { isMerged, role } }: Block, model: Model | null): Widened {
  if (isMerged) return "system";
  const whole = granularityOf(model) === "message" || (model?.wholeUserMessage === true && role === "user");
  return whole ? "message" : null;
}

interface Cutting {
  readonly cuts: readonly Cut[];
  /** By block, the cut at which a marker on it takes effect. */
  readonly cutOf: (block: number) => number;
}

function cutBlocks(blocks: readonly Block[], model: Model | null): Cutting {
  const cuts: Cut[] = [];
  const places: number[] = [];
  for (const block of blocks) {
    places.push(cuts.length);
    const widened = widenedOf(block, model);
    if (widened === null) cuts.push(block);
    else if (block.isEnd) {
      const { segment, key, prefix, blocks: counted } = block;
      cuts.push({ pointer: segment.pointer, key, prefix, blocks: counted });
    }
  }
  return { cuts, cutOf: (block) => places[block] ?? -1 };
}

/** Where a marker of Responses stands, though it means nothing there. */
function placeHollow(
  { pointer, block }: BlockMarker,
  { blocks }: Blocks,
  { cuts, cutOf }: Cutting,
): PlacedMarker {
  const cut = block === null || !blocks[block] ? -1 : cutOf(block);
  const prefix = cuts[cut]?.prefix;
  return {
    pointer,
    ignored: tell("systems.sessionPlacesItself"),
    ...(prefix === undefined ? {} : { at: { cut, prefix } }),
  };
}

function placeMarker(
  marker: BlockMarker,
  model: Model | null,
  { blocks, bandSteps }: Blocks,
  { cuts, cutOf }: Cutting,
): PlacedMarker {
  const { pointer, block, form } = marker;
  const refusal = refusalOf(marker, model);
  if (refusal !== null) return { pointer, ignored: refusal };
  const marked = blocks[block ?? -1];
  const place = cutOf(block ?? -1);
  const cut = cuts[place];
  if (!marked || !cut) {
    const key = form === null ? "systems.noPlaceSegment" : "systems.noPlacePart";
    return { pointer, ignored: tell(key) };
  }
  const { prefix } = cut;
  const mergedInto = MERGED[form === null ? "segment" : (widenedOf(marked, model) ?? "part")];
  return { pointer, cut: place, prefix, band: bandOf(prefix, { bandSteps }), mergedInto };
}

export interface MarkRules {
  readonly model: Model | null;
  /** Absent = markers count. */
  readonly explicit?: CacheOffer;
  readonly region?: Region | null;
}

/** Why a cache has no say, one sentence. */
export function sayNotOffered(name: string, cache: CacheKind, region: Region | null): Message {
  if (region === null)
    return tell(cache === "explicit" ? "systems.noExplicitAnywhere" : "systems.noImplicitAnywhere", { name });
  const told = { name, region: regionName(region) };
  return tell(cache === "explicit" ? "systems.noExplicit" : "systems.noImplicit", told);
}

/**
 * Lays a request out by the rules of its model. In Responses the service places breakpoints itself, and markers mean
 * nothing (assumption `session-breakpoint-at-input-end`). Where it has no explicit cache, markers have no effect and the request
 * plays as one without (assumption `markers-without-offer-play-implicit`).
 * @param model null = unknown: message-level, 1,024 tokens, four markers
 */
export function markModelStudio(request: Blocks, { model, explicit, region = null }: MarkRules): LaidOut {
  const { blocks, opening, chunks } = request;
  // In the text-free form each segment is a whole, and entries may end at all of them.
  const cutting: Cutting = chunks ? cutBlocks(blocks, model) : { cuts: blocks, cutOf: (block) => block };
  const isOffered = explicit?.status !== "not-offered";
  const { viaResponses = false } = request;
  const placed = request.markers.map(
    (marker): PlacedMarker =>
      viaResponses
        ? placeHollow(marker, request, cutting)
        : isOffered
          ? placeMarker(marker, model, request, cutting)
          : { pointer: marker.pointer, ignored: sayNotOffered(request.model, "explicit", region) },
  );
  const { markers, breakpoints } = resolveMarkers(placed, limitsOf(model));
  const { cuts } = cutting;
  const layout: Layout = {
    model: request.model,
    cuts,
    marked: isOffered && !viaResponses && request.markers.length > 0,
    breakpoints,
    prompt: request.prompt,
    ...ttlOf(request.markers, markers, model),
    thinking: thinkingOf(model, request.thinking),
    ...(viaResponses ? { viaResponses } : {}),
    ...(opening && {
      opening: {
        cuts: opening.end > 0 ? cuts.findLastIndex(({ prefix }) => prefix <= opening.end) + 1 : 0,
        tools: opening.tools,
        head: opening.head,
      },
    }),
    ...(chunks && { chunks }),
  };
  return { layout, markers };
}
