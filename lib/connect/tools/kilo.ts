/** Kilo: over the Anthropic-compatible endpoint, with a provider of its own in kilo.json. */
import { tell } from "../../words/message";
import type { ConnectTool } from "../recipe";

/** What was seen on the wire, through the recorder and the emulator. */
const SEEN = {
  evidence: "observed",
  source: "https://www.npmjs.com/package/@kilocode/cli/v/7.7.7",
  asOf: "2026-11-29",
} as const;

export const kilo: ConnectTool = {
  id: "kilo",
  name: "Kilo",
  dialect: "anthropic",
  ...SEEN,
  write: ({ baseUrl, model, keyName }) => [
    {
      path: "~/.config/kilo/kilo.json",
      content: JSON.stringify(
        {
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
      ),
    },
  ],
  sends: () => ({
    markers: [
      { segment: "system", place: tell("connectTools.placeSystemText") },
      { segment: "message 1", place: tell("connectTools.placeBeforeNewest") },
      { segment: "message 2", place: tell("connectTools.placeNewestPart") },
    ],
    note: tell("connectTools.kiloNote"),
    ...SEEN,
  }),
  traps: [
    { title: tell("connectTools.openCodeBaseUrl"), text: tell("connectTools.openCodeBaseUrlText"), ...SEEN },
    { title: tell("connectTools.kiloAlibaba"), text: tell("connectTools.kiloAlibabaText"), ...SEEN },
  ],
};
