/** Continue: over the Anthropic-compatible endpoint, with a model in config.yaml whose caching is switched on. */
import { tell } from "../../words/message";
import type { ConnectTool } from "../recipe";

/** What was seen on the wire, through the recorder and the emulator. */
const SEEN = {
  evidence: "observed",
  source: "https://www.npmjs.com/package/@continuedev/cli/v/1.5.47",
  asOf: "2026-11-29",
} as const;

export const continueDev: ConnectTool = {
  id: "continue",
  name: "Continue",
  dialect: "anthropic",
  ...SEEN,
  write: ({ baseUrl, model, keyName }) => [
    {
      path: "~/.continue/config.yaml",
      content: [
        "name: Model Studio",
        "version: 1.0.0",
        "schema: v1",
        "models:",
        `  - name: ${JSON.stringify(model)}`,
        "    provider: anthropic",
        `    model: ${JSON.stringify(model)}`,
        `    apiBase: ${JSON.stringify(`${baseUrl("anthropic")}/v1`)}`,
        `    apiKey: \${{ secrets.${keyName} }}`,
        "    roles:",
        "      - chat",
        "    cacheBehavior:",
        "      cacheSystemMessage: true",
        "      cacheConversation: true",
        "",
      ].join("\n"),
    },
  ],
  sends: () => ({
    markers: [
      { segment: "tools", place: tell("connectTools.placeLastTool") },
      { segment: "system", place: tell("connectTools.placeSystemText") },
      { segment: "message 1", place: tell("connectTools.placeBeforeNewestUser") },
      { segment: "message 2", place: tell("connectTools.placeNewestUser") },
    ],
    note: tell("connectTools.continueNote"),
    ...SEEN,
  }),
  traps: [
    { title: tell("connectTools.continueOff"), text: tell("connectTools.continueOffText"), ...SEEN },
    { title: tell("connectTools.continueResults"), text: tell("connectTools.continueResultsText"), ...SEEN },
    { title: tell("connectTools.continueOpenAi"), text: tell("connectTools.continueOpenAiText"), ...SEEN },
  ],
};
