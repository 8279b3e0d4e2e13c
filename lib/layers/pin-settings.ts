/** The settings that pin a request to a vendor or a replica, in the routers, gateways and services that have them. */
import type { Evidence } from "../offers/model";
import { type Message, tell } from "../words/message";

export interface PinSetting {
  readonly id: string;
  readonly name: Message;
  /** Which layer it settles. */
  readonly layer: "router" | "gateway" | "host";
  readonly language: "json" | "yaml" | "shell";
  readonly text: string;
  /** What it does and what it costs, in a sentence or two. */
  readonly note: Message;
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
    name: tell("scenes.pinOrder"),
    layer: "router",
    language: "json",
    text: `${JSON.stringify({ provider: { order: [vendor], allow_fallbacks: false } }, null, 2)}`,
    note: tell("scenes.pinOrderNote"),
    ...OPENROUTER,
  },
  {
    id: "openrouter-session",
    name: tell("scenes.pinSession"),
    layer: "router",
    language: "json",
    text: JSON.stringify({ session_id: "conversation-42" }, null, 2),
    note: tell("scenes.pinSessionNote"),
    ...OPENROUTER,
  },
  {
    id: "prompt-cache-key",
    name: tell("scenes.pinKey"),
    layer: "host",
    language: "json",
    text: JSON.stringify({ prompt_cache_key: "tenant-7:agent-v3" }, null, 2),
    note: tell("scenes.pinKeyNote"),
    evidence: "documented",
    source: "https://developers.openai.com/api/docs/guides/prompt-caching",
    asOf: "2026-10-02",
  },
  {
    id: "litellm",
    name: tell("scenes.pinLitellm"),
    layer: "gateway",
    language: "yaml",
    text: 'router_settings:\n  optional_pre_call_checks: ["prompt_caching"]',
    note: tell("scenes.pinLitellmNote"),
    evidence: "observed",
    source: "https://github.com/BerriAI/litellm/blob/main/litellm/router_utils/prompt_caching_cache.py",
    asOf: "2026-10",
  },
  {
    id: "litellm-session",
    name: tell("scenes.pinLitellmSession"),
    layer: "gateway",
    language: "yaml",
    text: 'router_settings:\n  optional_pre_call_checks: ["session_affinity", "deployment_affinity"]\n  deployment_affinity_ttl_seconds: 3600',
    note: tell("scenes.pinLitellmSessionNote"),
    evidence: "observed",
    source: "https://github.com/BerriAI/litellm/blob/main/litellm/router.py",
    asOf: "2026-10",
  },
];
