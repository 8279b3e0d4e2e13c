/** The lines of every kind of agent lead through the recording. */
import { expect, it } from "vitest";
import { writeLines } from "./environment-lines";

const textsOf = (toEmulator: boolean): string[] =>
  writeLines({ origin: "http://localhost:3000", session: "abc", toEmulator }).map(({ files }) =>
    files.map(({ content }) => content).join("\n"),
  );

it("sends every agent through the recording, in its dialect", () => {
  const [claude, openCode, qwen, openai, anthropic] = textsOf(false);
  for (const text of [claude, openCode, anthropic]) {
    expect(text).toContain("http://localhost:3000/record/abc/apps/anthropic");
  }
  for (const text of [qwen, openai]) {
    expect(text).toContain("http://localhost:3000/record/abc/compatible-mode/v1");
  }
});

it("needs no key for the emulator, and the user's own for the service", () => {
  for (const text of textsOf(true)) expect(text).toContain("any-word");
  for (const text of textsOf(false)) expect(text).not.toContain("any-word");
});
