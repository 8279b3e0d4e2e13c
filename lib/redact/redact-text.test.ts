/** Secrets, ids and names of persons leave a text in whatever surroundings; ordinary prose and code stays. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAlias } from "./create-alias";
import { planted, surroundings } from "./fixtures/planted";
import { redactKeys, redactText } from "./redact-text";

const alias = createAlias(new TextEncoder().encode("a key for the tests"));
const redact = (text: string) => redactText(text, alias).value;

describe("what is taken out", () => {
  it("never leaves anything planted in any surroundings", () => {
    fc.assert(
      fc.property(planted, surroundings, surroundings, ({ secret, text }, before, after) => {
        const { value, removed } = redactText(`${before}\n${text}\n${after}`, alias);
        expect(value).not.toContain(secret);
        expect(removed.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
  it("nor in JSON inside a string, at any depth", () => {
    fc.assert(
      fc.property(
        planted,
        surroundings,
        fc.integer({ min: 1, max: 3 }),
        ({ secret, text }, around, depth) => {
          let nested = `${around}\n${text}\n${around}`;
          for (let level = 0; level < depth; level++) nested = JSON.stringify({ content: nested });
          expect(redact(nested)).not.toContain(secret);
        },
      ),
      { numRuns: 500 },
    );
  });
  it("changes nothing when it is done twice", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            surroundings,
            planted.map(({ text }) => text),
          ),
        ),
        (pieces) => {
          const once = redact(pieces.join(" "));
          expect(redactText(once, alias)).toEqual({ value: once, removed: [] });
        },
      ),
      { numRuns: 500 },
    );
  });
  it("takes out more than the fifty that are enough to warn of", () => {
    const keys = Array.from({ length: 200 }, (_, index) => `sk-q7Wz3Kx9aB${1000 + index}cDeFgH`);
    expect(redactText(keys.join("\n"), alias).removed).toHaveLength(200);
  });
  it.each([
    ['"session_id": "b1f0-77"', /^"session_id": "\[session id [0-9a-f]{4}\]"$/],
    ['{"user_id":42}', /^\{"user_id":"\[user id [0-9a-f]{4}\]"\}$/],
    ['{\\"user_id\\":42}', /^\{\\"user_id\\":\\"\[user id [0-9a-f]{4}\]\\"\}$/],
    ["ftp://jo:hunter2@host/x", /^ftp:\/\/jo:\[password [0-9a-f]{4}\]@host\/x$/],
    ["https://jo:hunter2@host.com/x", /^https:\/\/jo:\[password [0-9a-f]{4}\]@host\.com\/x$/],
    ["cd /Users/maria/work", /^cd \/Users\/\[user name [0-9a-f]{4}\]\/work$/],
    ["GET /a?token=abc&b=1", /^GET \/a\?token=\[query value [0-9a-f]{4}\]&b=1$/],
    ["x-api-key: abc-123-def", /^x-api-key: \[key [0-9a-f]{4}\]$/],
    ["Authorization: Basic am86aHVudGVyMg==", /^Authorization: \[authorization header [0-9a-f]{4}\]$/],
    [
      '"authorization": "Basic am86aHVudGVyMg=="',
      /^"authorization": "\[authorization header [0-9a-f]{4}\]"$/,
    ],
    ["Set-Cookie: a=b; Path=/; HttpOnly", /^Set-Cookie: \[cookie [0-9a-f]{4}\]$/],
    ['"password": "pa\\"ss word 1"', /^"password": "\[password [0-9a-f]{4}\]"$/],
    ['"password": "pa\\"ssword"', /^"password": "\[password [0-9a-f]{4}\]"$/],
  ])("leaves what is around it: %s", (text, expected) => {
    expect(redact(text)).toMatch(expected);
  });
  it("shows that an id changed, and that it did not", () => {
    const [first, second, third] = ["a-1", "a-1", "a-2"].map((id) => redact(`{"session_id":"${id}"}`));
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
  it("shows which of the ids in one changed", () => {
    const id = (session: string) =>
      `user_${"0f".repeat(32)}_account_${"1".repeat(8)}-2222-4333-8444-555555555555_session_${session}-2222-4333-8444-555555555555`;
    const [before, after] = ["aaaaaaaa", "bbbbbbbb"].map((session) => redact(id(session)).split("_session_"));
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1]).not.toBe(before?.[1]);
  });
});

describe("what stays", () => {
  it.each([
    "Our session is at 9, the next session: 10 o'clock.",
    "name: web\nkey: value\nreplicas: 3\nkeys: [a, b]",
    "token: string;\n  password: string | null;\n  userId: number;\n  session_id: uuid",
    "const token = tokens[0];\nconst secret = getSecret2();\nuser_id = request.user2",
    'apiKey: process.env.DASHSCOPE_API_KEY, api_key=os.getenv("DASHSCOPE_API_KEY")',
    'Authorization: Bearer $TOKEN\n"api_key": "{{API_KEY}}"\n"token": "<your token>"\npassword=********',
    "if user_id == 42: pass",
    "max_tokens: 4096, total_tokens=123456, token: 128000, tokenCount: 12345678",
    "Authorization: the process of granting access. Cookie: a small text, see chapter 4.",
    "commit 4f9a1c7e2b8d0635f1e2a3b4c5d6e7f84f9a1c7e",
    "The request 3f2b1c9e-5a77-4d1e-9f00-1a2b3c4d5e6f was repeated.",
    "import { x } from '@scope/package@1.2.3'; git@github.com:acme/app.git; @media (min-width: 1px)",
    "app/home/page.tsx, ./Users/list.ts, /home/ubuntu/app, /Users/Shared/x, C:\\Users\\Public\\x",
    '{"type": "object", "properties": {"user_id": {"type": "string"}, "password": {"minLength": 8}}}',
    '{"user_id": "string", "token": "Token", "account_id": null}',
    "https://example.com/a?page=2&sort=name#part",
    "Co-Authored-By: Bot <noreply@host.test>",
    "scores = q@k.transpose(-2, -1)",
    "risk-averse sk-learn pipelines; sk-your-api-key-number-1234567",
    '{"password": "Enter your password"}',
  ])("%s", (text) => {
    expect(redactText(text, alias)).toEqual({ value: text, removed: [] });
  });
  it("pictures in base64, with or without their type", () => {
    const picture = "iVBORw0KGgo/hf+AKIA".repeat(200);
    for (const text of [picture, `data:image/png;base64,${picture}==`]) expect(redact(text)).toBe(text);
  });
});

it("takes keys alone where only they are to go", () => {
  const key = "sk-0123456789abcdef0123456789abcdef";
  const text = `{"api_key": "${key}", "user": "ann@example.com", "prompt_cache_key": "docs-1"}`;
  const { value, removed } = redactKeys(text, alias);
  expect(value).not.toContain(key);
  expect(value).toContain("ann@example.com");
  expect(value).toContain("docs-1");
  expect(removed).toHaveLength(1);
  expect(redactKeys("No key in it.", alias)).toEqual({ value: "No key in it.", removed: [] });
});
