/** The request, or a conversation that begins with it, for the OpenAI SDK of Python. */
import type { Words } from "../words/create-words";
import type { CodeInput, CodeOutput } from "./code-input";
import { type PreparedCode, prepareCode, type WrittenCode } from "./prepare-code";
import { assignPython, writePythonConversation } from "./python-conversation";
import { OPENAI_PARAMETERS, splitBody } from "./split-body";
import { quote } from "./write-literal";

const headOf = (baseUrl: string, isLoop: boolean): string =>
  `# pip install openai
${isLoop ? "import copy\nimport os\nimport time" : "import os"}

from openai import OpenAI

client = OpenAI(
    api_key=os.environ["DASHSCOPE_API_KEY"],
    base_url=os.environ.get("DASHSCOPE_BASE_URL", ${quote(baseUrl)}),
)`;

/** Prompt tokens are read + written + uncached. https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11) */
const writePrintUsage = (t: Words["t"]): string => `def print_usage(usage):
    """${t("exporting.commentUsage")}"""
    usage = usage.model_dump()
    details = usage.get("prompt_tokens_details") or {}
    read = details.get("cached_tokens") or 0
    written = details.get("cache_creation_input_tokens") or 0
    uncached = usage["prompt_tokens"] - read - written
    print(f"read {read}, written {written}, uncached {uncached}, completion {usage['completion_tokens']}")`;

/** The model's message as a dict that can be sent again. */
export const returnOpenAiAnswer = (
  keepsThinking: boolean,
): string => `    message = response.choices[0].message
    answer = {"role": "assistant", "content": message.content or ""}
${keepsThinking ? '    if getattr(message, "reasoning_content", None):\n        answer["reasoning_content"] = message.reasoning_content\n' : ""}    if message.tool_calls:
        answer["tool_calls"] = [call.model_dump() for call in message.tool_calls]
    return answer`;

function write(prepared: PreparedCode): WrittenCode {
  const {
    body,
    baseUrl,
    streams,
    conversation,
    words: { t },
  } = prepared;
  const { known, extra } = splitBody(body, OPENAI_PARAMETERS);
  const hasExtra = Object.keys(extra).length > 0;
  const extraText = hasExtra
    ? [`# ${t("exporting.commentExtraOpenai")}\n${assignPython("extra", extra)}`]
    : [];
  const call = (from: string): string =>
    `client.chat.completions.create(**${from}${hasExtra ? ", extra_body=extra" : ""})`;
  const head = [headOf(baseUrl, conversation !== null), ...extraText];
  if (conversation) {
    const send = `    response = ${call("marked")}
    print_usage(response.usage)
${returnOpenAiAnswer(body.preserve_thinking === true)}`;
    const rest = writePythonConversation({ ...prepared, body: known }, conversation, send);
    return { code: `${head.join("\n\n")}\n\n\n${writePrintUsage(t)}\n\n\n${rest}` };
  }
  const single = streams
    ? `for chunk in ${call("request")}:
    if chunk.choices:
        print(chunk.choices[0].delta.content or "", end="", flush=True)
    if chunk.usage:
        print()
        print_usage(chunk.usage)`
    : `response = ${call("request")}
print(response.choices[0].message.content)
print_usage(response.usage)`;
  const code = [...head, assignPython("request", known)].join("\n\n");
  return { code: `${code}\n\n\n${writePrintUsage(t)}\n\n\n${single}` };
}

export const writePythonOpenAi = (input: CodeInput): CodeOutput => prepareCode(input, ["openai"], write);
