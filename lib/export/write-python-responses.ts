/** The request, or a conversation that begins with it, for the Responses API in the OpenAI SDK of Python. */

import type { JsonValue } from "../values/json";
import type { Words } from "../words/create-words";
import type { CodeInput, CodeOutput } from "./code-input";
import { type Conversation, type PreparedCode, prepareCode, type WrittenCode } from "./prepare-code";
import { askWithTools, assignPython, writeLoop } from "./python-conversation";
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

/** What was said is a list of items; an answer is several of them. */
const ITEMS = { name: "items", add: "items.extend(answer)", lastRole: 'items[-1].get("role")' };

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
    ...(hasTools ? [askWithTools("responses", conversation.results, t)] : []),
    writeLoop(conversation, hasTools ? "ask" : "send", ITEMS),
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
