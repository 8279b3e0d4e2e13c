/** Finds what a marker belongs to, and where a remark about the whole request is shown. */
import type { ResolvedMarker } from "../layout/layout";
import { findMessage } from "../prompt/find-message";
import type { Marker, Message, TextRange } from "../prompt/prompt";
import type { LintContext } from "./lint-context";

/** A marker as written, with what the rules make of it. */
export interface JudgedMarker extends Marker {
  readonly resolved: ResolvedMarker;
}

/** Every marker with its verdict, in cache order. */
export function judgedMarkers(context: LintContext): JudgedMarker[] {
  const verdicts = new Map(context.markers.map((resolved) => [resolved.pointer, resolved]));
  return context.prompt.markers.flatMap((marker) => {
    const resolved = verdicts.get(marker.pointer);
    return resolved ? [{ ...marker, resolved }] : [];
  });
}

/** The message that holds the thing at `pointer`; null for tools and the request itself. */
export function messageAround(context: LintContext, pointer: string): Message | null {
  return findMessage(context.prompt, pointer);
}

/** The messages of the system segment: several where the service merges them, none where there is no system text. */
export function systemMembers(context: LintContext): Message[] {
  const [first] = context.measured.segments;
  if (first?.role !== "system") return [];
  const members = new Set(first.members);
  return context.prompt.messages.filter((message) => members.has(message.pointer));
}

/** Where a remark about the whole request is shown: its first character. */
export function startOfRequest(context: LintContext): TextRange {
  const start = Math.max(0, context.text.search(/[{[]/));
  return { start, end: Math.min(context.text.length, start + 1) };
}
