/** Tells whether two requests say the same to the model: markers and the form of a content may differ. */
import type { Prompt } from "./prompt";

/** What a model is told by a request, without its markers and without the difference between a string and one part. */
const wordsOf = ({ model, tools, messages, thinking }: Prompt): string =>
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

export const sayTheSame = (a: Prompt, b: Prompt): boolean => wordsOf(a) === wordsOf(b);
