/** Hermes: over the Anthropic-compatible endpoint, as a custom provider in config.yaml. */
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
    note: "As a custom provider it sends Qwen models no marker. The provider `alibaba` does: two on the system text where its static part is known, and two on the newest messages.",
    evidence: "source-code",
    source: REPOSITORY,
    asOf: "2026-11-21",
  }),
  traps: [
    {
      title: "A custom provider sends Qwen no markers",
      text: "Markers need the capability to be set for the model, or the provider `alibaba` with the environment variable DASHSCOPE_API_KEY. Without them the implicit cache is all there is.",
      evidence: "source-code",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: "On LiteLLM routes tool messages are never marked",
      text: "In a tool loop the newest marker then stays on an older message, and what the tools return is paid in full again and again.",
      evidence: "source-code",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: "One hour becomes five minutes",
      text: "A life of one hour is cut to five minutes for Qwen, so a pause of five minutes expires the entries.",
      evidence: "source-code",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
  ],
};
