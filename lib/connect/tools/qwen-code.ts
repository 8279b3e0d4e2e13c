/** Qwen Code: over the OpenAI-compatible endpoint, with a model provider in settings.json. */
import { tell } from "../../words/message";
import type { ConnectTool } from "../recipe";

const REPOSITORY = "https://github.com/QwenLM/qwen-code";

/** Hosts on which it sends markers by itself. Source: its DashScope provider, read 2026-11-21. */
const KNOWN_HOST =
  /^(?:[a-z0-9-]+\.)?dashscope(?:-intl|-us)?\.aliyuncs\.com$|^token-plan\.[a-z0-9.-]*maas\.aliyuncs\.com$/;

/** Whether it takes a base URL for Model Studio's own. */
export const isKnownHost = (baseUrl: string): boolean => KNOWN_HOST.test(new URL(baseUrl).hostname);

export const qwenCode: ConnectTool = {
  id: "qwen-code",
  name: "Qwen Code",
  dialect: "openai",
  source: "https://qwenlm.github.io/qwen-code-docs/en/users/configuration/model-providers/",
  asOf: "2026-11-21",
  evidence: "documented",
  write: ({ baseUrl, model, keyName }) => {
    const url = baseUrl("openai");
    return [
      {
        path: "~/.qwen/settings.json",
        content: JSON.stringify(
          {
            modelProviders: { openai: [{ id: model, name: model, baseUrl: url, envKey: keyName }] },
            security: { auth: { selectedType: "openai" } },
            model: { name: model },
          },
          null,
          2,
        ),
      },
      ...(isKnownHost(url)
        ? []
        : [{ path: tell("connect.terminal"), content: `export DASHSCOPE_PROXY_BASE_URL="${url}"\nqwen` }]),
    ];
  },
  sends: () => ({
    markers: [
      { segment: "tools", place: tell("connectTools.placeLastTool") },
      { segment: "system", place: tell("connectTools.placeFirstSystemMessage") },
      { segment: "message 1", place: tell("connectTools.placeNewestPart") },
    ],
    note: tell("connectTools.qwenCodeNote"),
    evidence: "observed",
    source: REPOSITORY,
    asOf: "2026-11-21",
  }),
  traps: [
    {
      title: tell("connectTools.qwenCodeUnknownHost"),
      text: tell("connectTools.qwenCodeUnknownHostText"),
      evidence: "source-code",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: tell("connectTools.qwenCodeContinue"),
      text: tell("connectTools.qwenCodeContinueText"),
      evidence: "observed",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: tell("connectTools.qwenCodeStatistics"),
      text: tell("connectTools.qwenCodeStatisticsText"),
      evidence: "source-code",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
  ],
};
