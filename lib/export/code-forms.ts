/** The forms that a request can leave the playground in, in the order they are offered. */
import type { CodeForm } from "./code-input";
import { writeCurl, writeCurlNative } from "./write-curl";
import { writePythonAnthropic } from "./write-python-anthropic";
import { writePythonDashScope } from "./write-python-dashscope";
import { writePythonLiteLlm } from "./write-python-litellm";
import { writePythonOpenAi } from "./write-python-openai";
import { writePythonResponses } from "./write-python-responses";
import { writeTypeScriptAiSdk } from "./write-typescript-ai-sdk";
import { writeTypeScriptAnthropic } from "./write-typescript-anthropic";
import { writeTypeScriptOpenAi } from "./write-typescript-openai";
import { writeTypeScriptResponses } from "./write-typescript-responses";

const OPENAI = ["openai"] as const;
const ANTHROPIC = ["anthropic"] as const;
const RESPONSES = ["responses"] as const;

const python = { language: "python", dialects: OPENAI } as const;
const script = { language: "typescript", dialects: OPENAI } as const;

export const CODE_FORMS: readonly CodeForm[] = [
  {
    id: "curl",
    label: "curl",
    language: "shell",
    dialects: ["openai", "anthropic", "responses"],
    fileName: "request.sh",
    write: writeCurl,
  },
  {
    id: "curl-dashscope",
    label: "curl, DashScope",
    language: "shell",
    dialects: OPENAI,
    fileName: "request_dashscope.sh",
    write: writeCurlNative,
  },
  {
    ...python,
    id: "python-openai",
    label: "Python, OpenAI SDK",
    fileName: "request_openai.py",
    write: writePythonOpenAi,
  },
  {
    ...python,
    dialects: ANTHROPIC,
    id: "python-anthropic",
    label: "Python, Anthropic SDK",
    fileName: "request_anthropic.py",
    write: writePythonAnthropic,
  },
  {
    ...python,
    dialects: RESPONSES,
    id: "python-responses",
    label: "Python, OpenAI SDK (Responses)",
    fileName: "request_responses.py",
    write: writePythonResponses,
  },
  {
    ...python,
    id: "python-dashscope",
    label: "Python, DashScope SDK",
    fileName: "request_dashscope.py",
    write: writePythonDashScope,
  },
  {
    ...python,
    id: "python-litellm",
    label: "Python, LiteLLM",
    fileName: "request_litellm.py",
    write: writePythonLiteLlm,
  },
  {
    ...script,
    id: "typescript-openai",
    label: "TypeScript, OpenAI SDK",
    fileName: "request-openai.ts",
    write: writeTypeScriptOpenAi,
  },
  {
    ...script,
    dialects: ANTHROPIC,
    id: "typescript-anthropic",
    label: "TypeScript, Anthropic SDK",
    fileName: "request-anthropic.ts",
    write: writeTypeScriptAnthropic,
  },
  {
    ...script,
    dialects: RESPONSES,
    id: "typescript-responses",
    label: "TypeScript, OpenAI SDK (Responses)",
    fileName: "request-responses.ts",
    write: writeTypeScriptResponses,
  },
  {
    ...script,
    id: "typescript-ai-sdk",
    label: "TypeScript, AI SDK",
    fileName: "request-ai-sdk.ts",
    write: writeTypeScriptAiSdk,
  },
];

export const findCodeForm = (id: string): CodeForm | null =>
  CODE_FORMS.find((form) => form.id === id) ?? null;
