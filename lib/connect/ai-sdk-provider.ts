/** Model Studio as a provider of the AI SDK, as OpenCode and its fork are told of it, and what they mark through it. */
import { tell } from "../words/message";
import type { Connection, SentMarker } from "./recipe";

/** The file as JSON text. @param first fields that stand before the provider */
export const writeAiSdkProvider = (
  { baseUrl, model, keyName }: Connection,
  first: Readonly<Record<string, string>> = {},
): string =>
  JSON.stringify(
    {
      ...first,
      provider: {
        "model-studio": {
          npm: "@ai-sdk/anthropic",
          name: "Model Studio",
          options: { baseURL: `${baseUrl("anthropic")}/v1`, apiKey: `{env:${keyName}}` },
          models: { [model]: { name: model } },
        },
      },
      model: `model-studio/${model}`,
    },
    null,
    2,
  );

export const AI_SDK_MARKERS: readonly SentMarker[] = [
  { segment: "system", place: tell("connectTools.placeSystemText") },
  { segment: "message 1", place: tell("connectTools.placeBeforeNewest") },
  { segment: "message 2", place: tell("connectTools.placeNewestPart") },
];
