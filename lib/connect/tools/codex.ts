/** Codex: over the Responses API, with a provider of its own in config.toml and the session cache by a header. */
import { tell } from "../../words/message";
import type { ConnectTool } from "../recipe";

/** What was seen on the wire, through the recorder and the emulator. */
const SEEN = {
  evidence: "observed",
  source: "https://www.npmjs.com/package/@openai/codex/v/0.171.0",
  asOf: "2026-11-29",
} as const;

const SESSION_CACHE = {
  evidence: "documented",
  source: "https://www.alibabacloud.com/help/en/model-studio/context-cache",
  asOf: "2026-03-24",
} as const;

const quote = (text: string): string => JSON.stringify(text);

export const codex: ConnectTool = {
  id: "codex",
  name: "Codex",
  dialect: "openai",
  ...SEEN,
  write: ({ baseUrl, model, keyName }) => [
    {
      path: "~/.codex/config.toml",
      content: [
        `model = ${quote(model)}`,
        'model_provider = "model-studio"',
        "",
        "[model_providers.model-studio]",
        'name = "Model Studio"',
        `base_url = ${quote(baseUrl("openai"))}`,
        `env_key = ${quote(keyName)}`,
        'wire_api = "responses"',
        'http_headers = { "x-dashscope-session-cache" = "enable" }',
        "",
      ].join("\n"),
    },
  ],
  sends: () => ({
    markers: [],
    asksForSession: true,
    note: tell("connectTools.codexNote"),
    ...SEEN,
  }),
  traps: [
    {
      title: tell("connectTools.codexHeader"),
      text: tell("connectTools.codexHeaderText"),
      ...SESSION_CACHE,
    },
    {
      title: tell("connectTools.codexModels"),
      text: tell("connectTools.codexModelsText"),
      ...SESSION_CACHE,
    },
    {
      title: tell("connectTools.codexChat"),
      text: tell("connectTools.codexChatText"),
      evidence: "third-party",
      source: "https://www.developersdigest.tech/setup/qwen/codex-cli",
      asOf: "2026-11-29",
    },
    {
      title: tell("connectTools.codexTools"),
      text: tell("connectTools.codexToolsText"),
      ...SEEN,
    },
  ],
};
