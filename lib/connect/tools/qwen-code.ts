/** Qwen Code: over the OpenAI-compatible endpoint, with a model provider in settings.json. */
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
        : [{ path: "terminal", content: `export DASHSCOPE_PROXY_BASE_URL="${url}"\nqwen` }]),
    ];
  },
  sends: () => ({
    markers: [
      { segment: "tools", place: "last tool" },
      { segment: "system", place: "first system message" },
      { segment: "message 1", place: "last part of the newest message" },
    ],
    note: "Without streaming it marks the system message alone.",
    evidence: "observed",
    source: REPOSITORY,
    asOf: "2026-11-21",
  }),
  traps: [
    {
      title: "On a host it does not know it sends no markers",
      text: "Markers go to dashscope, dashscope-intl and dashscope-us, to the hosts of the Token Plan, and to the base URL that DASHSCOPE_PROXY_BASE_URL names. Hosts of a workspace, proxies and this playground need that variable.",
      evidence: "source-code",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: "--continue writes the first message anew",
      text: "The reminders in the first user message differ after a restart, so everything behind the system text is written again.",
      evidence: "observed",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: "Its statistics do not count what was written",
      text: "The hit rate it shows is read over prompt tokens; what was written, at a higher price, does not appear.",
      evidence: "source-code",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
  ],
};
