/** JSON Pointers (RFC 6901): building, reading, and naming a place for people. */
import { type Said, tell } from "../words/message";

/** Appends one step to a pointer; `~` and `/` in a key are escaped as RFC 6901 asks. */
export function childPointer(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The steps of a pointer, unescaped; empty for the whole document. */
export function pointerSteps(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The last step of a pointer, unescaped: a property's name or an item's number; null for the whole document. */
export const lastStep = (pointer: string): string | null => pointerSteps(pointer).at(-1) ?? null;

/** The pointer of what holds the thing at `pointer`; the document's own pointer for the document itself. */
export function parentPointer(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
}

/** True when `inner` is `outer` or lies inside it. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** As `placeName`, for a message. */
export const tellPlace = (pointer: string): Said =>
  pointer === "" ? tell("prompt.theRequest") : placeName(pointer);

/** A pointer as people write a path, e.g. `messages[3].content[0]`; `the request` for the whole document. */
export function placeName(pointer: string): string {
  const steps = pointerSteps(pointer);
  if (steps.length === 0) return "the request";
  return steps
    .map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join("");
}
