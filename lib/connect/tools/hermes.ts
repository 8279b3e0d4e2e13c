/** Hermes: over the Anthropic-compatible endpoint, as a custom provider in config.yaml. */
import { tell } from "../../words/message";
import type { ConnectTool } from "../recipe";

const REPOSITORY = "https://github.com/NousResearch/hermes-agent";

export const hermes: ConnectTool = {
  id: "hermes",
  name: "Hermes",
  dialect: "anthropic",
  source: "https://www.alibabacloud.com/help/en/model-studio/hermes-agent",
  asOf: "2026-06-25",
  evidence: "documented",
  write: ({ baseUrl, model, keyName }) => [
    {
      path: "~/.hermes/config.yaml",
      content: [
        "model:",
        `  default: ${JSON.stringify(model)}`,
        "  provider: custom",
        `  base_url: ${JSON.stringify(baseUrl("anthropic"))}`,
        "  api_mode: anthropic_messages",
        `  api_key: \${${keyName}}`,
        "",
      ].join("\n"),
    },
  ],
  sends: () => ({
    markers: [],
    note: tell("connectTools.hermesNote"),
    evidence: "source-code",
    source: REPOSITORY,
    asOf: "2026-11-21",
  }),
  traps: [
    {
      title: tell("connectTools.hermesCustomProvider"),
      text: tell("connectTools.hermesCustomProviderText"),
      evidence: "source-code",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: tell("connectTools.hermesLiteLlm"),
      text: tell("connectTools.hermesLiteLlmText"),
      evidence: "source-code",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: tell("connectTools.hermesOneHour"),
      text: tell("connectTools.hermesOneHourText"),
      evidence: "source-code",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
  ],
};
