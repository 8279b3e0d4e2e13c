/** Named placements: simple ones, and the habits of coding agents and libraries as far as anchors can say them. */

import { type Message, tell } from "../words/message";
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
  readonly note?: Message;
  readonly evidence: PlacementEvidence;
  readonly source: string;
  readonly asOf: string;
}

const AS_OF = "2026-11-21";
const CONTEXT_CACHE = "https://www.alibabacloud.com/help/en/model-studio/context-cache";
const BEST_PRACTICE = "https://www.alibabacloud.com/help/en/model-studio/explicit-cache-best-practice";
const TOOLS_IGNORED = tell("placement.noteToolsIgnored");
const CAPTURED = tell("placement.noteCaptured");

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
    note: tell("placement.noteNone"),
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
    note: tell("placement.noteLast"),
    evidence: "documented",
    source: "https://platform.claude.com/docs/en/build-with-claude/prompt-caching",
  }),
  known("last-user", "Last user message", [LAST_USER], {
    group: "plain",
    note: tell("placement.noteLastUser"),
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
      note: tell("placement.notePrevious"),
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
    note: tell("placement.noteOpencode"),
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
    note: tell("placement.noteOpenclaw"),
    evidence: "observed",
    source: "https://github.com/openclaw/openclaw",
  }),
  known("openclaw-chat", "OpenClaw, chat completions", [SYSTEM, LAST_INPUT], {
    group: "agent",
    note: tell("placement.noteOpenclawChat"),
    evidence: "observed",
    source: "https://github.com/openclaw/openclaw",
  }),
  known("hermes", "Hermes", [SYSTEM, { kind: "last", back: 2 }, BEFORE_LAST, LAST], {
    group: "agent",
    note: tell("placement.noteHermes"),
    evidence: "source-code",
    source: "https://github.com/NousResearch/hermes-agent",
  }),
  known("roo", "Roo Code", [SYSTEM, BEFORE_LAST_INPUT, LAST_INPUT], {
    group: "agent",
    note: tell("placement.noteRoo"),
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
    note: tell("placement.noteCline"),
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
    note: tell("placement.noteSweAgent"),
    evidence: "source-code",
    source: "https://github.com/SWE-agent/SWE-agent",
  }),
  known("wave-agent", "wave-agent", [SYSTEM, { kind: "before-end", blocks: 18 }, LAST], {
    group: "agent",
    note: tell("placement.noteWaveAgent"),
    evidence: "third-party",
    source: "https://github.com/netease-lcap/wave-agent",
  }),
  known("orqen", "Orqen", [SYSTEM, { kind: "before-user" }], {
    group: "library",
    note: tell("placement.noteOrqen"),
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
    note: tell("placement.noteAutocache"),
    evidence: "source-code",
    source: "https://github.com/montevive/autocache",
  }),
];

/** The known placement of this name and these markers; null where there is none. Several may put the same markers. */
export const findKnown = (placement: Placement): KnownPlacement | null =>
  PLACEMENTS.find((known) => isSamePlacement(known.placement, placement)) ?? null;
