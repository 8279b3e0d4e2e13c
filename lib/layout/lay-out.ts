/** Lays a request out for the cache: where its prefix can be cut, and which markers become breakpoints. */
import { granularityOf, thinkingOf } from "../offers/catalogue";
import type { Model } from "../offers/model";
import type { Marker, Prompt } from "../prompt/prompt";
import type { Measured } from "../tokens/measured";
import { bandOf } from "../tokens/precision";
import { type CutPrompt, cutPrompt } from "./cut-prompt";
import type { Layout, Opening, ResolvedMarker } from "./layout";
import { EMPTY_PREFIX, type PrefixIndex } from "./prefix-index";
import { DEFAULT_LIMITS, type MarkerLimits, type PlacedMarker, resolveMarkers } from "./resolve-markers";

export interface LaidOut {
  readonly layout: Layout;
  /** One for each marker of the prompt, in cache order. */
  readonly markers: readonly ResolvedMarker[];
}

/** A model's limits, with the simulator's assumption where they are unknown. */
export const limitsOf = (model: Model | null): MarkerLimits => ({
  minimum: model?.minimumExplicit ?? DEFAULT_LIMITS.minimum,
  maxMarkers: model?.maxMarkers ?? DEFAULT_LIMITS.maxMarkers,
});

const IGNORED_PLACES = {
  tool: "A marker on a tool is ignored: tools are part of the system segment, so mark the system message instead.",
  message: "A marker on a message itself is ignored: it belongs on a part of a `content` array.",
  request: "A marker on the request itself is ignored: it belongs on a part of a `content` array.",
} as const;

const MERGED = {
  message: "A message keeps one breakpoint, at its end: its last marker stands for this one.",
  system: "All system messages become one segment: the last marker among them stands for this one.",
  part: "Another marker on the same part stands for this one.",
} as const;

const memberOf = (value: Marker["value"], name: string): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** Why a marker means nothing to the model; null where it does. Assumption `other-marker-values-ignored`. */
function refusalOf(marker: Marker, model: Model | null): string | null {
  if (marker.place !== "part") return IGNORED_PLACES[marker.place];
  if (marker.key === "cache_control") {
    return memberOf(marker.value, "type") === "ephemeral"
      ? null
      : 'The only type of a `cache_control` is "ephemeral"; a marker of another type takes no effect.';
  }
  if (model !== null && model.generation !== "qwen4") {
    return `Only Qwen4 models read \`prompt_cache_breakpoint\`; use \`cache_control\` with ${model.model}.`;
  }
  return memberOf(marker.value, "mode") === "explicit"
    ? null
    : 'The only mode of a `prompt_cache_breakpoint` is "explicit"; a marker of another mode takes no effect.';
}

/**
 * How long the last effective marker asks entries to live, on Qwen4 alone; null where it does not say. Assumptions
 * `qwen4-ttl-in-marker` and `qwen4-ttl-of-last-marker`.
 */
function ttlOf(
  prompt: Prompt,
  markers: readonly ResolvedMarker[],
  model: Model | null,
): { ttl?: 300 | 3600 } {
  if (model !== null && model.generation !== "qwen4") return {};
  const last = markers.findLastIndex(({ status }) => status === "effective");
  const ttl = memberOf(prompt.markers[last]?.value ?? null, "ttl");
  return ttl === "1h" ? { ttl: 3600 } : ttl === "5m" ? { ttl: 300 } : {};
}

function placeMarker(
  marker: Marker,
  model: Model | null,
  { cuts, places }: CutPrompt,
  measured: Measured,
): PlacedMarker {
  const { pointer } = marker;
  const refusal = refusalOf(marker, model);
  if (refusal !== null) return { pointer, ignored: refusal };
  const place = places.get(marker.owner);
  const cut = place && cuts[place.cut];
  if (!place || !cut) return { pointer, ignored: "The marked part has no place in the rendered prompt." };
  const { prefix } = cut;
  const mergedInto = MERGED[place.widened ?? "part"];
  return { pointer, cut: place.cut, prefix, band: bandOf(prefix, measured), mergedInto };
}

/** Identities that no rendered text can have, since a chunk never starts with NUL. */
function openingOf(prompt: Prompt, measured: Measured, cuts: CutPrompt["cuts"], index: PrefixIndex): Opening {
  const [first] = measured.segments;
  const hasSystem = first !== undefined && (first.role === "system" || first.role === "tools");
  const systems = prompt.messages.filter(({ role }) => role === "system");
  const heads = systems.length > 0 ? systems : prompt.messages.slice(0, 1);
  const headText = heads.flatMap(({ parts }) => parts.map(({ text }) => text)).join("\n");
  const toolsText = JSON.stringify(prompt.tools.map(({ value }) => value));
  return {
    cuts: hasSystem ? cuts.findLastIndex(({ prefix }) => prefix <= first.prefix) + 1 : 0,
    tools: index.extend(EMPTY_PREFIX, `\0tools ${toolsText}`),
    head: index.extend(EMPTY_PREFIX, `\0head ${headText}`),
  };
}

/**
 * Lays out a measured prompt by the rules of its model.
 * @param model null = unknown: message-level, 1,024 tokens, four markers
 * @param index shared by all requests whose prefixes are to be compared
 * @param modelName whose entries the request shares; by default the name in the body, else the model's
 */
export function layOutPrompt(
  prompt: Prompt,
  measured: Measured,
  model: Model | null,
  index: PrefixIndex,
  modelName = prompt.model ?? model?.model ?? "",
): LaidOut {
  const cut = cutPrompt(prompt, measured, granularityOf(model), model?.wholeUserMessage ?? false, index);
  const placed = prompt.markers.map((marker) => placeMarker(marker, model, cut, measured));
  const { markers, breakpoints } = resolveMarkers(placed, limitsOf(model));
  const layout: Layout = {
    model: modelName,
    cuts: cut.cuts,
    marked: prompt.markers.length > 0,
    breakpoints,
    prompt: measured.total,
    ...ttlOf(prompt, markers, model),
    thinking: thinkingOf(model, prompt.thinking),
    opening: openingOf(prompt, measured, cut.cuts, index),
    chunks: cut.chunks,
  };
  return { layout, markers };
}
