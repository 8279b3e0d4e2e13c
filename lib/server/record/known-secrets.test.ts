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

const KEY = "own-Key.0123456789/xyz";
const base64 = (text: string) => Buffer.from(text).toString("base64");

it.each<[string, HeadersInit, string]>([
  ["Bearer", { authorization: `Bearer ${KEY}` }, ""],
  ["Token", { authorization: `Token ${KEY}` }, ""],
  ["no scheme", { authorization: KEY }, ""],
  ["Basic, as the password", { authorization: `Basic ${base64(`user:${KEY}`)}` }, ""],
  ["Basic, as the user", { authorization: `Basic ${base64(`${KEY}:`)}` }, ""],
  ["x-api-key", { "x-api-key": KEY }, ""],
  ["api-key", { "api-key": KEY }, ""],
  ["x-goog-api-key", { "x-goog-api-key": KEY }, ""],
  ["a cookie", { cookie: `theme=dark; sid=${KEY}` }, ""],
  ["the query", {}, `?beta=true&key=${encodeURIComponent(KEY)}`],
  ["the query", {}, `?api_key=${encodeURIComponent(KEY)}`],
  ["the query", {}, `?access_token=${encodeURIComponent(KEY)}`],
])("knows a key by whatever carries it: %s", (_, headers, search) => {
  const texts = listSecrets(new Headers(headers), SESSION, search).map(({ text }) => text);
  expect(texts).toContain(KEY);
});

it("finds a key in base64 and in an address, wherever it stands there", () => {
  const known = [{ name: "an API key", text: KEY }];
  const around = fc.string({ unit: "binary", maxLength: 20 });
  const writing = fc.constantFrom<(text: string) => string>(
    base64,
    (text) => Buffer.from(text).toString("base64url"),
    encodeURIComponent,
    (text) => encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
    (text) => JSON.stringify(JSON.stringify(text)),
  );
  fc.assert(
    fc.property(around, around, writing, (before, after, write) => {
      const { value, removed } = removeSecrets([`see ${write(before + KEY + after)}.`], known, alias);
      expect(removed).toEqual(["an API key"]);
      // Whatever is left of it tells nothing of the key.
      const [left = ""] = value as readonly string[];
      const [first = "", second = ""] = left.slice(4).split("[API key 3f2a]");
      for (const half of [first, second, Buffer.from(first, "base64").toString("latin1")]) {
        expect(half).not.toContain(KEY.slice(0, 4));
        expect(half).not.toContain(KEY.slice(-4));
      }
    }),
    { numRuns: 100 },
  );
});

it("takes a key out of an answer that repeats it", () => {
  const answer = { error: `Incorrect API key provided: ${KEY}. Sent as Basic ${base64(`me:${KEY}`)}` };
  const { value } = removeSecrets(answer, listSecrets(new Headers({ "x-api-key": KEY }), SESSION), alias);
  expect(JSON.stringify(value)).toBe(
    '{"error":"Incorrect API key provided: [API key 3f2a]. Sent as Basic bWU6[API key 3f2a]"}',
  );
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
