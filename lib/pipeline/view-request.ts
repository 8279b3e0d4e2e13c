/** One parsed request → its measured view: segments, markers as resolved, breakpoints. */

import { type LaidOut, layOutPrompt, limitsOf } from "../layout/lay-out";
import type { PrefixIndex } from "../layout/prefix-index";
import { findModel } from "../offers/catalogue";
import type { Model } from "../offers/model";
import type { Message, Prompt } from "../prompt/prompt";
import { chooseSystem } from "../systems/choose-system";
import { LOOKBACK_BLOCKS } from "../systems/kernels/boundary-store";
import { applyCalibration } from "../tokens/calibrate";
import { measurePrompt } from "../tokens/measure";
import type { Measured } from "../tokens/measured";
import { bandOf, isBorderline } from "../tokens/precision";
import type { CounterFor } from "../tokens/token-counter";
import type { MarkerView, RequestView, SegmentView, Settings } from "./analysis";

/** A request on its way through the pipeline, with what each step made of it. */
export interface PreparedRequest extends LaidOut {
  readonly prompt: Prompt;
  readonly modelName: string;
  readonly model: Model | null;
  readonly measured: Measured;
}

const PREVIEW_LENGTH = 90;
/** Units of a text that are looked at: mostly the fewer are enough, the more where there is much white space. */
const LOOKED_AT = [PREVIEW_LENGTH + 10, 400] as const;

/** Requests of one conversation share their messages. */
const previews = new WeakMap<Message, string>();

function writePreview({ parts, calls }: Message): string {
  const first = parts.find(({ kind, text }) => kind !== "tool-call" && /\S/.test(text));
  if (first) {
    const text = first.text.trimStart();
    let preview = "";
    for (const units of LOOKED_AT) {
      preview = text.slice(0, units).replace(/\s+/g, " ").slice(0, PREVIEW_LENGTH).trim();
      if (preview.length >= PREVIEW_LENGTH - 1 || text.length <= units) break;
    }
    return preview;
  }
  return [...calls, ...parts.flatMap((part) => (part.call ? [part.call] : []))]
    .map((call) => `${call.name}(…)`)
    .join(", ");
}

function previewOf(message: Message | undefined): string {
  if (!message) return "";
  const preview = previews.get(message) ?? writePreview(message);
  previews.set(message, preview);
  return preview;
}

function viewSegments(prompt: Prompt, measured: Measured): SegmentView[] {
  const messages = new Map(prompt.messages.map((message) => [message.pointer, message]));
  return measured.segments.map(({ pointer, members, role, tokens, prefix, blocks }) => ({
    pointer,
    members,
    role,
    tokens,
    prefix,
    band: bandOf(prefix, measured),
    blocks,
    preview:
      previewOf(messages.get(pointer)) ||
      (role === "tools" ? prompt.tools.map((tool) => tool.name ?? "unnamed").join(", ") : ""),
  }));
}

function viewMarkers(laidOut: LaidOut, measured: Measured, minimum: number): MarkerView[] {
  return laidOut.markers.map((marker) => ({
    pointer: marker.pointer,
    segment:
      marker.prefix === null
        ? null
        : (measured.segments.find((segment) => segment.prefix >= (marker.prefix ?? 0))?.pointer ?? null),
    prefix: marker.prefix,
    band: marker.prefix === null ? null : bandOf(marker.prefix, measured),
    borderline: marker.prefix !== null && isBorderline(marker.prefix, minimum, measured),
    status: marker.status,
    reason: marker.reason ?? null,
  }));
}

/** What the user knows about the request's counts that the text does not say. */
export type CountSettings = Pick<Settings, "mediaSizes" | "calibrations">;

/**
 * Measures one request and resolves its markers.
 * @param fallbackModel used where the request names no model
 * @param index shared by all requests whose prefixes are to be compared
 */
export function prepareRequest(
  prompt: Prompt,
  fallbackModel: string,
  counterFor: CounterFor,
  index: PrefixIndex,
  { mediaSizes, calibrations = {} }: CountSettings = {},
): PreparedRequest {
  const modelName = prompt.model ?? fallbackModel;
  const model = findModel(modelName);
  const counted = measurePrompt(prompt, model, counterFor, mediaSizes);
  const ratio = Object.hasOwn(calibrations, modelName) ? calibrations[modelName] : undefined;
  const measured = ratio === undefined ? counted : applyCalibration(counted, ratio);
  const laidOut = layOutPrompt(prompt, measured, model, index);
  return { ...laidOut, prompt, modelName, model, measured };
}

/** What the page and the HTTP API show of a request. */
export function viewRequest(ready: PreparedRequest): RequestView {
  const { prompt, modelName, model, measured, layout } = ready;
  return {
    dialect: prompt.dialect,
    bare: prompt.bare,
    model: modelName,
    modelKnown: model !== null,
    system: chooseSystem({ layout, model }),
    segments: viewSegments(prompt, measured),
    markers: viewMarkers(ready, measured, limitsOf(model).minimum),
    breakpoints: layout.breakpoints.flatMap((cut) => {
      const place = layout.cuts[cut];
      return place ? [{ pointer: place.pointer, prefix: place.prefix }] : [];
    }),
    toolCount: prompt.tools.length,
    toolTokens: measured.tools,
    tail: measured.tail,
    total: measured.total,
    exact: measured.exact,
    estimateReason: measured.estimateReason,
    precision: measured.precision,
    media: measured.media,
    ...limitsOf(model),
    lookbackBlocks: model?.lookbackBlocks ?? LOOKBACK_BLOCKS,
  };
}
