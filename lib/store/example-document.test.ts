/** The templates are requests of their dialect, with a marker that says where the part that stays ends. */
import { expect, it } from "vitest";
import { parsePrompt } from "../prompt/parse";
import { writeTemplate } from "./example-document";

it.each(["openai", "anthropic"] as const)("a template in the %s dialect is read as one", (dialect) => {
  const parsed = parsePrompt(writeTemplate(dialect, "qwen3.7-max"));
  expect(parsed.prompt).toMatchObject({ dialect, model: "qwen3.7-max" });
});
