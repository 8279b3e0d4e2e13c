/** What opens an account goes from a pasted piece, as from an import; ids and every other sign stay where they are. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAlias } from "../redact/create-alias";
import { findRemovals } from "../redact/find-removals";
import { isSecret } from "../redact/find-secrets";
import { planted, surroundings } from "../redact/fixtures/planted";
import { redactBody } from "../redact/redact-body";
import type { JsonValue } from "../values/json";
import { cleanPaste } from "./clean-paste";

const alias = createAlias(new TextEncoder().encode("a key for the tests"));
const KEY = "sk-0123456789abcdef0123456789abcdef";

it.each<[string, RegExp, string[]]>([
  [`{"api_key": "${KEY}"}`, /^\{"api_key": "\[(?:a )?key \w{4}\]"\}$/, ["a key"]],
  [`the key is ${KEY}.`, /^the key is \[API key \w{4}\]\.$/, ["an API key"]],
  ['{"password": "correct horse"}', /^\{"password": "\[password \w{4}\]"\}$/, ["a password"]],
  ['"password": "correct horse",\n', /^"password": "\[password \w{4}\]",\n$/, ["a password"]],
  ['{"a": 1},\n{"secret": "swordfish"}', /^\{"a": 1\},\n\{"secret": "\[secret \w{4}\]"\}$/, ["a secret"]],
  ['{"cookie": ["sid 1"]}', /^\{"cookie": \["\[cookie \w{4}\]"\]\}$/, ["a cookie"]],
  [
    "Log in with password=hunter2! please",
    /^Log in with password=\[password \w{4}\]! please$/,
    ["a password"],
  ],
  ["DB: postgres://app:s3cr3t-pw@db.internal/x", /app:\[password \w{4}\]@db/, ["a password"]],
  [
    '{"content": "caf\\u00e9, password: \\"tr0ub4dor&3\\""}',
    /^\{"content": "caf\\u00e9, password: \\"\[password \w{4}\]\\""\}$/,
    ["a password"],
  ],
  [
    '{"a": "{\\"password\\":12345678}"}',
    /^\{"a": "\{\\"password\\":\\"\[password \w{4}\]\\"\}"\}$/,
    ["a password"],
  ],
  ['{"pass_word": "hunter22"}', /^\{"pass_word": "\[password \w{4}\]"\}$/, ["a password"]],
  ['{"password"          : "hunter22"}', /: "\[password \w{4}\]"\}$/, ["a password"]],
])("takes out of %s what it names", (text, expected, names) => {
  const { value, removed } = cleanPaste(text, alias);
  expect(value).toMatch(expected);
  expect(removed).toEqual(names);
});

it.each([
  '{"source": ["-----BEGIN PRIVATE KEY-----\\n", "MIIEvgIBADANBg\\n", "-----END PRIVATE KEY-----\\n"]}',
  '{"password": "hunter22", "a": "-----BEGIN PRIVATE KEY-----\\nMIIEvgIBADANBg", "b": ["-----END PRIVATE KEY-----\\n"]}',
])("takes a key that reaches over several texts out of each of them: %s", (text) => {
  const { value, removed } = cleanPaste(text, alias);
  expect(value).not.toContain("MIIEvgIBADANBg");
  expect(Object.keys(JSON.parse(value))).toEqual(Object.keys(JSON.parse(text)));
  expect(removed).toContain("a private key");
});

it.each([
  '{"user": "ann@example.com", "prompt_cache_key": "docs-1", "session_id": "4f9a1c7e2b8d0635"}',
  '{"type": "object", "properties": {"password": {"type": "string"}, "token": "string"}}',
  "max_tokens: 4096; the password is asked for later",
  '{"cache_control": {"type": "ephemeral"}, "messages": []}',
])("leaves %s as it is", (text) => {
  expect(cleanPaste(text, alias)).toEqual({ value: text, removed: [] });
});

describe("any piece", () => {
  it("leaves no secret that an import would take out", () => {
    fc.assert(
      fc.property(planted, surroundings, fc.boolean(), ({ secret, text }, around, isJson) => {
        const what = findRemovals(text).filter((removal) => isSecret(removal.what));
        fc.pre(what.length > 0 && redactBody(text, alias).removed.every(isSecret));
        const piece = `${around} ${text}`;
        const given = isJson ? JSON.stringify({ role: "user", content: piece }, null, 2) : piece;
        expect(cleanPaste(given, alias).value).not.toContain(secret);
      }),
      { numRuns: 300 },
    );
  });

  it("stays JSON of the same shape, and does not change when it is pasted again", () => {
    const value = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        surroundings,
        planted.map(({ text }) => text),
        fc.constantFrom<JsonValue>(null, 7, "string", 'say "hi" \n \u00e9'),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom("password", "cookie", "text", "token", "user_id"), tie("value")),
      ),
    })).value;
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (given, indent) => {
        const { value: once } = cleanPaste(JSON.stringify(given, null, indent), alias);
        expect(() => JSON.parse(once)).not.toThrow();
        expect(cleanPaste(once, alias)).toEqual({ value: once, removed: [] });
      }),
      { numRuns: 300 },
    );
  });
});
