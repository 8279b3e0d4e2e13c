/** Claude Code: over the Anthropic-compatible endpoint, by environment variables. */
import type { ConnectTool } from "../recipe";

const CACHING = "https://code.claude.com/docs/en/prompt-caching";

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
      path: "terminal",
      content: `export ANTHROPIC_AUTH_TOKEN="$${keyName}"\nclaude --exclude-dynamic-system-prompt-sections`,
    },
  ],
  sends: () => ({
    markers: [
      { segment: "system", place: "second system text: who it is" },
      { segment: "system", place: "third system text: its instructions" },
      { segment: "message 1", place: "last block of the newest message" },
    ],
    note: "Versions up to 2.1.12 mark the newest two messages.",
    evidence: "third-party",
    source: CACHING,
    asOf: "2026-11-21",
  }),
  traps: [
    {
      title: "The billing header comes first and changes",
      text: "The first system text is `x-anthropic-billing-header: …` with a value that changes, so no prefix is read again unless the server takes it out. `CLAUDE_CODE_ATTRIBUTION_HEADER=0` leaves it away; the settings here do.",
      evidence: "third-party",
      source: "https://github.com/anthropics/claude-code/issues/68900",
      asOf: "2026-11-21",
    },
    {
      title: "Folder, date and git state stand in the system text",
      text: "`--exclude-dynamic-system-prompt-sections` (2.1.98 and later) moves the working directory, environment, memory paths and git status into the first user message. What it gains is the shared system text of several folders; within one conversation it changes nothing.",
      evidence: "documented",
      source: CACHING,
      asOf: "2026-11-21",
    },
    {
      title: "A tool server that comes or goes changes the tools",
      text: "Tool search is off on a base URL of one's own, so all tools stand at the head of the prompt: connecting or losing an MCP server changes the whole prefix. Connect them before the first message.",
      evidence: "documented",
      source: CACHING,
      asOf: "2026-11-21",
    },
    {
      title: "Reminders may come as system messages in the middle",
      text: "Newer versions write reminders as messages of the role `system` and put the newest marker on them; such an entry is not read again. What Model Studio makes of them is not documented.",
      evidence: "third-party",
      source: "https://github.com/anthropics/claude-code/issues/96101",
      asOf: "2026-11-21",
    },
    {
      title: "Model, effort, /compact and upgrades begin anew",
      text: "Each changes the prefix. Editing files, permission modes and /rewind do not.",
      evidence: "documented",
      source: CACHING,
      asOf: "2026-11-21",
    },
  ],
};
