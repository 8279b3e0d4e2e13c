/** OpenCode: over the Anthropic-compatible endpoint, with a provider of its own in opencode.json. */
import { tell } from "../../words/message";
import { AI_SDK_MARKERS, writeAiSdkProvider } from "../ai-sdk-provider";
import type { ConnectTool } from "../recipe";

const REPOSITORY = "https://github.com/anomalyco/opencode";

export const openCode: ConnectTool = {
  id: "opencode",
  name: "OpenCode",
  dialect: "anthropic",
  source: "https://www.alibabacloud.com/help/en/model-studio/opencode-coding-plan",
  asOf: "2026-03-30",
  evidence: "documented",
  write: (connection) => [
    {
      path: "~/.config/opencode/opencode.json",
      content: writeAiSdkProvider(connection, { $schema: "https://opencode.ai/config.json" }),
    },
  ],
  sends: () => ({
    markers: AI_SDK_MARKERS,
    note: tell("connectTools.openCodeNote"),
    evidence: "observed",
    source: REPOSITORY,
    asOf: "2026-11-21",
  }),
  traps: [
    {
      title: tell("connectTools.openCodeBuiltIn"),
      text: tell("connectTools.openCodeBuiltInText"),
      evidence: "observed",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: tell("connectTools.openCodeDate"),
      text: tell("connectTools.openCodeDateText"),
      evidence: "observed",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: tell("connectTools.openCodeBaseUrl"),
      text: tell("connectTools.openCodeBaseUrlText"),
      evidence: "documented",
      source: "https://www.alibabacloud.com/help/en/model-studio/opencode-coding-plan",
      asOf: "2026-03-30",
    },
    {
      title: tell("connectTools.openCodeToolOrder"),
      text: tell("connectTools.openCodeToolOrderText"),
      evidence: "third-party",
      source: "https://github.com/anomalyco/opencode/issues/23571",
      asOf: "2026-11-21",
    },
  ],
};
