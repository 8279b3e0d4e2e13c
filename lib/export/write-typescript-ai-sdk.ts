/** The request, or a conversation that begins with it, for the AI SDK with its Alibaba provider. */

import type { JsonFields } from "../prompt/write-part";
import { isObject, type JsonValue } from "../values/json";
import type { Words } from "../words/create-words";
import { type Message, tell } from "../words/message";
import type { CodeInput, CodeOutput } from "./code-input";
import { type PreparedCode, prepareCode, type WrittenCode } from "./prepare-code";
import { assignScript, noCheck, writeScriptConversation } from "./script-conversation";
import { toAiSdkMessages } from "./to-ai-sdk-messages";
import { quote, writeLiteral } from "./write-literal";

const NOTES = [tell("exporting.aiSdkWhole"), tell("exporting.aiSdkParts")];

/** Fields that the provider itself writes into the body. */
const CARRIED: ReadonlySet<string> = new Set(["model", "messages", "tools", "stream", "stream_options"]);

const TOOL: ReadonlySet<string> = new Set(["name", "description", "parameters"]);

interface AiSdkRequest {
  readonly messages: readonly JsonValue[];
  /** All other fields of the body, which go in beside what the provider writes. */
  readonly fields: JsonFields;
  readonly tools: readonly JsonValue[];
  readonly notes: readonly Message[];
}

function readRequest(body: JsonFields): AiSdkRequest {
  const { messages, notes } = toAiSdkMessages(body.messages);
  const tools = Array.isArray(body.tools) ? (body.tools as readonly JsonValue[]) : [];
  const isMore = tools.some(
    (tool) =>
      !isObject(tool) || !isObject(tool.function) || Object.keys(tool.function).some((key) => !TOOL.has(key)),
  );
  const isMarked = tools.some((tool) => isObject(tool) && tool.cache_control);
  return {
    messages,
    tools,
    fields: Object.fromEntries(Object.entries(body).filter(([key]) => !CARRIED.has(key))),
    notes: [
      ...NOTES,
      ...(isMarked ? [tell("exporting.aiSdkToolMarkers")] : []),
      ...(isMore ? [tell("exporting.aiSdkFunctions")] : []),
      ...notes,
    ],
  };
}

/** One entry of the tools, under its name. */
function writeTool(tool: JsonValue): string[] {
  const declared = isObject(tool) ? tool.function : undefined;
  if (!isObject(declared) || typeof declared.name !== "string") return [];
  const { name, description, parameters = {} } = declared;
  const key = writeLiteral({ [name]: 0 }, "typescript").slice(2, -5);
  const lines = [
    `  ${key}: tool({`,
    ...(typeof description === "string" ? [`    description: ${quote(description)},`] : []),
    `    inputSchema: jsonSchema(${writeLiteral(parameters, "typescript", "    ", 26)}),`,
    "  }),",
  ];
  return [lines.join("\n")];
}

/** `allowSystemInMessages`: the system text stays where the document has it. */
const CALL = (from: string, hasTools: boolean): string =>
  `{ model, messages: ${from}.messages${hasTools ? ", tools" : ""}, allowSystemInMessages: true }`;

function headOf(
  { baseUrl, body, streams, words: { t } }: PreparedCode,
  { fields, tools }: AiSdkRequest,
): string {
  const functions = [
    streams ? "streamText" : "generateText",
    ...(tools.length > 0 ? ["jsonSchema", "tool"] : []),
  ];
  const hasFields = Object.keys(fields).length > 0;
  return [
    noCheck(t),
    "// npm install ai @ai-sdk/alibaba",
    `import { env${streams ? ", stdout" : ""} } from "node:process";`,
    'import { createAlibaba } from "@ai-sdk/alibaba";',
    `import { ${functions.sort().join(", ")} } from "ai";`,
    "",
    ...(hasFields ? [`// ${t("exporting.commentFields")}`, assignScript("fields", fields), ""] : []),
    `// ${t("exporting.commentAdded")}`,
    "const added = { preserve_thinking: undefined, tool_choice: undefined };",
    "const sendOn = globalThis.fetch;",
    "const alibaba = createAlibaba({",
    "  apiKey: env.DASHSCOPE_API_KEY,",
    `  baseURL: env.DASHSCOPE_BASE_URL ?? ${quote(baseUrl)},`,
    "  fetch: (url, init) => {",
    `    const body = { ...JSON.parse(init.body), ...added${hasFields ? ", ...fields" : ""} };`,
    "    return sendOn(url, { ...init, body: JSON.stringify(body) });",
    "  },",
    "});",
    `const model = alibaba(${quote(String(body.model))});`,
    ...(tools.length > 0 ? ["", "const tools = {", ...tools.flatMap(writeTool), "};"] : []),
  ].join("\n");
}

const writePrintUsage = (t: Words["t"]): string => `/** ${t("exporting.commentUsage")} */
function printUsage({ inputTokenDetails: input, outputTokens }) {
  const { cacheReadTokens: read = 0, cacheWriteTokens: written = 0, noCacheTokens: uncached = 0 } = input;
  console.log(\`read \${read}, written \${written}, uncached \${uncached}, completion \${outputTokens}\`);
}`;

function write(prepared: PreparedCode): WrittenCode {
  const {
    body,
    streams,
    conversation,
    hasTools,
    words: { t },
  } = prepared;
  const request = readRequest(body);
  const { messages, notes } = request;
  const head = headOf(prepared, request);
  if (conversation) {
    const send = `  const result = await generateText(${CALL("marked", hasTools)});
  printUsage(result.usage);
  return result.response.messages.find(({ role }) => role === "assistant");`;
    const parts = { request: { messages }, hasTools, answers: "ai-sdk", send, marks: "ai-sdk" } as const;
    return {
      code: `${head}\n\n${writePrintUsage(t)}\n\n${writeScriptConversation(conversation, parts)}`,
      notes,
    };
  }
  const single = streams
    ? `const result = streamText(${CALL("request", hasTools)});
for await (const text of result.textStream) stdout.write(text);
console.log();
printUsage(await result.usage);`
    : `const result = await generateText(${CALL("request", hasTools)});
console.log(result.text);
printUsage(result.usage);`;
  return {
    code: [head, assignScript("request", { messages }), writePrintUsage(t), single].join("\n\n"),
    notes,
  };
}

export const writeTypeScriptAiSdk = (input: CodeInput): CodeOutput => prepareCode(input, ["openai"], write);
