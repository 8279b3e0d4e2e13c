/** Errors of the text keep their words for the reader's language. */
import { expect, test } from "vitest";
import { parsePrompt } from "../prompt/parse";
import { createWords } from "../words/create-words";
import { ENGLISH } from "../words/plain-words";
import { zh } from "../words/zh";
import { findErrors } from "./find-errors";

test("an error of the text is told in the reader's language", () => {
  const [found] = findErrors(parsePrompt('{"messages": [').errors, "json-invalid");
  expect(ENGLISH.say(found?.message ?? "")).toContain("ends too early");
  expect(createWords("zh", zh).say(found?.message ?? "")).not.toMatch(/[a-z]/);
});
