/** Which stretch around changing words moves: their line only where it says nothing else. */
import { describe, expect, it } from "vitest";
import { parseJson } from "../prompt/json-tree";
import { findStrings } from "./find-strings";
import { lineAround } from "./move-line";

const ROLE = "You are the service agent.";

/** The line that moves with the words, as text. */
function movedLine(text: string, words: string): string | null {
  const [string] = findStrings(parseJson(JSON.stringify(text)).root, "");
  if (!string) throw new Error("There is no text.");
  const start = text.indexOf(words);
  const line = lineAround(string, { start, end: start + words.length });
  return line && text.slice(line.start, line.end);
}

describe("a line with changing words", () => {
  it.each([
    [`Current time: 09:30\n${ROLE}`, "09:30", "Current time: 09:30"],
    [`Today is 2026-11-24, a Tuesday.\n${ROLE}`, "2026-11-24", "Today is 2026-11-24, a Tuesday."],
    [`- Current time: 09:30.\n${ROLE}`, "09:30", "- Current time: 09:30."],
    [`1. Current time: 09:30\n${ROLE}`, "09:30", "1. Current time: 09:30"],
    [`Version 1.2.3 of 2026-11-24\n${ROLE}`, "2026-11-24", "Version 1.2.3 of 2026-11-24"],
  ])("moves whole where it says nothing else: %s", (text, words, line) => {
    expect(movedLine(text, words)).toBe(line);
  });

  it.each([
    [`${ROLE} Current time: 09:30.\n# Manual`, "09:30"],
    [`Current time: 09:30. ${ROLE}\n# Manual`, "09:30"],
    [`“Be brief.” Current time: 09:30\n# Manual`, "09:30"],
    ["你是客服。现在是 09:30。\n# 手册", "09:30"],
    ["现在是 09:30。你是客服。\n# 手册", "09:30"],
  ])("stays where another sentence shares it: %s", (text, words) => {
    expect(movedLine(text, words)).toBeNull();
  });
});
