/** What the two families of Qwen chat templates differ in. */
import type { ToolCall } from "../prompt/prompt";
import type { JsonValue } from "../values/json";
import type { Content } from "./content";

export interface AssistantTurn {
  readonly content: Content;
  /** Thinking given apart from the content, or null. */
  readonly reasoning: string | null;
  readonly calls: readonly ToolCall[];
  /** True after the last real user message: in a tool loop thinking is kept. */
  readonly afterLastQuery: boolean;
  readonly last: boolean;
}

export interface ChatTemplate {
  /** Tells it from every other template and variant. */
  readonly name: string;
  /** Text of the system turn between its opening and `<|im_end|>`. At least one of tools and system is given. */
  renderSystem(tools: readonly JsonValue[], system: Content | null): Content;
  /** Text of an assistant turn after `<|im_start|>assistant\n`. */
  renderAssistant(turn: AssistantTurn): Content;
  /** How the contents of system, user and tool turns are shown. */
  renderContent(content: Content): Content;
  /** What follows `<|im_start|>assistant\n` at the end of the request. */
  renderPromptEnd(thinking: boolean | null): string;
}

/** Thinking written into a content between `<think>` tags: where the answer begins, and the thinking itself. */
export function splitThinking(
  text: string,
): { readonly reasoning: string; readonly answerAt: number } | null {
  const close = text.lastIndexOf("</think>");
  if (close < 0) return null;
  const before = text.slice(0, text.indexOf("</think>"));
  const reasoning = before.slice(
    before.lastIndexOf("<think>") + (before.includes("<think>") ? "<think>".length : 0),
  );
  const answer = text.slice(close + "</think>".length);
  return { reasoning, answerAt: text.length - answer.replace(/^\n+/, "").length };
}
