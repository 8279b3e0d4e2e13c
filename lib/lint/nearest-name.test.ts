/** A slip of the pen is mended; a name of another product is not. */
import { expect, it } from "vitest";
import { listModels } from "../offers/catalogue";
import { nearestName } from "./nearest-name";

const known = listModels().map(({ model }) => model);

it.each([
  ["qwen3.7-maxx", "qwen3.7-max"],
  ["qwen3.7-mxa", "qwen3.7-max"],
  ["qwen37-max", "qwen3.7-max"],
  ["Qwen3.7-Max", "qwen3.7-max"],
  ["qwne-plus", "qwen-plus"],
  ["deepseek-v4-falsh", "deepseek-v4-flash"],
])("%s is a slip for %s", (name, meant) => expect(nearestName(name, known)).toBe(meant));

it.each([
  "glm-5.2",
  "glm-5.2-fast-preview",
  "kimi-k2.7-code",
  "qwen3.6-27b",
  "qwen3-omni-flash",
  "qwen3.7-turbo",
  "qwen3.9-max",
  "deepseek-v4-lite",
  "qwen-mt-plus",
  "gpt-4o",
  "",
])("%j is another product", (name) => expect(nearestName(name, known)).toBeNull());
