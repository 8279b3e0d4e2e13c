/** pi: over the Anthropic-compatible endpoint, with a provider of its own in models.json. */
import { tell } from "../../words/message";
import type { ConnectTool } from "../recipe";

/** What was seen on the wire, through the recorder and the emulator. */
const SEEN = {
  evidence: "observed",
  source: "https://www.npmjs.com/package/@earendil-works/pi-coding-agent/v/1.6.0",
  asOf: "2026-11-29",
} as const;

export const pi: ConnectTool = {
  id: "pi",
  name: "pi",
  dialect: "anthropic",
  ...SEEN,
  evidence: "documented",
  write: ({ baseUrl, model, keyName }) => [
    {
      path: "~/.pi/agent/models.json",
      content: JSON.stringify(
        {
          providers: {
            "model-studio": {
              baseUrl: baseUrl("anthropic"),
              api: "anthropic-messages",
              apiKey: `$${keyName}`,
              models: [{ id: model }],
            },
          },
        },
        null,
        2,
      ),
    },
    { path: tell("connect.terminal"), content: `pi --model model-studio/${model}` },
  ],
  sends: () => ({
    markers: [
      { segment: "tools", place: tell("connectTools.placeLastTool") },
      { segment: "system", place: tell("connectTools.placeSystemText") },
      { segment: "message 1", place: tell("connectTools.placeNewestBlock") },
    ],
    note: tell("connectTools.piNote"),
    ...SEEN,
  }),
  traps: [
    { title: tell("connectTools.piChat"), text: tell("connectTools.piChatText"), ...SEEN },
    { title: tell("connectTools.piResponses"), text: tell("connectTools.piResponsesText"), ...SEEN },
    { title: tell("connectTools.piDate"), text: tell("connectTools.piDateText"), ...SEEN },
  ],
};
