/** What a request says to the model, to be compared: markers and the form of a content may differ. */
import type { Prompt } from "./prompt";

/** Equal where two requests tell the model the same: without markers, and without the difference between a string and one part. */
export const writeWords = ({ model, tools, messages, thinking }: Prompt): string =>
  JSON.stringify([
    model,
    thinking,
    tools.map(({ value }) => value),
    messages.map(({ role, parts, calls, reasoning }) => [
      role,
      parts.map(({ kind, text, media, call }) => [kind, text, media, call]),
      calls,
      reasoning,
    ]),
  ]);
