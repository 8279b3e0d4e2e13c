/** Claude Code: over the Anthropic-compatible endpoint, by environment variables. */
import { tell } from "../../words/message";
import type { ConnectTool } from "../recipe";

const CACHING = "https://code.claude.com/docs/en/prompt-caching";
const PROTOCOL = "https://code.claude.com/docs/en/llm-gateway-protocol";
/** What was seen on the wire, through the recorder and the emulator. */
const SEEN = {
  evidence: "observed",
  source: "https://www.npmjs.com/package/@anthropic-ai/claude-code/v/2.1.332",
  asOf: "2026-11-29",
} as const;

export const claudeCode: ConnectTool = {
  id: "claude-code",
  name: "Claude Code",
  dialect: "anthropic",
  source: "https://www.alibabacloud.com/help/doc-detail/2980295.html",
  asOf: "2026-03-15",
  evidence: "documented",
  write: ({ baseUrl, model, keyName }) => [
    {
      path: "~/.claude/settings.json",
      content: JSON.stringify(
        {
          env: {
            ANTHROPIC_BASE_URL: baseUrl("anthropic"),
            ANTHROPIC_MODEL: model,
            ANTHROPIC_DEFAULT_HAIKU_MODEL: model,
            CLAUDE_CODE_ATTRIBUTION_HEADER: "0",
          },
        },
        null,
        2,
      ),
    },
    {
      path: tell("connect.terminal"),
      content: `export ANTHROPIC_AUTH_TOKEN="$${keyName}"\nclaude --exclude-dynamic-system-prompt-sections`,
    },
  ],
  sends: () => ({
    markers: [
      { segment: "system", place: tell("connectTools.placeFirstSystemText") },
      { segment: "system", place: tell("connectTools.placeSecondSystemText") },
      { segment: "message 1", place: tell("connectTools.placeNewestBlock") },
    ],
    note: tell("connectTools.claudeCodeNote"),
    ...SEEN,
  }),
  traps: [
    {
      title: tell("connectTools.claudeCodeAttribution"),
      text: tell("connectTools.claudeCodeAttributionText"),
      ...SEEN,
      source: PROTOCOL,
    },
    {
      title: tell("connectTools.claudeCodeDynamic"),
      text: tell("connectTools.claudeCodeDynamicText"),
      evidence: "documented",
      source: CACHING,
      asOf: "2026-11-21",
    },
    {
      title: tell("connectTools.claudeCodeToolSearch"),
      text: tell("connectTools.claudeCodeToolSearchText"),
      ...SEEN,
      source: "https://code.claude.com/docs/en/env-vars",
    },
    {
      title: tell("connectTools.claudeCodeSystemReminder"),
      text: tell("connectTools.claudeCodeSystemReminderText"),
      ...SEEN,
    },
    {
      title: tell("connectTools.claudeCodeBeginAnew"),
      text: tell("connectTools.claudeCodeBeginAnewText"),
      evidence: "documented",
      source: CACHING,
      asOf: "2026-11-21",
    },
  ],
};
