/** The Python function that places markers, and the helpers that its steps need. */

import type { Words } from "../words/create-words";
import type { PlacementStep, PlacementSteps } from "./placement-steps";
import { asComment, quote, writeLiteral } from "./write-literal";

/** `field`: the system text stands outside the messages; `none`: the request has no such text. */
export type SystemPlace = "messages" | "field" | "none";

const writeCarriers = (
  t: Words["t"],
): string => `CARRIERS = ("image", "image_url", "video", "video_url", "tool_use", "tool_result")


def carriers(message):
    """${t("exporting.commentCarriers")}"""
    content = message.get("content") or []
    parts = [{"type": "text", "text": content}] if isinstance(content, str) else content
    return [part for part in parts if part.get("text") or part.get("type") in CARRIERS]`;

const markWith = (
  { markerKey, marker }: PlacementSteps,
  t: Words["t"],
): string => `def mark(message, part=None):
    """${t("exporting.commentMark")}"""
    if message is None or not carriers(message):
        return
    if isinstance(message["content"], str):
        message["content"] = [{"type": "text", "text": message["content"]}]
    target = carriers(message)[-1] if part is None else message["content"][part]
    target[${quote(markerKey)}] = ${writeLiteral(marker, "python")}`;

const writeSystemEnd = (t: Words["t"]): string => `def system_end(messages):
    """${t("exporting.commentSystemEnd")}"""
    found = None
    for message in messages:
        if message["role"] != "system":
            break
        if carriers(message):
            found = message
    return found`;

const writeAsks = (t: Words["t"]): string => `def asks(message):
    """${t("exporting.commentAsks")}"""
    content = message.get("content") or []
    return message["role"] == "user" and (
        isinstance(content, str) or any(part.get("type") != "tool_result" for part in content)
    )`;

const writeIsInput = (t: Words["t"]): string => `def is_input(message):
    """${t("exporting.commentInput")}"""
    return message["role"] in ("user", "tool", "function")`;

const writeNewest = (t: Words["t"]): string => `def newest(messages, fits=lambda message: True, back=0):
    """${t("exporting.commentNewest")}"""
    found = [m for m in messages if m["role"] != "system" and fits(m) and carriers(m)]
    return found[-1 - back] if len(found) > back else None`;

const writeLastQuestion = (t: Words["t"]): string => `def last_question(messages):
    """${t("exporting.commentLastQuestion")}"""
    return max((index for index, message in enumerate(messages) if asks(message)), default=0)`;

const writeBeforeEnd = (t: Words["t"]): string => `def before_end(messages, blocks):
    """${t("exporting.commentBeforeEnd")}"""
    behind = 0
    for message in reversed(messages):
        if message["role"] == "system":
            continue
        if behind >= blocks and carriers(message):
            return message
        content = message.get("content")
        behind += max(1, len(content)) if isinstance(content, list) else 1
    return system_end(messages) if behind >= blocks else None`;

function writeStep(step: PlacementStep): string {
  switch (step.kind) {
    case "system":
      return "mark(system_end(messages))";
    case "first-user":
      return "mark(next((message for message in messages if asks(message)), None))";
    case "before-user":
      return "mark(newest(messages[:last_question(messages)]))";
    case "previous-end":
      return "mark(newest(messages[:previous_end]))";
    case "pin": {
      const part = step.part === null ? "" : `, part=${step.part}`;
      return `if len(messages) > ${step.message}:\n        mark(messages[${step.message}]${part})`;
    }
    case "before-end":
      return `mark(before_end(messages, ${step.blocks}))`;
    default: {
      const fits = step.kind === "last-user" ? ", asks" : step.kind === "last-input" ? ", is_input" : "";
      return `mark(newest(messages${fits}${step.back > 0 ? `, back=${step.back}` : ""}))`;
    }
  }
}

/**
 * `place_markers(request, previous_end)`: a copy of the request with its markers, and how many messages it has,
 * which is the next one's `previous_end`.
 */
export function writePlaceMarkersPython(
  plan: PlacementSteps,
  system: SystemPlace,
  { t, say }: Words,
): string {
  const kinds = new Set(plan.steps.map(({ kind }) => kind));
  const needs = (...names: PlacementStep["kind"][]): boolean => names.some((name) => kinds.has(name));
  const helpers = [
    ...(plan.steps.length > 0 ? [writeCarriers(t), markWith(plan, t)] : []),
    ...(needs("system", "before-end") ? [writeSystemEnd(t)] : []),
    ...(needs("last-user", "first-user", "before-user") ? [writeAsks(t)] : []),
    ...(needs("last-input") ? [writeIsInput(t)] : []),
    ...(needs("last", "last-user", "last-input", "before-user", "previous-end") ? [writeNewest(t)] : []),
    ...(needs("before-user") ? [writeLastQuestion(t)] : []),
    ...(needs("before-end") ? [writeBeforeEnd(t)] : []),
  ];
  const isOutside = system === "field" && plan.steps.length > 0;
  const lines = [
    "def place_markers(request, previous_end):",
    `    # ${asComment(say(plan.summary))}`,
    "    marked = copy.deepcopy(request)",
    ...(isOutside ? ['    system = {"role": "system", "content": marked["system"]}'] : []),
    isOutside ? '    messages = [system, *marked["messages"]]' : '    messages = marked["messages"]',
    ...plan.steps.map((step) => `    ${writeStep(step)}`),
    ...(isOutside ? ['    marked["system"] = system["content"]'] : []),
    "    return marked, len(messages)",
  ];
  return [...helpers, lines.join("\n")].join("\n\n\n");
}
