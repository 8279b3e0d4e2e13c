/** The request, or a conversation that begins with it, for the Responses API in the OpenAI SDK of Python. */

import type { JsonValue } from "../values/json";
import type { Words } from "../words/create-words";
import type { CodeInput, CodeOutput } from "./code-input";
import { type Conversation, type PreparedCode, prepareCode, type WrittenCode } from "./prepare-code";
import { assignPython } from "./python-conversation";
import { SESSION_HEADER, withListedInput } from "./responses-input";
import { RESPONSES_PARAMETERS, splitBody } from "./split-body";
import { quote } from "./write-literal";

const headOf = (baseUrl: string, isLoop: boolean): string =>
  `# pip install openai
${isLoop ? "import os\nimport time" : "import os"}

from openai import OpenAI

client = OpenAI(
    api_key=os.environ["DASHSCOPE_API_KEY"],
    base_url=os.environ.get("DASHSCOPE_BASE_URL", ${quote(baseUrl)}),
    default_headers={${quote(SESSION_HEADER.name)}: ${quote(SESSION_HEADER.value)}},
)`;

/** Fields: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24), session cache. */
const writePrintUsage = (t: Words["t"]): string => `def print_usage(usage):
    """${t("exporting.commentUsage")}"""
    usage = usage.model_dump()
    read = (usage.get("input_tokens_details") or {}).get("cached_tokens") or 0
    billed = (usage.get("x_details") or [{}])[0].get("prompt_tokens_details") or {}
    written = billed.get("cache_creation_input_tokens") or 0
    uncached = usage["input_tokens"] - read - written
    print(f"read {read}, written {written}, uncached {uncached}, completion {usage['output_tokens']}")`;

const writeAsk = (
  results: Conversation["results"],
  t: Words["t"],
): string => `# ${t("exporting.commentTools")}
${assignPython("TOOL_RESULTS", results)}
MAX_ROUNDS = 8


def ask():
    """${t("exporting.commentAsk")}"""
    answer = send()
    for _ in range(MAX_ROUNDS):
        calls = [item for item in answer if item["type"] == "function_call"]
        if not calls:
            break
        items.extend(answer)
        for call in calls:
            result = TOOL_RESULTS.get(call["name"], "done")
            items.append({"type": "function_call_output", "call_id": call["call_id"], "output": result})
        answer = send()
    return answer`;

function writeLoop({ turns }: Conversation, ask: string): string {
  const replaces = turns.some(({ instead }) => instead !== undefined);
  return [
    ...(replaces ? ["question = len(items) - 1"] : []),
    `answer = ${ask}()`,
    "for turn in TURNS:",
    "    if WAIT:",
    '        time.sleep(turn["gap"])',
    '    if "user" in turn:',
    '        if items[-1].get("role") != "assistant":',
    "            items.extend(answer)",
    ...(replaces ? ["        question = len(items)"] : []),
    '        items.append({"role": "user", "content": turn["user"]})',
    ...(replaces
      ? [
          '    elif "instead" in turn:',
          '        items[question:] = [{"role": "user", "content": turn["instead"]}]',
        ]
      : []),
    `    answer = ${ask}()`,
  ].join("\n");
}

function writeConversation(
  request: JsonValue,
  conversation: Conversation,
  { hasTools, call, t }: { readonly hasTools: boolean; readonly call: string; readonly t: Words["t"] },
): string {
  const turns = conversation.turns.map((turn): JsonValue => ({ ...turn }));
  return [
    [
      `# ${t("exporting.commentRequest")}\n${assignPython("request", request)}`,
      `# ${t("exporting.commentTurns")}\n${assignPython("TURNS", turns)}`,
      `# ${t("exporting.commentWait")}\nWAIT = False`,
      'items = request["input"]',
    ].join("\n\n"),
    `def send():
    """${t("exporting.commentSendItems")}"""
    response = ${call}
    print_usage(response.usage)
    return [item.model_dump(exclude_none=True) for item in response.output]`,
    ...(hasTools ? [writeAsk(conversation.results, t)] : []),
    writeLoop(conversation, hasTools ? "ask" : "send"),
  ].join("\n\n\n");
}

function write(prepared: PreparedCode): WrittenCode {
  const { body, baseUrl, streams, conversation, hasTools, words } = prepared;
  const { t } = words;
  const { known, extra } = splitBody(conversation ? withListedInput(body) : body, RESPONSES_PARAMETERS);
  const hasExtra = Object.keys(extra).length > 0;
  const head = [
    headOf(baseUrl, conversation !== null),
    ...(hasExtra ? [`# ${t("exporting.commentExtraOpenai")}\n${assignPython("extra", extra)}`] : []),
  ].join("\n\n");
  const call = `client.responses.create(**request${hasExtra ? ", extra_body=extra" : ""})`;
  if (conversation) {
    const rest = writeConversation(known, conversation, { hasTools, call, t });
    return { code: `${head}\n\n\n${writePrintUsage(t)}\n\n\n${rest}` };
  }
  const single = streams
    ? `for event in ${call}:
    if event.type == "response.output_text.delta":
        print(event.delta, end="", flush=True)
    if event.type == "response.completed":
        print()
        print_usage(event.response.usage)`
    : `response = ${call}
print(response.output_text)
print_usage(response.usage)`;
  const code = [head, assignPython("request", known)].join("\n\n");
  return { code: `${code}\n\n\n${writePrintUsage(t)}\n\n\n${single}` };
}

export const writePythonResponses = (input: CodeInput): CodeOutput =>
  prepareCode(input, ["responses"], write);
