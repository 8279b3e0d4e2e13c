/** The text of a converted document: its style, its comments, and refusals in a sentence. */
import { describe, expect, it } from "vitest";
import { inEnglish } from "../../words/fixtures/in-english";
import { convertDialect } from "./convert-dialect";
import { openai } from "./convert-example";

describe("the text", () => {
  const lines = (indent: string | number) => JSON.stringify(openai, null, indent);
  it.each([
    ["two blanks", lines(2), '\n  "system": "S"'],
    ["a tab", lines("\t"), '\n\t"system": "S"'],
    ["one line", JSON.stringify(openai), ',"system":"S"'],
    ["Windows line ends", `${lines(2).replaceAll("\n", "\r\n")}\r\n`, '\r\n  "system": "S"'],
  ])("keeps its style: %s", (_, text, expected) => {
    const there = convertDialect(text, "anthropic");
    expect(there.ok && there.text).toContain(expected);
    const back = convertDialect(there.ok ? there.text : "", "openai");
    expect(back.ok && back.text).toBe(text);
  });

  it("that is of the dialect already comes back as it is", () => {
    const text = `// mine\n${lines(3)}`;
    expect(convertDialect(text, "openai")).toEqual({ ok: true, text, losses: [] });
  });

  it("loses its comments, and says so", () => {
    const result = convertDialect(`// mine\n${lines(2)}`, "anthropic");
    expect(inEnglish(result)).toMatchObject({
      ok: true,
      losses: [{ pointer: "", message: "Comments are left out." }],
    });
  });

  it("names a number that cannot be kept digit by digit", () => {
    const long = JSON.stringify({ ...openai, seed_of: 0 }).replace(
      '"seed_of":0',
      '"seed_of":12345678901234567891',
    );
    expect(convertDialect(long, "anthropic")).toMatchObject({ ok: true, losses: [{ pointer: "/seed_of" }] });
  });

  it.each([["{"], ["5"], ["[]"], ['{"messages": 1}'], [""]])("%j is refused in one sentence", (text) => {
    expect(inEnglish(convertDialect(text, "anthropic"))).toEqual({
      ok: false,
      reason: expect.stringMatching(/\.$/),
    });
  });
});
