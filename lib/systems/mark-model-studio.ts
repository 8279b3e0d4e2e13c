/** How Model Studio reads the markers of a request: where its model lets an entry end, and which markers become breakpoints. */
import type { Block, BlockMarker, Blocks } from "../layout/blocks";
import type { Cut, LaidOut, Layout, Marking, ResolvedMarker } from "../layout/layout";
import type { CacheKind, CacheOffer } from "../offers/cache-offers";
import { granularityOf, thinkingOf } from "../offers/catalogue";
import type { Model, Region } from "../offers/model";
import { type Readings, readingOf } from "../offers/readings";
import { regionName } from "../offers/regions";
import { bandOf } from "../tokens/precision";
import { type Message, tell } from "../words/message";
import { countedAt, readMarking } from "./read-marking";
import { asksAutomatic, asksForHour, readWishes } from "./read-otherwise";
import { DEFAULT_LIMITS, type MarkerLimits, type PlacedMarker, resolveMarkers } from "./resolve-markers";

/**
 * A model's limits, with the simulator's assumption where they are unknown.
 * @param readings what is played where the documentation leaves it open
 */
export const limitsOf = (model: Model | null, readings?: Readings): MarkerLimits => ({
  minimum:
    (model?.minimumExplicit ?? DEFAULT_LIMITS.minimum) +
    (readingOf(readings, "minimum-itself") === "counts" ? 0 : 1),
  maxMarkers: model?.maxMarkers ?? DEFAULT_LIMITS.maxMarkers,
});

/** The cut that becomes a breakpoint by a plain marker on what ends at `cut`; -1 where none does. */
export function breakpointFor(layout: Layout, model: Model | null, cut: number): number {
  const effect = cut < 0 ? -1 : (layout.marking?.effects?.[cut] ?? cut);
  return effect >= 0 && countedAt(layout, effect) >= limitsOf(model, layout.readings).minimum ? effect : -1;
}

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

const isBeforeQwen4 = (model: Model | null): boolean => model !== null && model.generation !== "qwen4";

/** Why a marker means nothing to the model; null where it does. Assumption `other-marker-values-ignored`. */
function refusalOf(marker: BlockMarker, { model, readings }: MarkRules): Message | null {
  const { place, form } = marker;
  if (asksAutomatic(marker, { model, readings })) return tell("systems.asksAutomatic");
  const countsOnTools = place === "tool" && readingOf(readings, "tool-marker") === "system-end";
  if (place !== "part" && !countsOnTools) return IGNORED_PLACES[place];
  if (form === null) return null;
  const hour = readingOf(readings, "hour-before-qwen4");
  if (hour === "no-entry" && isBeforeQwen4(model) && asksForHour(marker)) return tell("systems.hourNoEntry");
  if (form.key === "cache_control") {
    return memberOf(form.value, "type") === "ephemeral" ? null : tell("systems.otherType");
  }
  if (model !== null && model.generation !== "qwen4") {
    return tell("systems.qwen4Only", { model: model.model });
  }
  return memberOf(form.value, "mode") === "explicit" ? null : tell("systems.otherMode");
}

const LIFE_KEYS = {
  "either-marker": null,
  "cache-control": "cache_control",
  breakpoint: "prompt_cache_breakpoint",
  none: "",
} as const;

/**
 * How long the last effective marker asks entries to live, where the model reads such a wish; null where it does not say.
 * Assumptions `qwen4-ttl-in-marker` and `qwen4-ttl-of-last-marker`.
 */
function ttlOf(
  written: readonly BlockMarker[],
  markers: readonly ResolvedMarker[],
  { model, readings }: MarkRules,
): { ttl?: 300 | 3600 } {
  const isBefore = isBeforeQwen4(model);
  if (isBefore && readingOf(readings, "hour-before-qwen4") !== "hour") return {};
  const form = written[markers.findLastIndex(({ status }) => status === "effective")]?.form;
  const key = isBefore ? null : LIFE_KEYS[readingOf(readings, "qwen4-life-field")];
  if (key !== null && form?.key !== key) return {};
  const ttl = memberOf(form?.value, "ttl");
  return ttl === "1h" ? { ttl: 3600 } : ttl === "5m" ? { ttl: 300 } : {};
}

/** Why a marker on a part takes effect at the end of something larger; null where it does at the part's own. */
type Widened = "message" | "system" | null;

/**
 * Merged system messages (rule E15) and, on message-level models, every message (E14) are cut at their end only;
 * `wholeUserMessage` does that for user messages of a part-level model (E12).
 * Rules: https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice (2026-05-25).
 */
function widenedOf({ segment: { isMerged, role } }: Block, { model, readings }: MarkRules): Widened {
  if (isMerged) return "system";
  const whole =
    granularityOf(model, readings) === "message" || (model?.wholeUserMessage === true && role === "user");
  return whole ? "message" : null;
}

interface Cutting {
  readonly cuts: readonly Cut[];
  /** By block, the cut that it ends at, or is a part of. */
  readonly cutOf: (block: number) => number;
}

interface MarkedCutting extends Cutting {
  readonly marking: Marking | null;
}

/** The block a marker stands on, -1 where there is none; one on a tool counts as one on the turn that holds the tools. */
const blockOf = ({ place, block }: BlockMarker, { blocks }: Blocks): number =>
  place === "tool"
    ? blocks.findLastIndex(({ segment: { level } }) => level === "tools" || level === "system")
    : (block ?? -1);

function cutBlocks(blocks: readonly Block[], rules: MarkRules): Cutting {
  const cuts: Cut[] = [];
  const places: number[] = [];
  for (const block of blocks) {
    places.push(cuts.length);
    const widened = widenedOf(block, rules);
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
  rules: MarkRules,
  request: Blocks,
  { cuts, cutOf, marking }: MarkedCutting,
): PlacedMarker {
  const { blocks, bandSteps } = request;
  const { pointer, form } = marker;
  const refusal = refusalOf(marker, rules);
  if (refusal !== null) return { pointer, ignored: refusal };
  const block = blockOf(marker, request);
  const marked = blocks[block];
  const stands = cutOf(block);
  const place = marking?.effects?.[stands] ?? stands;
  if (place < 0 && stands >= 0) return { pointer, ignored: tell("systems.notLastResult") };
  const cut = cuts[place];
  if (!marked || !cut) {
    const key = form === null ? "systems.noPlaceSegment" : "systems.noPlacePart";
    return { pointer, ignored: tell(key) };
  }
  const { prefix } = cut;
  const counted = marking?.counted?.[place];
  const mergedInto = MERGED[form === null ? "segment" : (widenedOf(marked, rules) ?? "part")];
  return {
    pointer,
    cut: place,
    prefix,
    band: bandOf(prefix, { bandSteps }),
    mergedInto,
    ...(counted === undefined ? {} : { counted }),
  };
}

export interface MarkRules {
  readonly model: Model | null;
  /** Absent = markers count. */
  readonly explicit?: CacheOffer;
  readonly region?: Region | null;
  /** What is played where the documentation leaves it open; absent = what is assumed. */
  readonly readings?: Readings;
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
export function markModelStudio(request: Blocks, rules: MarkRules): LaidOut {
  const { model, explicit, region = null, readings } = rules;
  const { blocks, opening, chunks } = request;
  // In the text-free form each segment is a whole, and entries may end at all of them.
  const cutting: Cutting = chunks ? cutBlocks(blocks, rules) : { cuts: blocks, cutOf: (block) => block };
  const isOffered = explicit?.status !== "not-offered";
  const { viaResponses = false } = request;
  const marking = isOffered && !viaResponses ? readMarking(request, cutting.cutOf, readings) : null;
  const placed = request.markers.map(
    (marker): PlacedMarker =>
      viaResponses
        ? placeHollow(marker, request, cutting)
        : isOffered
          ? placeMarker(marker, rules, request, { ...cutting, marking })
          : { pointer: marker.pointer, ignored: sayNotOffered(request.model, "explicit", region) },
  );
  const limits = limitsOf(model, readings);
  const { markers, breakpoints, slots } = resolveMarkers(placed, limits, readings);
  const { cuts } = cutting;
  const layout: Layout = {
    model: request.model,
    ...(readings ? { readings } : {}),
    cuts,
    marked: isOffered && !viaResponses && request.markers.length > 0,
    breakpoints,
    prompt: request.prompt,
    ...(marking ? { marking } : {}),
    ...ttlOf(request.markers, markers, rules),
    ...(isOffered && !viaResponses ? readWishes(request, rules, { slots, most: limits.maxMarkers }) : {}),
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
