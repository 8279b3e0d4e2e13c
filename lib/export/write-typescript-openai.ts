/** The request, or a conversation that begins with it, for the OpenAI SDK of TypeScript. */
import type { Words } from "../words/create-words";
import type { CodeInput, CodeOutput } from "./code-input";
import { type PreparedCode, prepareCode, type WrittenCode } from "./prepare-code";
import { assignScript, noCheck, writeScriptConversation } from "./script-conversation";
import { quote } from "./write-literal";

const headOf = ({ baseUrl, streams, words: { t } }: PreparedCode): string =>
  [
    noCheck(t),
    "// npm install openai",
    `import { env${streams ? ", stdout" : ""} } from "node:process";`,
    'import OpenAI from "openai";',
    "",
    "const client = new OpenAI({",
    "  apiKey: env.DASHSCOPE_API_KEY,",
    `  baseURL: env.DASHSCOPE_BASE_URL ?? ${quote(baseUrl)},`,
    "});",
  ].join("\n");

/** Prompt tokens are read + written + uncached. https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-10-11) */
const writePrintUsage = (t: Words["t"]): string => `/** ${t("exporting.commentUsage")} */
function printUsage({ prompt_tokens, completion_tokens, prompt_tokens_details: details }) {
  const read = details?.cached_tokens ?? 0;
  const written = details?.cache_creation_input_tokens ?? 0;
  const uncached = prompt_tokens - read - written;
  console.log(\`read \${read}, written \${written}, uncached \${uncached}, completion \${completion_tokens}\`);
}`;

const STREAM = `for await (const { choices, usage } of await client.chat.completions.create(request)) {
  stdout.write(choices[0]?.delta.content ?? "");
  if (usage) {
    console.log();
    printUsage(usage);
  }
}`;

const SINGLE = `const response = await client.chat.completions.create(request);
console.log(response.choices[0].message.content);
printUsage(response.usage);`;

const sendWith = (
  keepsThinking: boolean,
): string => `  const response = await client.chat.completions.create(marked);
  printUsage(response.usage);
  const { content, tool_calls${keepsThinking ? ", reasoning_content" : ""} } = response.choices[0].message;
  return {
    role: "assistant",
    content: content ?? "",
${keepsThinking ? "    ...(reasoning_content ? { reasoning_content } : {}),\n" : ""}    ...(tool_calls?.length ? { tool_calls } : {}),
  };`;

function write(prepared: PreparedCode): WrittenCode {
  const {
    body,
    streams,
    conversation,
    hasTools,
    words: { t },
  } = prepared;
  const head = headOf(prepared);
  if (conversation) {
    const send = sendWith(body.preserve_thinking === true);
    const rest = writeScriptConversation(conversation, { request: body, hasTools, answers: "openai", send });
    return { code: `${head}\n\n${writePrintUsage(t)}\n\n${rest}` };
  }
  return {
    code: [head, assignScript("request", body), writePrintUsage(t), streams ? STREAM : SINGLE].join("\n\n"),
  };
}

export const writeTypeScriptOpenAi = (input: CodeInput): CodeOutput => prepareCode(input, ["openai"], write);
