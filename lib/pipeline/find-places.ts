/** Where the segments and markers of a request stand in its text. */
import type { Marker, Prompt, TextRange } from "../prompt/prompt";
import type { Places } from "./analysis";

export const NO_PLACES: Places = { segments: {}, markers: {} };

/** Those within tool results stand behind the others: only some reading of the rules lets them count. */
const listMarkers = ({ markers, messages }: Prompt): readonly Marker[] => [
  ...markers,
  ...messages.flatMap(({ parts }) => parts.flatMap(({ nested = [] }) => nested)),
];

/** By pointer, as offsets in the text that the prompt was parsed from. All tools are one place. */
export function findPlaces(prompt: Prompt): Places {
  const segments: Record<string, TextRange> = {};
  for (const message of prompt.messages) segments[message.pointer] = message.range;
  const first = prompt.tools[0];
  const last = prompt.tools.at(-1);
  if (first && last) segments["/tools"] = { start: first.range.start, end: last.range.end };
  const markers = Object.fromEntries(listMarkers(prompt).map((marker) => [marker.pointer, marker.range]));
  return { segments, markers };
}
