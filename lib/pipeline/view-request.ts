/** One parsed request → its measured view: segments, markers as resolved, breakpoints. */

import type { LaidOut } from "../layout/layout";
import type { Message, Prompt } from "../prompt/prompt";
import { limitsOf } from "../systems/mark-model-studio";
import { chooseMember, lookbackOf, modelStudioSession } from "../systems/model-studio";
import type { Measured } from "../tokens/measured";
import { bandOf, isBorderline } from "../tokens/precision";
import type { MarkerView, RequestView, SegmentView } from "./analysis";
import type { PreparedRequest } from "./prepare-request";

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

export function previewOf(message: Message | undefined): string {
  if (!message) return "";
  const preview = previews.get(message) ?? writePreview(message);
  previews.set(message, preview);
  return preview;
}

/** A message that says what another one says is recognised by the same words. */
export function sharePreview(message: Message, other: Message): void {
  const known = previews.get(other);
  if (known !== undefined) previews.set(message, known);
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
      (role === "tools" ? prompt.tools.map((tool) => tool.name ?? "–").join(", ") : ""),
  }));
}

/** The first segment that reaches so far, found by halving; null where none does. */
function segmentAt({ segments }: Measured, prefix: number): string | null {
  let from = 0;
  let to = segments.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((segments[middle]?.prefix ?? 0) < prefix) from = middle + 1;
    else to = middle;
  }
  return segments[from]?.pointer ?? null;
}

function viewMarkers(laidOut: LaidOut, measured: Measured, minimum: number): MarkerView[] {
  return laidOut.markers.map((marker) => ({
    pointer: marker.pointer,
    segment: marker.prefix === null ? null : segmentAt(measured, marker.prefix),
    prefix: marker.prefix,
    band: marker.prefix === null ? null : bandOf(marker.prefix, measured),
    borderline:
      marker.status !== "ignored" && marker.prefix !== null && isBorderline(marker.prefix, minimum, measured),
    status: marker.status,
    reason: marker.reason ?? null,
  }));
}

/** What the page and the HTTP API show of a request. */
export function viewRequest(ready: PreparedRequest): RequestView {
  const { prompt, modelName, model, measured, layout } = ready;
  const limits = limitsOf(model, layout.readings);
  return {
    dialect: prompt.dialect,
    bare: prompt.bare,
    model: modelName,
    modelKnown: model !== null,
    system: layout.viaResponses ? modelStudioSession.id : chooseMember(layout.marked, model),
    segments: viewSegments(prompt, measured),
    markers: viewMarkers(ready, measured, limits.minimum),
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
    ...limits,
    lookbackBlocks: lookbackOf(model, layout.readings),
  };
}
