/** Where the segments and markers of a request stand in its text. */
import { listEveryMarker } from "../prompt/every-marker";
import type { Prompt, TextRange } from "../prompt/prompt";
import type { Places } from "./analysis";

export const NO_PLACES: Places = { segments: {}, markers: {} };

/** By pointer, as offsets in the text that the prompt was parsed from. All tools are one place. */
export function findPlaces(prompt: Prompt): Places {
  const segments: Record<string, TextRange> = {};
  for (const message of prompt.messages) segments[message.pointer] = message.range;
  const first = prompt.tools[0];
  const last = prompt.tools.at(-1);
  if (first && last) segments["/tools"] = { start: first.range.start, end: last.range.end };
  const markers = Object.fromEntries(listEveryMarker(prompt).map((marker) => [marker.pointer, marker.range]));
  return { segments, markers };
}
