/** The templates are requests of their dialect. */
import { expect, it } from "vitest";
import { DIALECTS } from "../prompt/dialect-names";
import { parsePrompt } from "../prompt/parse";
import { writeTemplate } from "./example-document";

it.each(DIALECTS)("a template in the %s dialect is read as one", (dialect) => {
  const parsed = parsePrompt(writeTemplate(dialect, "qwen3.7-max"));
  expect(parsed.prompt).toMatchObject({ dialect, model: "qwen3.7-max" });
});
