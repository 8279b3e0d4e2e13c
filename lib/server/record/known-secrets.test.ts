/** Secrets known from headers are found wherever they are repeated, and nothing else is touched. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { JsonValue } from "../../values/json";
import { listSecrets, removeSecrets } from "./known-secrets";

const alias = () => "3f2a";
const SESSION = "s".repeat(32);
const secret = 'k3y-without\\any"pattern';
const secrets = listSecrets(new Headers({ authorization: `Bearer ${secret}` }), SESSION);

it("takes what names a key or an id, not what is short or ordinary", () => {
  const headers = new Headers({
    authorization: "Bearer sk-own-key",
    "x-api-key": "any",
    "x-claude-code-session-id": "0123456789",
    "user-agent": "claude-cli/2.1.0 (external)",
    "anthropic-beta": "context-management-2025-06-27",
  });
  expect(listSecrets(headers, SESSION).map(({ name, text }) => [name, text])).toEqual([
    ["a recording id", SESSION],
    ["an API key", "sk-own-key"],
    ["a session id", "0123456789"],
  ]);
});

it("leaves none of them in any value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), fc.string(), (other, before, after) => {
      const text = before + secret + after;
      const value = { list: [other, text], [text]: { url: `/record/${SESSION}/x` } } as JsonValue;
      const { value: cleaned, removed } = removeSecrets(value, secrets, alias);
      const written = JSON.stringify(cleaned);
      expect(written).not.toContain(JSON.stringify(secret).slice(1, -1));
      expect(written).not.toContain(SESSION);
      expect([...removed].sort()).toEqual(["a recording id", "an API key"]);
    }),
  );
});

it("gives a value without them back as the same object", () => {
  const value = { a: ["Hello", 1, null], __proto__x: true };
  expect(removeSecrets(value, secrets, alias)).toEqual({ value, removed: [] });
  expect(removeSecrets(value, secrets, alias).value).toBe(value);
});
