/** Names as gateways and clients write them lead to the model that is meant, with its rules and prices. */
import { describe, expect, it } from "vitest";
import { findModel, meantName } from "./catalogue";
import { listPrices } from "./prices";

describe("a name around a name", () => {
  it.each([
    ["qwen/qwen3.7-max", "qwen3.7-max"],
    ["dashscope/qwen3.6-plus", "qwen3.6-plus"],
    ["openrouter/qwen/qwen3.6-plus:free", "qwen3.6-plus"],
    ["dashscope,qwen3-coder-plus", "qwen3-coder-plus"],
    ["Qwen/Qwen3.7-Max", "qwen3.7-max"],
    ["qwen3.7-max[1m]", "qwen3.7-max"],
    ["qwen3.7-max (high)", "qwen3.7-max"],
    ["qwen3.7-max@bailian", "qwen3.7-max"],
    ["alibaba/qwen3.7-max-2026-01-01", "qwen3.7-max-2026-01-01"],
    ["qwen-plus-latest", "qwen-plus"],
    ["dashscope/qwen-plus-latest", "qwen-plus"],
    ["moonshotai/kimi-k2.6", "kimi-k2.6"],
  ])("%s means %s", (name, meant) => {
    expect(meantName(name)).toBe(meant);
    expect(findModel(name)).toBe(findModel(meant));
    expect(listPrices(name, "cn")).toEqual(listPrices(meant, "cn"));
  });

  it.each(["kimi/kimi-k2.6", "qwen3.7-max", "qwen-plus-0112"])("%s is a name of the service's own", (name) =>
    expect(meantName(name)).toBe(name),
  );

  it.each([
    "glm-5.2",
    "glm-5.2-fast-preview",
    "kimi-k2.7-code",
    "qwen3.6-27b",
    "qwen/qwen3.6-27b",
    "gpt-latest",
    "/",
    "",
  ])("%j means none that is known", (name) => {
    expect(meantName(name)).toBeNull();
    expect(listPrices(name, "intl")).toEqual([]);
  });
});
