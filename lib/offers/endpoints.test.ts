/** Every endpoint has a URL of its own, and no input leads anywhere else. */

import fc from "fast-check";
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { isForCodingToolsOnly, requestPathOf } from "./endpoint";
import { findEndpoint, isWorkspace, listEndpoints } from "./endpoints";
import { REGIONS } from "./regions";

const workspace = "llm-abc123";
const urlOf = (id: string): string => {
  const found = findEndpoint(id, { workspace });
  return found.ok ? found.url : ENGLISH.say(found.reason);
};

it.each([
  ["intl-openai", "https://dashscope-intl.aliyuncs.com/compatible-mode/v1"],
  ["cn-anthropic", "https://dashscope.aliyuncs.com/apps/anthropic"],
  ["hk-openai", "https://cn-hongkong.dashscope.aliyuncs.com/compatible-mode/v1"],
  ["workspace-eu-openai", "https://llm-abc123.eu-central-1.maas.aliyuncs.com/compatible-mode/v1"],
  ["workspace-jp-anthropic", "https://llm-abc123.ap-northeast-1.maas.aliyuncs.com/apps/anthropic"],
  ["trial-hk-openai", "https://trial.cn-hongkong.maas.aliyuncs.com/compatible-mode/v1"],
  ["qwencloud-intl-anthropic", "https://ap-southeast-1.maas.qwencloudapi.com/apps/anthropic"],
  ["token-plan-cn-openai", "https://token-plan.cn-beijing.maas.aliyuncs.com/compatible-mode/v1"],
  ["coding-plan-intl-openai", "https://coding-intl.dashscope.aliyuncs.com/v1"],
  ["coding-plan-cn-anthropic", "https://coding.dashscope.aliyuncs.com/apps/anthropic"],
])("%s is %s", (id, url) => expect(urlOf(id)).toBe(url));

it("gives every endpoint an id and a complete https URL of its own", () => {
  const all = listEndpoints();
  const urls = all.map(({ id }) => urlOf(id));
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(urls).size).toBe(all.length);
  for (const url of urls)
    expect(url).toMatch(/^https:\/\/[a-z0-9.-]+\.(aliyuncs|qwencloudapi)\.com\/[a-z0-9/-]+$/);
});

it("dates every endpoint and names its source and its plan's keys", () => {
  for (const one of listEndpoints()) {
    expect(one.source).toMatch(/^https:\/\//);
    expect(one.asOf).toMatch(/^2026-\d\d-\d\d$/);
    expect(one.keyPrefix).toBe(isForCodingToolsOnly(one) ? "sk-sp-" : "sk-");
    expect(one.terms !== null).toBe(isForCodingToolsOnly(one));
    // A key that the words lack would be shown itself.
    for (const said of [one.name, one.terms ?? ""]) expect(ENGLISH.say(said)).not.toMatch(/^offers\./);
  }
});

it("agrees with the list of regions", () => {
  const hostsOf = (plan: string) =>
    listEndpoints()
      .filter((one) => one.plan === plan && one.dialect === "openai" && !one.id.startsWith("qwencloud"))
      .flatMap(({ region, baseUrl }) => (region ? [`${region} ${new URL(baseUrl).host}`] : []));
  const shared = REGIONS.flatMap(({ id, host }) => (host ? [`${id} ${new URL(host).host}`] : []));
  expect(hostsOf("pay-as-you-go").sort()).toEqual(shared.sort());
  const own = REGIONS.flatMap(({ id, workspaceHost }) => (workspaceHost ? [[id, workspaceHost]] : []));
  expect(hostsOf("workspace").sort()).toEqual(
    own
      .map(([id, host]) => `${id} ${new URL(host?.replace("{WorkspaceId}", "{workspace}") ?? "").host}`)
      .sort(),
  );
});

it("asks for the workspace where the host is its own", () => {
  const found = findEndpoint("workspace-eu-openai");
  expect(found.ok ? "" : ENGLISH.say(found.reason)).toBe("Frankfurt, own workspace needs a workspace id.");
});

it.each([
  "ab",
  "Abc",
  "a.b",
  "a/b",
  "evil.example#",
  "a@b",
  "trial",
  "token-plan",
  "a".repeat(65),
  "abc\n",
  "ä-ö",
])("takes %o for no workspace", (id) => {
  expect(isWorkspace(id)).toBe(false);
  expect(findEndpoint("workspace-eu-openai", { workspace: id }).ok).toBe(false);
});

it("never leaves the listed domains, whatever is asked for", () => {
  const ids = fc.oneof(fc.string(), fc.constantFrom(...listEndpoints().map(({ id }) => id)));
  fc.assert(
    fc.property(ids, fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9-]{3,64}$/)), (id, name) => {
      const found = findEndpoint(id, { workspace: name });
      if (found.ok) expect(new URL(found.url).hostname).toMatch(/\.(aliyuncs|qwencloudapi)\.com$/);
      else expect(ENGLISH.say(found.reason)).toMatch(/\.$/);
    }),
  );
});

it("appends the path of the dialect", () => {
  expect(requestPathOf("openai")).toBe("/chat/completions");
  expect(requestPathOf("anthropic")).toBe("/v1/messages");
});
