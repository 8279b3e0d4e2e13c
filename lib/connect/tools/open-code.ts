/** OpenCode: over the Anthropic-compatible endpoint, with a provider of its own in opencode.json. */
import type { ConnectTool } from "../recipe";

const REPOSITORY = "https://github.com/anomalyco/opencode";

export const openCode: ConnectTool = {
  id: "opencode",
  name: "OpenCode",
  dialect: "anthropic",
  source: "https://www.alibabacloud.com/help/en/model-studio/opencode-coding-plan",
  asOf: "2026-03-30",
  evidence: "documented",
  write: ({ baseUrl, model, keyName }) => [
    {
      path: "~/.config/opencode/opencode.json",
      content: JSON.stringify(
        {
          $schema: "https://opencode.ai/config.json",
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
      { segment: "system", place: "system text" },
      { segment: "message 1", place: "last part of the message before the newest" },
      { segment: "message 2", place: "last part of the newest message" },
    ],
    note: "With the package @ai-sdk/alibaba the marker on an assistant message is lost, so two remain.",
    evidence: "observed",
    source: REPOSITORY,
    asOf: "2026-11-21",
  }),
  traps: [
    {
      title: "The built-in Alibaba providers send no marker",
      text: "`alibaba`, `alibaba-cn`, the coding and token plan providers and @ai-sdk/openai-compatible rely on the implicit cache alone. The provider above, on @ai-sdk/anthropic, marks.",
      evidence: "observed",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: "The date stands near the end of the system text",
      text: "At midnight the prefix changes from there on, and the long conversation behind it is written anew.",
      evidence: "observed",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: "The base URL ends with /v1",
      text: "The package adds only `/messages`; without `/v1` every request is answered 404.",
      evidence: "documented",
      source: "https://www.alibabacloud.com/help/en/model-studio/opencode-coding-plan",
      asOf: "2026-03-30",
    },
    {
      title: "Tools that change their order",
      text: "A tool server that reconnects can list its tools in another order, which changes the whole prefix.",
      evidence: "third-party",
      source: "https://github.com/anomalyco/opencode/issues/23571",
      asOf: "2026-11-21",
    },
  ],
};
