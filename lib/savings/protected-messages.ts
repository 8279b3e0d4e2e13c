/** Which messages a payload measure must not touch without throwing cache away: all up to the last breakpoint. */
import type { PreparedRequest } from "../pipeline/prepare-request";
import { type Message, tell } from "../words/message";

/**
 * Messages that lie before the last breakpoint or end at it, in the order of the prompt: whatever changes one of them makes
 * every entry behind it another text. Source: https://www.orqen.app/blog/context-caching-llm-costs/ (2026-11-21).
 */
export function listProtected({ layout, measured }: PreparedRequest): readonly string[] {
  const end = layout.cuts[layout.breakpoints.at(-1) ?? -1]?.prefix ?? 0;
  return measured.segments.flatMap(({ prefix, members }) => (prefix <= end ? members : []));
}

/** One sentence on the messages that are protected in a request. */
export function sayProtected(request: PreparedRequest): Message {
  const count = listProtected(request).length;
  if (count === 0) return tell("measures.noneProtected");
  return tell("measures.protected", { count });
}
