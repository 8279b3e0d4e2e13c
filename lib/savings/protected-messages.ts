/** Which messages a payload measure must not touch without throwing cache away: all up to the last breakpoint. */
import type { PreparedRequest } from "../pipeline/prepare-request";
import { formatMany } from "../values/figures";

/**
 * Messages that lie before the last breakpoint or end at it, in the order of the prompt: whatever changes one of them makes
 * every entry behind it another text. Source: https://www.orqen.app/blog/context-caching-llm-costs/ (2026-11-21).
 */
export function listProtected({ layout, measured }: PreparedRequest): readonly string[] {
  const end = layout.cuts[layout.breakpoints.at(-1) ?? -1]?.prefix ?? 0;
  return measured.segments.flatMap(({ prefix, members }) => (prefix <= end ? members : []));
}

/** One sentence on the messages that are protected in a request. */
export function sayProtected(request: PreparedRequest): string {
  const count = listProtected(request).length;
  if (count === 0) return "No message is protected by a marker.";
  return `${formatMany(count, "message")} up to the last marker ${count === 1 ? "is" : "are"} protected: changing one throws the cache behind it away.`;
}
