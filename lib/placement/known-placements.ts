/** Named placements: simple ones, and the habits of coding agents and libraries as far as anchors can say them. */
import type { Anchor } from "./anchor";
import { isSamePlacement, type Placement } from "./placement";

/** `observed` on the wire, read in `source-code`, `documented` by its maker, told by a `third-party`, or `inferred`. */
export type PlacementEvidence = "observed" | "source-code" | "documented" | "third-party" | "inferred";

export interface KnownPlacement {
  readonly id: string;
  readonly placement: Placement;
  /** `plain` ones are for anyone to choose; `agent` and `library` are what a product does. */
  readonly group: "plain" | "agent" | "library";
  /** What it does beyond these anchors, or what to know of it; one sentence. */
  readonly note?: string;
  readonly evidence: PlacementEvidence;
  readonly source: string;
  readonly asOf: string;
}

const AS_OF = "2026-11-21";
const CONTEXT_CACHE = "https://www.alibabacloud.com/help/en/model-studio/context-cache";
const BEST_PRACTICE = "https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice";
const TOOLS_IGNORED = "It also marks the last tool, which Model Studio ignores.";

const CAPTURED =
  "Positions as third parties captured them: two system blocks, which Qwen3.5 and later take as one, and the newest messages.";

const SYSTEM: Anchor = { kind: "system" };
const LAST: Anchor = { kind: "last" };
const BEFORE_LAST: Anchor = { kind: "last", back: 1 };
const LAST_USER: Anchor = { kind: "last-user" };
const LAST_INPUT: Anchor = { kind: "last-input" };
const BEFORE_LAST_INPUT: Anchor = { kind: "last-input", back: 1 };

type Rest = Omit<KnownPlacement, "id" | "placement" | "asOf">;

const known = (id: string, name: string, anchors: readonly Anchor[], rest: Rest): KnownPlacement => ({
  id,
  placement: { kind: "anchors", name, anchors },
  asOf: AS_OF,
  ...rest,
});

/** In the order they are offered. */
export const PLACEMENTS: readonly KnownPlacement[] = [
  {
    id: "none",
    placement: { kind: "none" },
    group: "plain",
    note: "Without markers the implicit cache may read, but promises nothing.",
    evidence: "documented",
    source: CONTEXT_CACHE,
    asOf: AS_OF,
  },
  known("system", "System only", [SYSTEM], {
    group: "plain",
    evidence: "documented",
    source: CONTEXT_CACHE,
  }),
  known("last", "Last message", [LAST], {
    group: "plain",
    note: "The automatic caching of the Anthropic API does the same.",
    evidence: "documented",
    source: "https://platform.claude.com/docs/en/build-with-claude/prompt-caching",
  }),
  known("last-user", "Last user message", [LAST_USER], {
    group: "plain",
    note: "Model Studio's own example of a conversation; in a tool loop the marker stands still.",
    evidence: "documented",
    source: BEST_PRACTICE,
  }),
  known("system-last", "System + last message", [SYSTEM, LAST], {
    group: "plain",
    evidence: "inferred",
    source: CONTEXT_CACHE,
  }),
  known(
    "system-previous-last",
    "System + previous end + last message",
    [SYSTEM, { kind: "previous-end" }, LAST],
    {
      group: "plain",
      note: "The marker at the previous end reaches the newest entry however many blocks were added since.",
      evidence: "inferred",
      source: CONTEXT_CACHE,
    },
  ),
  known("claude-code", "Claude Code", [SYSTEM, LAST], {
    group: "agent",
    note: CAPTURED,
    evidence: "third-party",
    source: "https://code.claude.com/docs/en/prompt-caching",
  }),
  known("claude-code-2.1.12", "Claude Code up to 2.1.12", [SYSTEM, BEFORE_LAST, LAST], {
    group: "agent",
    note: CAPTURED,
    evidence: "third-party",
    source: "https://code.claude.com/docs/en/prompt-caching",
  }),
  known("opencode", "OpenCode", [SYSTEM, BEFORE_LAST, LAST], {
    group: "agent",
    note: "Over its Anthropic provider; its built-in Alibaba provider sends no markers.",
    evidence: "observed",
    source: "https://github.com/anomalyco/opencode",
  }),
  known("qwen-code", "Qwen Code", [SYSTEM, LAST_INPUT], {
    group: "agent",
    note: TOOLS_IGNORED,
    evidence: "observed",
    source: "https://github.com/QwenLM/qwen-code",
  }),
  known("openclaw", "OpenClaw", [SYSTEM, LAST_USER, LAST_INPUT], {
    group: "agent",
    note: "Over its Anthropic provider; it leaves the changing end of the system text unmarked, and marks the last tool in vain.",
    evidence: "observed",
    source: "https://github.com/openclaw/openclaw",
  }),
  known("openclaw-chat", "OpenClaw, chat completions", [SYSTEM, LAST_INPUT], {
    group: "agent",
    note: "It leaves the changing end of the system text unmarked.",
    evidence: "observed",
    source: "https://github.com/openclaw/openclaw",
  }),
  known("hermes", "Hermes", [SYSTEM, { kind: "last", back: 2 }, BEFORE_LAST, LAST], {
    group: "agent",
    note: "With a static system prefix it marks that too, and one message fewer.",
    evidence: "source-code",
    source: "https://github.com/NousResearch/hermes-agent",
  }),
  known("roo", "Roo Code", [SYSTEM, BEFORE_LAST_INPUT, LAST_INPUT], {
    group: "agent",
    note: "It sends markers to Claude models only.",
    evidence: "source-code",
    source: "https://github.com/RooCodeInc/Roo-Code",
  }),
  known("goose", "goose", [SYSTEM, BEFORE_LAST_INPUT, LAST_INPUT], {
    group: "agent",
    note: TOOLS_IGNORED,
    evidence: "source-code",
    source: "https://github.com/block/goose",
  }),
  known("cline", "Cline", [LAST_USER], {
    group: "agent",
    note: "In a tool loop the marker stands still.",
    evidence: "source-code",
    source: "https://github.com/cline/cline",
  }),
  known("openhands", "OpenHands", [SYSTEM, LAST_INPUT], {
    group: "agent",
    evidence: "source-code",
    source: "https://github.com/OpenHands/software-agent-sdk",
  }),
  known("swe-agent", "SWE-agent", [BEFORE_LAST_INPUT, LAST_INPUT], {
    group: "agent",
    note: "On a tool message it writes the marker on the message itself, which Model Studio ignores.",
    evidence: "source-code",
    source: "https://github.com/SWE-agent/SWE-agent",
  }),
  known("wave-agent", "wave-agent", [SYSTEM, { kind: "before-end", blocks: 18 }, LAST], {
    group: "agent",
    note: "The marker 18 blocks before the end bridges long tool turns; later versions leave it out.",
    evidence: "third-party",
    source: "https://github.com/netease-lcap/wave-agent",
  }),
  known("orqen", "Orqen", [SYSTEM, { kind: "before-user" }], {
    group: "library",
    note: "What it does in a tool loop is not documented.",
    evidence: "documented",
    source: "https://www.orqen.app/blog/context-caching-llm-costs/",
  }),
  known("langchain", "LangChain middleware", [SYSTEM, LAST], {
    group: "library",
    note: TOOLS_IGNORED,
    evidence: "source-code",
    source: "https://github.com/langchain-ai/langchain",
  }),
  known("autocache", "autocache", [SYSTEM, { kind: "first-user" }], {
    group: "library",
    note: "It marks the first long texts and so never the end of a long conversation.",
    evidence: "source-code",
    source: "https://github.com/montevive/autocache",
  }),
];

/** The known placement of this name and these markers; null where there is none. Several may put the same markers. */
export const findKnown = (placement: Placement): KnownPlacement | null =>
  PLACEMENTS.find((known) => isSamePlacement(known.placement, placement)) ?? null;
