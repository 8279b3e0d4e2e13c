/** OpenClaw: over the Anthropic-compatible endpoint, with a provider of its own in openclaw.json. */
import { tell } from "../../words/message";
import type { ConnectTool } from "../recipe";

const REPOSITORY = "https://github.com/openclaw/openclaw";

export const openClaw: ConnectTool = {
  id: "openclaw",
  name: "OpenClaw",
  dialect: "anthropic",
  source: "https://docs.openclaw.ai/concepts/model-providers",
  asOf: "2026-03-25",
  evidence: "documented",
  write: ({ baseUrl, model, keyName }) => [
    {
      path: "~/.openclaw/openclaw.json",
      content: JSON.stringify(
        {
          models: {
            mode: "merge",
            providers: {
              "model-studio": {
                baseUrl: baseUrl("anthropic"),
                apiKey: `\${${keyName}}`,
                api: "anthropic-messages",
                models: [{ id: model, name: model }],
              },
            },
          },
          agents: { defaults: { model: { primary: `model-studio/${model}` } } },
        },
        null,
        2,
      ),
    },
  ],
  sends: () => ({
    markers: [
      { segment: "tools", place: tell("connectTools.placeLastTool") },
      { segment: "system", place: tell("connectTools.placeBeforeBoundary") },
      { segment: "message 1", place: tell("connectTools.placeNewestUser") },
    ],
    note: tell("connectTools.openClawNote"),
    evidence: "observed",
    source: REPOSITORY,
    asOf: "2026-11-21",
  }),
  traps: [
    {
      title: tell("connectTools.openClawBoundary"),
      text: tell("connectTools.openClawBoundaryText"),
      evidence: "documented",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: tell("connectTools.openClawChatCompletions"),
      text: tell("connectTools.openClawChatCompletionsText"),
      evidence: "observed",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: tell("connectTools.openClawTail"),
      text: tell("connectTools.openClawTailText"),
      evidence: "observed",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
  ],
};
