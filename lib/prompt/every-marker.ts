/** All markers of a request, also those that most readings of the rules pass over. */
import type { Marker, Prompt } from "./prompt";

/** Those within tool results stand behind the others: only some reading of the rules lets them count. */
export const listEveryMarker = ({ markers, messages }: Prompt): readonly Marker[] => [
  ...markers,
  ...messages.flatMap(({ parts }) => parts.flatMap(({ nested = [] }) => nested)),
];
