/** How much of a request the ones that follow begin with as well. */
import type { Message, Prompt } from "../prompt/prompt";
import { isSameMessage, isSamePart } from "../prompt/same-message";
import { mergesSystem } from "../tokens/render";
import type { LintContext } from "./lint-context";

/** True where both requests write the same tools, the order of their keys included. */
const hasSameTools = (a: Prompt, b: Prompt): boolean =>
  a.tools === b.tools ||
  JSON.stringify(a.tools.map((tool) => tool.value)) === JSON.stringify(b.tools.map((tool) => tool.value));

/** System messages that the service renders at the head, and the others. */
function splitHead({ messages }: Prompt, merges: boolean): { head: Message[]; rest: Message[] } {
  const head = messages.filter(({ role }, index) => role === "system" && (merges || index === 0));
  return { head, rest: messages.filter((message) => !head.includes(message)) };
}

/** Pointers of the messages, parts and tools that `later` begins with as `first` does. */
export function commonPointers(first: Prompt, later: Prompt, merges: boolean): Set<string> {
  const common = new Set<string>();
  if (first.model !== later.model || !hasSameTools(first, later)) return common;
  if (first.tools.length > 0) common.add("/tools");
  const a = splitHead(first, merges);
  const b = splitHead(later, merges);
  if (a.head.length !== b.head.length) return common;
  const pairs = [...a.head, ...a.rest].map(
    (message, index) => [message, [...b.head, ...b.rest][index]] as const,
  );
  for (const [message, other] of pairs) {
    if (isSameMessage(message, other)) {
      common.add(message.pointer);
      for (const part of message.parts) common.add(part.pointer);
      continue;
    }
    // The last part of a message ends with it, so it is common only where the whole message is.
    const inner = message.parts.slice(0, Math.min(message.parts.length, other?.parts.length ?? 0) - 1);
    const isHead = message.role === other?.role && message.reasoning === other.reasoning;
    const differs = inner.findIndex((part, index) => !isSamePart(part, other?.parts[index]));
    const same = isHead ? inner.slice(0, differs < 0 ? inner.length : differs) : [];
    for (const part of same) common.add(part.pointer);
    break;
  }
  return common;
}

/** For each request that follows: index of the last cut it begins with as well; -1 = none. */
export function lastCommonCuts({ prompt, model, layout, following }: LintContext): number[] {
  const merges = mergesSystem(prompt, model, layout.readings);
  return following.map((later) => {
    const common = commonPointers(prompt, later, merges);
    const differs = layout.cuts.findIndex(({ pointer }) => !common.has(pointer));
    return (differs < 0 ? layout.cuts.length : differs) - 1;
  });
}
