/** What services write around the messages of a prompt, in tokens. */
import type { ListedVocabulary } from "../offers/listed-vocabularies";
import type { SegmentRole } from "../systems/comparable";
import type { Rate } from "../tokens/precision";

/** Tokens before and behind what a message says. */
type Around = readonly [before: number, behind: number];

export interface PartRates {
  readonly tools: Rate;
  readonly calls: Rate;
  readonly results: Rate;
  readonly thinking: Rate;
  readonly images: Rate;
}

export interface Frame {
  /** In front of everything. */
  readonly start: number;
  readonly around: Readonly<Record<SegmentRole, Around>>;
  /** Before the answer. */
  readonly tail: number;
  /** How far what stands beside text may be off with a vocabulary of its own (assumption `parts-beside-text`). */
  readonly parts: PartRates;
  /** Most tokens of the words around tool definitions, which are not counted. */
  readonly toolWords: number;
  /** True where what is in front of everything may be left out. */
  readonly isStartOpen: boolean;
  /** Id of what is assumed of it. */
  readonly assumption: string;
}

const everywhere = (around: Around): Frame["around"] => ({
  tools: around,
  system: around,
  developer: around,
  user: around,
  assistant: around,
  tool: around,
});

/**
 * Tool definitions are written shorter than their JSON: by a formula of the OpenAI Cookbook those of the examples take 70 %
 * of it.
 */
const PARTS: PartRates = {
  tools: { less: 0.4, more: 0.1 },
  calls: { less: 0.25, more: 0.5 },
  results: { less: 0.1, more: 0.3 },
  thinking: { less: 1, more: 0.1 },
  images: { less: 1, more: 1 },
};

/** Four tokens around each message, three before the answer. */
const FOUR_A_MESSAGE: Omit<Frame, "assumption"> = {
  start: 0,
  around: everywhere([4, 0]),
  tail: 3,
  parts: PARTS,
  toolWords: 0,
  isStartOpen: false,
};

/**
 * - `four` stands for those that are not known.
 * - `openai-chat`: three tokens and the role for each message, three before the answer, as the OpenAI Cookbook counts
 *   (https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken, 2026-10-02).
 * - `harmony`: a system message of the model's own first, `<|start|>role<|message|>…<|end|>` around each message, a channel
 *   besides for an answer, a heading for instructions (https://cookbook.openai.com/articles/openai-harmony, 2025-08-05).
 * - `deepseek`: one token at the start, one before a user's words, the assistant's token and the end of thinking before an
 *   answer and one behind it (encoding/README.md of deepseek-ai/DeepSeek-V4-Pro, 2026-04-24).
 */
export const FRAMES: Readonly<Record<ListedVocabulary["frame"], Frame>> = {
  four: { ...FOUR_A_MESSAGE, assumption: "frame-of-four" },
  "openai-chat": { ...FOUR_A_MESSAGE, assumption: "openai-chat-frame" },
  harmony: {
    start: 61,
    around: { ...everywhere([3, 1]), system: [6, 1], developer: [6, 1], assistant: [5, 1] },
    tail: 2,
    parts: PARTS,
    toolWords: 40,
    isStartOpen: true,
    assumption: "harmony-frame",
  },
  deepseek: {
    start: 1,
    around: {
      tools: [0, 0],
      system: [0, 0],
      developer: [1, 0],
      user: [1, 0],
      assistant: [2, 1],
      tool: [4, 4],
    },
    tail: 2,
    // A call names each of its arguments in tags of their own.
    parts: { ...PARTS, calls: { less: 0.1, more: 2 } },
    toolWords: 400,
    isStartOpen: false,
    assumption: "deepseek-frame",
  },
};
