/** The body a conversation begins with: what the placement decides is taken out, what is drawn stays. */
import type { Placement } from "../placement/placement";
import { pointerSteps } from "../prompt/json-pointer";
import type { Marker, Prompt } from "../prompt/prompt";
import type { JsonFields } from "../prompt/write-part";
import type { JsonValue } from "../values/json";

type Mutable = { [key: string]: Mutable } | Mutable[] | string | number | boolean | null;

function removeAt(root: Mutable, pointer: string): void {
  const steps = pointerSteps(pointer);
  const key = steps.pop();
  let at: Mutable | undefined = root;
  for (const step of steps) {
    if (at === null || typeof at !== "object") return;
    at = Array.isArray(at) ? at[Number(step)] : at[step];
  }
  if (key !== undefined && at !== null && typeof at === "object" && !Array.isArray(at)) delete at[key];
}

/** The marker that rolls along to the last message of every request, as a scenario plays it. */
export const rollingMarker = ({ messages }: Prompt): Marker | null =>
  messages.at(-1)?.parts.at(-1)?.marker ?? null;

/** The body without the markers that the program places itself, and without streaming. */
export function loopBody(body: JsonFields, prompt: Prompt, placement: Placement): JsonFields {
  const rolling = rollingMarker(prompt);
  const gone = placement.kind === "as-drawn" ? (rolling ? [rolling] : []) : prompt.markers;
  const copy = structuredClone(body) as Record<string, Mutable>;
  for (const { pointer } of gone) removeAt(copy, prompt.bare ? `/messages${pointer}` : pointer);
  delete copy.stream;
  delete copy.stream_options;
  return copy as Record<string, JsonValue>;
}
