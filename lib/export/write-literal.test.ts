/** Literals read back as the value they were written from, in every language. */
import { execFileSync, spawnSync } from "node:child_process";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asComment, quote, writeLiteral } from "./write-literal";

const AWKWARD = [
  `"`,
  `'`,
  "'''",
  '"""',
  "\\",
  "\\n",
  "\n",
  "\r\n",
  "$\u007bx}",
  "`$(id)`",
  "</script>",
  "\nJSON\n",
  "\u2028",
  "\u202e",
  "\ufeff",
  "\u0000",
  "\ud800",
  "\udfff",
  "😀",
  "标记",
  "__proto__",
  "class",
  "*/",
  "#",
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 5 })
  .map((pieces) => pieces.join(""));
const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, -1.5, 1e21, 5e-324, 2 ** 53),
    text,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie("value")), { maxLength: 4 }).map(
      // As `JSON.parse` does it: `__proto__` is a key like any other.
      (members): JsonValue =>
        JSON.parse(
          `{${members.map(([key, member]) => `${JSON.stringify(key)}:${JSON.stringify(member)}`).join()}}`,
        ),
    ),
  ),
}));
const same = (written: JsonValue): string => JSON.stringify(written);

const hasPython = spawnSync("python3", ["--version"]).status === 0;
const PYTHON = `
import ast, json, sys
for code, text in json.load(sys.stdin):
    assert ast.literal_eval(code) == json.loads(text), (code, text)
print("same")
`;

import type { JsonValue } from "../values/json";

describe("a literal reads back", () => {
  it("in TypeScript", () => {
    fc.assert(
      fc.property(value, (each) => {
        const back = runInNewContext(`JSON.stringify(${writeLiteral(each, "typescript")})`) as
          | string
          | undefined;
        expect(back).toBe(same(each));
      }),
    );
  });

  it("as JSON, which never holds the line that ends it in a shell", () => {
    fc.assert(
      fc.property(value, (each) => {
        const written = writeLiteral(each, "json");
        expect(JSON.stringify(JSON.parse(written))).toBe(same(each));
        expect(written.split("\n")).not.toContain("JSON");
      }),
    );
  });

  it("in a shell", () => {
    const all = fc.sample(value, 60);
    const script = all
      .map((each) => `cat <<'JSON'\n${writeLiteral(each, "json")}\nJSON\necho ----`)
      .join("\n");
    const out = execFileSync("bash", { input: script, encoding: "utf8" });
    expect(
      out
        .split("----\n")
        .slice(0, -1)
        .map((each) => same(JSON.parse(each))),
    ).toEqual(all.map(same));
  });

  it.skipIf(!hasPython)("in Python", () => {
    const pairs = fc.sample(value, 300).map((each) => [writeLiteral(each, "python"), same(each)]);
    const input = JSON.stringify(pairs);
    const { stdout, stderr } = spawnSync("python3", ["-c", PYTHON], { input, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout.trim()).toBe("same");
    const wrong = JSON.stringify([[writeLiteral({ a: true }, "python"), '{"a": false}']]);
    expect(spawnSync("python3", ["-c", PYTHON], { input: wrong }).status).not.toBe(0);
  });
});

it("shows no unseen character, and keeps every line of code in sight", () => {
  fc.assert(
    fc.property(text, (each) => {
      expect(quote(each)).not.toMatch(/[\u2028\u2029\u202e\ufeff\r\n]|\p{Surrogate}/u);
      expect(asComment(each)).not.toMatch(/[\u2028\u2029\u202e\ufeff\r\n]|\p{Surrogate}/u);
    }),
  );
});

it("keeps what fits on a line, and markers always", () => {
  const marker = { type: "ephemeral" };
  expect(writeLiteral({ type: "text", text: "a", cache_control: marker }, "typescript")).toBe(
    '{ type: "text", text: "a", cache_control: { type: "ephemeral" } }',
  );
  expect(writeLiteral({ ok: true, "two words": null }, "python")).toBe('{"ok": True, "two words": None}');
  expect(writeLiteral({ text: "a".repeat(120), cache_control: marker }, "python")).toBe(
    `{\n    "text": "${"a".repeat(120)}",\n    "cache_control": {"type": "ephemeral"},\n}`,
  );
});
