/** What is left, on Model Studio, of the markers that agents send, and what the validator says to them. */
import { beforeAll, describe, expect, it } from "vitest";
import { claudeCode, olderClaudeCode } from "../lint/fixtures/agents/claude-code";
import type { AgentBody, Stage } from "../lint/fixtures/agents/conversation";
import { openClawAnthropic, openClawChat } from "../lint/fixtures/agents/open-claw";
import {
  openCodeAlibaba,
  openCodeAnthropic,
  openCodeBuiltIn,
  openCodeTwoSystems,
} from "../lint/fixtures/agents/open-code";
import { cline, goose, hermesSplit } from "../lint/fixtures/agents/other-agents";
import { qwenCodeAnthropic, qwenCodeDashScope } from "../lint/fixtures/agents/qwen-code";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { ENGLISH } from "../words/plain-words";
import { analyse } from "./analyse";
import { createDocumentOpener, type DocumentOpener } from "./open-document";

let open: DocumentOpener;
beforeAll(() => {
  open = createDocumentOpener(loadTestCounters());
});

function look(body: AgentBody) {
  const settings = { model: "qwen3.7-max", region: "intl", scenario: null } as const;
  const { request, diagnostics } = analyse(JSON.stringify(body), settings, open);
  if (!request) throw new Error("no request");
  return { request, diagnostics, rules: [...new Set(diagnostics.map(({ rule }) => rule))].sort() };
}

type Agent = (stage: Stage) => AgentBody;

/** Pointers of the parts whose markers take effect; all sent ones are counted. */
describe.each<[string, Agent, Readonly<Record<Stage, readonly [number, string]>>]>([
  [
    "Claude Code",
    claudeCode,
    {
      first: [3, "/system/2 /messages/0/content/1"],
      loop: [3, "/system/2 /messages/2/content/1"],
      next: [3, "/system/2 /messages/4/content/0"],
    },
  ],
  [
    "Claude Code up to 2.1.12",
    olderClaudeCode,
    {
      first: [3, "/system/1 /messages/0/content/1"],
      loop: [4, "/system/1 /messages/1/content/2 /messages/2/content/1"],
      next: [4, "/system/1 /messages/3/content/0 /messages/4/content/0"],
    },
  ],
  [
    "OpenCode, @ai-sdk/anthropic",
    openCodeAnthropic,
    {
      first: [2, "/system/0 /messages/0/content/0"],
      loop: [3, "/system/0 /messages/1/content/2 /messages/2/content/1"],
      next: [3, "/system/0 /messages/3/content/0 /messages/4/content/0"],
    },
  ],
  [
    "OpenCode, @ai-sdk/alibaba",
    openCodeAlibaba,
    {
      first: [2, "/messages/0/content/0 /messages/1/content/0"],
      loop: [2, "/messages/0/content/0 /messages/4/content/0"],
      next: [2, "/messages/0/content/0 /messages/6/content/0"],
    },
  ],
  [
    "OpenCode with two system messages",
    openCodeTwoSystems,
    {
      first: [3, "/messages/1/content/0 /messages/2/content/0"],
      loop: [3, "/messages/1/content/0 /messages/5/content/0"],
      next: [3, "/messages/1/content/0 /messages/7/content/0"],
    },
  ],
  ["OpenCode, built-in", openCodeBuiltIn, { first: [0, ""], loop: [0, ""], next: [0, ""] }],
  [
    "OpenClaw, Anthropic",
    openClawAnthropic,
    {
      first: [3, "/system/0 /messages/0/content/0"],
      loop: [4, "/system/0 /messages/0/content/0 /messages/2/content/1"],
      next: [3, "/system/0 /messages/4/content/0"],
    },
  ],
  [
    "OpenClaw, chat",
    openClawChat,
    {
      first: [2, "/messages/0/content/0 /messages/1/content/0"],
      loop: [2, "/messages/0/content/0 /messages/4/content/0"],
      next: [2, "/messages/0/content/0 /messages/6/content/0"],
    },
  ],
  [
    "Qwen Code, Anthropic",
    qwenCodeAnthropic,
    {
      first: [4, "/system/1 /messages/0/content/4"],
      loop: [4, "/system/1 /messages/2/content/1"],
      next: [4, "/system/1 /messages/4/content/0"],
    },
  ],
  [
    "Qwen Code, DashScope",
    qwenCodeDashScope,
    {
      first: [3, "/messages/0/content/0 /messages/1/content/4"],
      loop: [3, "/messages/0/content/0 /messages/4/content/0"],
      next: [3, "/messages/0/content/0 /messages/6/content/0"],
    },
  ],
  [
    "Hermes, split system",
    hermesSplit,
    {
      first: [3, "/messages/0/content/1 /messages/1/content/0"],
      loop: [4, "/messages/0/content/1 /messages/3/content/0 /messages/4/content/0"],
      next: [4, "/messages/0/content/1 /messages/5/content/0 /messages/6/content/0"],
    },
  ],
  [
    "Cline",
    cline,
    {
      first: [1, "/messages/1/content/0"],
      loop: [1, "/messages/1/content/0"],
      next: [1, "/messages/6/content/0"],
    },
  ],
  [
    "goose",
    goose,
    {
      first: [3, "/system/0 /messages/0/content/0"],
      loop: [4, "/system/0 /messages/0/content/0 /messages/2/content/1"],
      next: [4, "/system/0 /messages/2/content/1 /messages/4/content/0"],
    },
  ],
])("%s", (_, agent, expected) => {
  it.each(["first", "loop", "next"] as const)("%s: sent and effective markers", (stage) => {
    const { markers } = look(agent(stage)).request;
    const effective = markers.filter(({ status }) => status === "effective");
    const places = effective.map(({ pointer }) => pointer.replace(/\/cache_control$/, "")).join(" ");
    expect([markers.length, places]).toEqual(expected[stage]);
  });
});

it.each<[string, Agent, readonly string[]]>([
  [
    "Claude Code",
    claudeCode,
    ["marker-on-tool-result", "several-markers-in-message", "volatile-before-marker"],
  ],
  ["OpenCode", openCodeAnthropic, ["marker-on-tool-result", "volatile-before-marker"]],
  [
    "OpenCode with two system messages",
    openCodeTwoSystems,
    ["marker-on-tool-result", "merged-system", "volatile-before-marker"],
  ],
  ["OpenCode, built-in", openCodeBuiltIn, ["no-marker"]],
  ["OpenClaw, Anthropic", openClawAnthropic, ["marker-on-tool-result", "tools-marker-ignored"]],
  ["OpenClaw, chat", openClawChat, ["marker-on-tool-result"]],
  [
    "Qwen Code, Anthropic",
    qwenCodeAnthropic,
    ["marker-on-tool-result", "several-markers-in-message", "tools-marker-ignored", "volatile-before-marker"],
  ],
  [
    "Qwen Code, DashScope",
    qwenCodeDashScope,
    ["marker-on-tool-result", "tools-marker-ignored", "volatile-before-marker"],
  ],
  ["Hermes", hermesSplit, ["marker-on-tool-result", "several-markers-in-message"]],
  ["Cline", cline, []],
  ["goose", goose, ["marker-on-tool-result", "tools-marker-ignored"]],
])("%s, in its loop: what the validator says", (_, agent, rules) => {
  expect(look(agent("loop")).rules).toEqual(rules);
});

it("names the switch of the billing line", () => {
  const said = look(claudeCode("first")).diagnostics.filter(({ pointer }) => pointer === "/system/0/text");
  expect(said).toHaveLength(1);
  expect(ENGLISH.say(said[0]?.message ?? "")).toContain("CLAUDE_CODE_ATTRIBUTION_HEADER=0");
});
