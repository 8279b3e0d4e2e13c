/** The parts of a Python program that do not depend on the library: its turns, its tools and its loop. */

import type { JsonValue } from "../values/json";
import type { Words } from "../words/create-words";
import { writePlaceMarkersPython } from "./place-markers-python";
import type { Conversation, PreparedCode } from "./prepare-code";
import { writeLiteral } from "./write-literal";

/** An assignment of a JSON value. */
export const assignPython = (name: string, value: JsonValue): string =>
  `${name} = ${writeLiteral(value, "python", "", name.length + 3)}`;

/** How a program keeps what was said: under which name, and how it adds an answer. */
interface History {
  readonly name: string;
  readonly add: string;
  readonly lastRole: string;
}

const MESSAGES: History = {
  name: "messages",
  add: "messages.append(answer)",
  lastRole: 'messages[-1]["role"]',
};

const RESULTS = {
  responses: `        calls = [item for item in answer if item["type"] == "function_call"]
        if not calls:
            break
        items.extend(answer)
        for call in calls:
            result = TOOL_RESULTS.get(call["name"], "done")
            items.append({"type": "function_call_output", "call_id": call["call_id"], "output": result})`,
  openai: `        calls = answer.get("tool_calls")
        if not calls:
            break
        messages.append(answer)
        for call in calls:
            result = TOOL_RESULTS.get(call["function"]["name"], "done")
            messages.append({"role": "tool", "tool_call_id": call["id"], "content": result})`,
  anthropic: `        calls = [part for part in answer["content"] if part["type"] == "tool_use"]
        if not calls:
            break
        messages.append(answer)
        results = [
            {"type": "tool_result", "tool_use_id": call["id"], "content": TOOL_RESULTS.get(call["name"], "done")}
            for call in calls
        ]
        messages.append({"role": "user", "content": results})`,
} as const;

/** Asks, and answers the calls of tools as the scenario does, until none is made. */
export const askWithTools = (
  dialect: keyof typeof RESULTS,
  results: Conversation["results"],
  t: Words["t"],
): string => `# ${t("exporting.commentTools")}
${assignPython("TOOL_RESULTS", results)}
MAX_ROUNDS = 8


def ask():
    """${t("exporting.commentAsk")}"""
    answer = send()
    for _ in range(MAX_ROUNDS):
${RESULTS[dialect]}
        answer = send()
    return answer`;

/** The turns of the scenario, one after the other. @param ask the function that sends what was said so far */
export function writeLoop({ turns }: Conversation, ask: string, { name, add, lastRole } = MESSAGES): string {
  const replaces = turns.some(({ instead }) => instead !== undefined);
  return [
    ...(replaces ? [`question = len(${name}) - 1`] : []),
    `answer = ${ask}()`,
    "for turn in TURNS:",
    "    if WAIT:",
    '        time.sleep(turn["gap"])',
    '    if "user" in turn:',
    `        if ${lastRole} != "assistant":`,
    `            ${add}`,
    ...(replaces ? [`        question = len(${name})`] : []),
    `        ${name}.append({"role": "user", "content": turn["user"]})`,
    ...(replaces
      ? [
          '    elif "instead" in turn:',
          `        ${name}[question:] = [{"role": "user", "content": turn["instead"]}]`,
        ]
      : []),
    `    answer = ${ask}()`,
  ].join("\n");
}

/**
 * The conversation after its client and `print_usage`.
 * @param send the function that sends `marked` and returns the model's message as a dict, indented by four
 */
export function writePythonConversation(
  { body, hasTools, dialect }: Pick<PreparedCode, "body" | "hasTools" | "dialect">,
  conversation: Conversation,
  send: string,
): string {
  const { plan, system, turns, results, words } = conversation;
  const { t } = words;
  const listed = turns.map((turn): JsonValue => ({ ...turn }));
  const values = [
    `# ${t("exporting.commentRequestPython")}\n${assignPython("request", body)}`,
    `# ${t("exporting.commentTurns")}\n${assignPython("TURNS", listed)}`,
    `# ${t("exporting.commentWait")}\nWAIT = False`,
  ];
  return [
    values.join("\n\n"),
    writePlaceMarkersPython(plan, system, words),
    'messages = request["messages"]\nprevious_end = 0',
    `def send():
    """${t("exporting.commentSend")}"""
    global previous_end
    marked, previous_end = place_markers(request, previous_end)
${send}`,
    ...(hasTools ? [askWithTools(dialect === "anthropic" ? dialect : "openai", results, t)] : []),
    writeLoop(conversation, hasTools ? "ask" : "send"),
  ].join("\n\n\n");
}
