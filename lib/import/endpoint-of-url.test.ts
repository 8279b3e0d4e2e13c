/** Addresses are told by their host, workspaces included, and by nothing that only looks like one. */
import { expect, it } from "vitest";
import { endpointOfUrl } from "./endpoint-of-url";

it.each<[string, string | undefined]>([
  ["https://dashscope-intl.aliyuncs.com/compatible-mode/v1/chat/completions", "intl-openai"],
  ["https://dashscope-intl.aliyuncs.com/apps/anthropic/v1/messages?beta=true", "intl-anthropic"],
  ["https://dashscope.aliyuncs.com/api/v1/services/aigc/text-generation/generation", "cn-openai"],
  ["https://my-team.eu-central-1.maas.aliyuncs.com/apps/anthropic/v1/messages", "workspace-eu-anthropic"],
  ["https://trial.cn-beijing.maas.aliyuncs.com/compatible-mode/v1/chat/completions", "trial-cn-openai"],
  ["https://dashscope.aliyuncs.com.example.com/compatible-mode/v1/chat/completions", undefined],
  ["https://a.b.eu-central-1.maas.aliyuncs.com/compatible-mode/v1", undefined],
  ["http://localhost:3000/emulator/compatible-mode/v1/chat/completions", undefined],
  ["::::", undefined],
])("%s", (url, id) => {
  expect(endpointOfUrl(url)?.id).toBe(id);
});
