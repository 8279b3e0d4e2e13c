/** Claude Code: over the Anthropic-compatible endpoint, by environment variables. */
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
      path: "terminal",
      content: `export ANTHROPIC_AUTH_TOKEN="$${keyName}"\nclaude --exclude-dynamic-system-prompt-sections`,
    },
  ],
  sends: () => ({
    markers: [
      { segment: "system", place: "first system text: who it is" },
      { segment: "system", place: "second system text: its instructions" },
      { segment: "message 1", place: "last block of the newest message" },
    ],
    note: "In turn 1 of 2.1.332 the newest marker stands on a reminder of the role `system` behind the question; the rules here merge that with the system texts, so one of three takes effect, and two from turn 2 on. With the attribution header on there is a text more before these two.",
    ...SEEN,
  }),
  traps: [
    {
      title: "The attribution header is another for each new prompt",
      text: "The first system text is `x-anthropic-billing-header: …`. As of 2.1.332 it is a fingerprint of the first prompt: it stays within a conversation, and each new one writes its whole head anew, about 11,600 tokens. Older versions changed it with every request. `CLAUDE_CODE_ATTRIBUTION_HEADER=0` leaves it out; the settings here do, and two system texts are left.",
      ...SEEN,
      source: PROTOCOL,
    },
    {
      title: "Folder, date and git state stand in the system text",
      text: "`--exclude-dynamic-system-prompt-sections` (2.1.98 and later) moves the working directory, environment, memory paths and git status into the first user message. What it gains is the shared system text of several folders; within one conversation it changes nothing.",
      evidence: "documented",
      source: CACHING,
      asOf: "2026-11-21",
    },
    {
      title: "Tools that are loaded later change the head",
      text: "Its pages say that tool search is off on a base URL of one's own; 2.1.332 had it on. A tool that is looked up joins the tools at the head of the prompt, and everything is written anew; so does an MCP server that comes or goes. `ENABLE_TOOL_SEARCH=false` sends all tools from the start; connect servers before the first message.",
      ...SEEN,
      source: "https://code.claude.com/docs/en/env-vars",
    },
    {
      title: "The first question ends with a system message",
      text: "2.1.332 closes turn 1 with a reminder of the role `system` that carries the newest marker. By the rules here it belongs to the system segment, which then ends there; turn 2 sends it again at its old place, so what turn 1 wrote is read. What Model Studio itself makes of it is not documented.",
      ...SEEN,
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
