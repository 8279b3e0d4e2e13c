/** The request, or a conversation that begins with it, for the Anthropic SDK of Python. */

import type { Words } from "../words/create-words";
import { tell } from "../words/message";
import type { CodeInput, CodeOutput } from "./code-input";
import { type PreparedCode, prepareCode, type WrittenCode } from "./prepare-code";
import { assignPython, writePythonConversation } from "./python-conversation";
import { ANTHROPIC_PARAMETERS, splitBody } from "./split-body";
import { quote } from "./write-literal";

export const NO_LIMIT = tell("exporting.noLimit");

const headOf = ({ baseUrl, timeout, conversation }: PreparedCode): string =>
  `# pip install anthropic
${conversation ? "import copy\nimport os\nimport time" : "import os"}

from anthropic import Anthropic

client = Anthropic(
    api_key=os.environ["DASHSCOPE_API_KEY"],
    base_url=os.environ.get("DASHSCOPE_BASE_URL", ${quote(baseUrl)}),
    timeout=${timeout},
)`;

/** `input_tokens` is the uncached rest. https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11) */
const writePrintUsage = (t: Words["t"]): string => `def print_usage(usage):
    """${t("exporting.commentUsage")}"""
    read = usage.cache_read_input_tokens or 0
    written = usage.cache_creation_input_tokens or 0
    print(f"read {read}, written {written}, uncached {usage.input_tokens}, completion {usage.output_tokens}")`;

function write(prepared: PreparedCode): WrittenCode {
  const {
    body,
    streams,
    conversation,
    words: { t },
  } = prepared;
  const { known, extra } = splitBody(body, ANTHROPIC_PARAMETERS);
  const hasExtra = Object.keys(extra).length > 0;
  const extraText = hasExtra ? [`# ${t("exporting.commentExtra")}\n${assignPython("extra", extra)}`] : [];
  const argument = hasExtra ? ", extra_body=extra" : "";
  const head = [headOf(prepared), ...extraText];
  const notes = body.max_tokens === undefined ? [NO_LIMIT] : [];
  if (conversation) {
    const send = `    response = client.messages.create(**marked${argument})
    print_usage(response.usage)
    content = [block.model_dump(exclude_none=True) for block in response.content]
    return {"role": "assistant", "content": content}`;
    const rest = writePythonConversation({ ...prepared, body: known }, conversation, send);
    return { code: `${head.join("\n\n")}\n\n\n${writePrintUsage(t)}\n\n\n${rest}`, notes };
  }
  const single = streams
    ? `for event in client.messages.create(**request${argument}):
    if event.type == "content_block_delta" and event.delta.type == "text_delta":
        print(event.delta.text, end="", flush=True)
    if event.type == "message_start":
        print_usage(event.message.usage)`
    : `response = client.messages.create(**request${argument})
print("".join(block.text for block in response.content if block.type == "text"))
print_usage(response.usage)`;
  const code = [...head, assignPython("request", known)].join("\n\n");
  return { code: `${code}\n\n\n${writePrintUsage(t)}\n\n\n${single}`, notes };
}

export const writePythonAnthropic = (input: CodeInput): CodeOutput =>
  prepareCode(input, ["anthropic"], write);
