/** Reads whether a request asks the model to think, from the places where clients write it. */
import { booleanOf, type JsonNode, memberOf, stringOf } from "./json-node";

/**
 * `enable_thinking` (also inside `extra_body` or `chat_template_kwargs`, as SDK users paste it), Anthropic
 * `thinking.type`, `reasoning_effort: "none"` and, of Responses, `reasoning.effort: "none"`; null when the request does not say.
 */
export function parseThinking(root: JsonNode): boolean | null {
  const enabled = findFlag(root, "enable_thinking");
  if (enabled !== null) return enabled;
  const type = stringOf(memberOf(memberOf(root, "thinking"), "type"));
  if (type === "disabled") return false;
  if (type === "enabled" || type === "adaptive") return true;
  const efforts = [memberOf(root, "reasoning_effort"), memberOf(memberOf(root, "reasoning"), "effort")];
  return efforts.some((effort) => stringOf(effort) === "none") ? false : null;
}

/** `preserve_thinking`, from the same places; null when the request does not say. */
export function parsePreserveThinking(root: JsonNode): boolean | null {
  return findFlag(root, "preserve_thinking");
}

/** A switch of the request, at its top or where SDK users paste it; null when the request does not say. */
export function findFlag(root: JsonNode, key: string): boolean | null {
  const extra = memberOf(root, "extra_body");
  const places = [
    root,
    extra,
    memberOf(root, "chat_template_kwargs"),
    memberOf(extra, "chat_template_kwargs"),
  ];
  for (const place of places) {
    const flag = booleanOf(memberOf(place, key));
    if (flag !== null) return flag;
  }
  return null;
}
