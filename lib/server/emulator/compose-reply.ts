/** What the emulated model answers: words that mean nothing, of a known length, or a scripted tool call. */
import { writeFiller } from "../../timeline/filler-text";
import type { TokenCounter } from "../../tokens/token-counter";
import { chooseCall, type ScriptedCall } from "./choose-call";
import type { EmulatedRequest } from "./read-request";

export interface Reply {
  /** The text, token by token; of a call, its arguments as JSON in small pieces. */
  readonly pieces: readonly string[];
  readonly call: ScriptedCall | null;
  /** Tokens that are billed. */
  readonly tokens: number;
  /** True where `max_tokens` ended it. */
  readonly cut: boolean;
}

/** Tokens of a reply whose length nobody asks for. */
const USUAL = 40;
const OPENING = "This reply comes from the emulator, which plays the cache and not the model:";
/** Characters of a piece of arguments. */
const PIECE = 12;

/** The reply to a request, the same for the same request. */
export function composeReply(
  { prompt, choice, maxTokens }: EmulatedRequest,
  asked: number | null,
  counter: TokenCounter,
): Reply {
  const call = chooseCall(prompt, choice);
  if (call) {
    const written = JSON.stringify(call.input);
    const tokens = counter.count(
      `<tool_call>\n{"name": "${call.name}", "arguments": ${written}}\n</tool_call>`,
    );
    return { pieces: written.match(new RegExp(`.{1,${PIECE}}`, "gsu")) ?? [], call, tokens, cut: false };
  }
  const wanted = asked ?? USUAL;
  const tokens = Math.min(wanted, maxTokens ?? wanted);
  const { tokens: spans } = counter.list(`${OPENING} ${writeFiller(wanted, 1)}`, tokens);
  return { pieces: spans.map(({ text }) => text), call: null, tokens, cut: tokens < wanted };
}
