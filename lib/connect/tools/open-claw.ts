/** OpenClaw: over the Anthropic-compatible endpoint, with a provider of its own in openclaw.json. */
import type { ConnectTool } from "../recipe";

const REPOSITORY = "https://github.com/openclaw/openclaw";

export const openClaw: ConnectTool = {
  id: "openclaw",
  name: "OpenClaw",
  dialect: "anthropic",
  source: "https://docs.openclaw.ai/concepts/model-providers",
  asOf: "2026-03-25",
  evidence: "documented",
  write: ({ baseUrl, model, keyName }) => [
    {
      path: "~/.openclaw/openclaw.json",
      content: JSON.stringify(
        {
          models: {
            mode: "merge",
            providers: {
              "model-studio": {
                baseUrl: baseUrl("anthropic"),
                apiKey: `\${${keyName}}`,
                api: "anthropic-messages",
                models: [{ id: model, name: model }],
              },
            },
          },
          agents: { defaults: { model: { primary: `model-studio/${model}` } } },
        },
        null,
        2,
      ),
    },
  ],
  sends: () => ({
    markers: [
      { segment: "tools", place: "last tool" },
      { segment: "system", place: "system text before the cache boundary" },
      { segment: "message 1", place: "newest user text" },
    ],
    note: "In a tool loop the newest tool result is marked too.",
    evidence: "observed",
    source: REPOSITORY,
    asOf: "2026-11-21",
  }),
  traps: [
    {
      title: "Only what stands before the boundary stays",
      text: "`<!-- OPENCLAW_CACHE_BOUNDARY -->` parts the system text: what follows it changes and is not marked. Keep own additions that stay the same before it. On Qwen3.5 and later the whole system text is one segment, so a change behind the boundary may cost the part before it as well: that is not settled.",
      evidence: "documented",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: "Chat completions are marked on some base URLs only",
      text: "With `api: openai-completions` markers are sent to the exact Model Studio base URLs; proxies, other ports, dashscope-us and workspace hosts get none, unless `cacheControlFormat` is set in the model's `compat`.",
      evidence: "observed",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
    {
      title: "A note follows the marked message and is gone next time",
      text: "Each request ends with a user message that the next one lacks: a short tail that stays uncached.",
      evidence: "observed",
      source: REPOSITORY,
      asOf: "2026-11-21",
    },
  ],
};
