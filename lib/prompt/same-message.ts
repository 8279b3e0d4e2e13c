/** Tells whether two messages say the same, wherever they are written and however they are marked. */
import type { Message, Part } from "./prompt";

const sameJson = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** What the model reads of both parts is the same. */
export function isSamePart(a: Part, b: Part | undefined): boolean {
  return (
    a === b ||
    (b !== undefined &&
      a.kind === b.kind &&
      a.text === b.text &&
      a.media === b.media &&
      sameJson(a.call, b.call))
  );
}

/** Role, parts, calls and reasoning agree; a string equals an array of that one part. */
export function isSameMessage(a: Message, b: Message | undefined): boolean {
  if (a === b) return true;
  return (
    b !== undefined &&
    a.role === b.role &&
    a.reasoning === b.reasoning &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, index) => isSamePart(part, b.parts[index])) &&
    sameJson(a.calls, b.calls)
  );
}
