/** What the readers of a request share while they walk its tree. */

import type { Message } from "../words/message";
import type { Dialect, Marker, PromptError, TextRange } from "./prompt";

export interface ParseContext {
  readonly dialect: Dialect;
  readonly errors: PromptError[];
  /** Collected in cache order. */
  readonly markers: Marker[];
}

/** Notes something wrong with the request's shape; the reader goes on with what is usable. */
export function reportShape(
  context: ParseContext,
  message: Message,
  pointer: string,
  range: TextRange,
): void {
  context.errors.push({
    code: "request-shape",
    message,
    pointer,
    range: { start: range.start, end: range.end },
  });
}
