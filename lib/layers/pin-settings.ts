/** The settings that pin a request to a vendor or a replica, in the routers, gateways and services that have them. */
import type { Evidence } from "../offers/model";

export interface PinSetting {
  readonly id: string;
  readonly name: string;
  /** Which layer it settles. */
  readonly layer: "router" | "gateway" | "host";
  readonly language: "json" | "yaml" | "shell";
  readonly text: string;
  /** What it does and what it costs, in a sentence or two. */
  readonly note: string;
  readonly evidence: Evidence;
  readonly source: string;
  readonly asOf: string;
}

const OPENROUTER = {
  evidence: "documented" as Evidence,
  source: "https://openrouter.ai/docs/guides/best-practices/prompt-caching",
  asOf: "2026-10",
};

/** @param vendor as the router calls it */
export const listPinSettings = (vendor: string): readonly PinSetting[] => [
  {
    id: "openrouter-order",
    name: "OpenRouter: one vendor, no fallback",
    layer: "router",
    language: "json",
    text: `${JSON.stringify({ provider: { order: [vendor], allow_fallbacks: false } }, null, 2)}`,
    note: "Every request goes to this vendor, and fails where it is down. With `provider.order` the router’s own stickiness is not used: without `allow_fallbacks: false` a request may go elsewhere and stay cold.",
    ...OPENROUTER,
  },
  {
    id: "openrouter-session",
    name: "OpenRouter: a session",
    layer: "router",
    language: "json",
    text: JSON.stringify({ session_id: "conversation-42" }, null, 2),
    note: "Up to 256 characters. After any success requests of the session stay with the vendor, for 10 minutes without one. Without it a conversation is known by its first system and first other message, and stays only after a request that used caching.",
    ...OPENROUTER,
  },
  {
    id: "prompt-cache-key",
    name: "OpenAI and others: prompt_cache_key",
    layer: "host",
    language: "json",
    text: JSON.stringify({ prompt_cache_key: "tenant-7:agent-v3" }, null, 2),
    note: "Requests with one key and one beginning go to the same machine as far as it can take them. One key for each shared beginning: one for everybody is too many requests for a machine. OpenRouter takes it as the name of a session.",
    evidence: "documented",
    source: "https://developers.openai.com/api/docs/guides/prompt-caching",
    asOf: "2026-10-02",
  },
  {
    id: "litellm",
    name: "LiteLLM: the deployment that has the prefix",
    layer: "gateway",
    language: "yaml",
    text: 'router_settings:\n  optional_pre_call_checks: ["prompt_caching"]',
    note: "Remembers for 5 minutes which deployment a marked prefix went to, 1 hour where every marker asks for it. The prefix has to be exactly the same up to the last marker: a marker that moves with the newest message loses the deployment.",
    evidence: "observed",
    source: "https://github.com/BerriAI/litellm/blob/main/litellm/router_utils/prompt_caching_cache.py",
    asOf: "2026-10",
  },
  {
    id: "litellm-session",
    name: "LiteLLM: a session or a key",
    layer: "gateway",
    language: "yaml",
    text: 'router_settings:\n  optional_pre_call_checks: ["session_affinity", "deployment_affinity"]\n  deployment_affinity_ttl_seconds: 3600',
    note: "Requests of one session stay with their deployment, those without one with that of their key, for an hour. A key that many customers share sends all of them to one deployment; many keys for one customer spread what could be read.",
    evidence: "observed",
    source: "https://github.com/BerriAI/litellm/blob/main/litellm/router.py",
    asOf: "2026-10",
  },
];
