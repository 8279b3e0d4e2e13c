/** A redacted body has the same structure, no secret at any depth, and the same objects wherever nothing was taken out. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonValue } from "../values/json";
import { createAlias } from "./create-alias";
import { planted, surroundings } from "./fixtures/planted";
import { redactBody } from "./redact-body";
import { redactUrl } from "./redact-url";

const alias = createAlias(new TextEncoder().encode("a key for the tests"));
const redact = (body: JsonValue) => redactBody(body, alias).value;

const body = (text: string): JsonValue => ({
  model: "qwen3.7-max",
  system: [{ type: "text", text: "You are terse.", cache_control: { type: "ephemeral" } }],
  messages: [
    { role: "user", content: "Hello" },
    { role: "user", content: [{ type: "text", text }] },
  ],
});

/** Values with telling names and strings in them, at any depth. */
const values = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<JsonValue>(null, true, 0, 17, 123456789, "string", ""),
    surroundings,
    planted.map(({ text }) => text),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        "user",
        "user_id",
        "metadata",
        "password",
        "api_key",
        "text",
        "properties",
        "__proto__",
      ),
      tie("value"),
      { maxKeys: 4 },
    ),
    tie("value").map((value) => JSON.stringify(value) ?? ""),
  ),
})).value;

describe("redactBody", () => {
  it("never leaves anything planted, in strings, in names or in JSON inside strings", () => {
    fc.assert(
      fc.property(planted, surroundings, ({ secret, text }, around) => {
        const inner = JSON.stringify({ input: { note: `${around}\n${text}` } });
        const redacted = redact([body(`${around} ${text}`), body(inner), { [text]: 1 }]);
        expect(JSON.stringify(redacted)).not.toContain(secret);
      }),
      { numRuns: 500 },
    );
  });
  it("changes nothing when it is done twice, and gives the same objects back", () => {
    fc.assert(
      fc.property(values, (value) => {
        const once = redact(value);
        const twice = redactBody(once, alias);
        expect(twice.removed).toEqual([]);
        expect(twice.value).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
  it("gives equal values for equal values", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(redact(structuredClone(value))).toEqual(redact(value));
      }),
    );
  });
  it("gives an unchanged part back as the same object", () => {
    const given = body("key sk-q7Wz3Kx9aB12cDeFgH") as { system: JsonValue; messages: JsonValue[] };
    const redacted = redact(given as unknown as JsonValue) as typeof given;
    expect(redacted.system).toBe(given.system);
    expect(redacted.messages[0]).toBe(given.messages[0]);
    expect(redacted.messages[1]).not.toEqual(given.messages[1]);
  });
  it.each<[JsonValue, RegExp]>([
    [{ metadata: { user_id: "maria" } }, /^\{"metadata":\{"user_id":"\[user id \w{4}\]"\}\}$/],
    [{ user: "maria" }, /^\{"user":"\[user id \w{4}\]"\}$/],
    [{ safety_identifier: "maria" }, /^\{"safety_identifier":"\[user id \w{4}\]"\}$/],
    [{ prompt_cache_key: "maria" }, /^\{"prompt_cache_key":"\[cache key \w{4}\]"\}$/],
    [{ input: { accountId: 17 } }, /^\{"input":\{"accountId":"\[account id \w{4}\]"\}\}$/],
    [{ password: "correct horse" }, /^\{"password":"\[password \w{4}\]"\}$/],
    [{ cookie: ["maria"] }, /^\{"cookie":\["\[cookie \w{4}\]"\]\}$/],
    [
      { metadata: { user_id: '{"device_id": "maria", "session_id": "maria", "org": ["maria", 5]}' } },
      /^\{"metadata":\{"user_id":"\{\\"device_id\\":\\"\[device id \w{4}\]\\",\\"session_id\\":\\"\[session id \w{4}\]\\",\\"org\\":\[\\"\[user id \w{4}\]\\",\\"\[user id \w{4}\]\\"\]\}"\}\}$/,
    ],
  ])("replaces what stands under a telling name: %j", (given, expected) => {
    expect(JSON.stringify(redact(given))).toMatch(expected);
  });
  it("tells one session of a user from another", () => {
    const id = (session: string): JsonValue => ({
      metadata: {
        user_id: `user_${"0f".repeat(32)}_account__session_${session}-2222-4333-8444-555555555555`,
      },
    });
    const [first, again, other] = ["aaaaaaaa", "aaaaaaaa", "bbbbbbbb"].map((session) => redact(id(session)));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
  it("leaves a tool's input schema alone", () => {
    const properties = {
      user_id: { type: "string", description: "The id of the user" },
      password: { type: "string", minLength: 8 },
      user: { type: "object", properties: { session_id: "string" } },
    };
    const given = {
      tools: [{ name: "log_in", input_schema: { type: "object", properties, required: ["user_id"] } }],
    };
    expect(redactBody(given, alias)).toEqual({ value: given, removed: [] });
    expect(redact(given)).toBe(given);
  });
  it("keeps a property called __proto__ a property", () => {
    const given = JSON.parse('{"__proto__": {"user_id": "maria"}, "a": 1}') as JsonValue;
    const redacted = redact(given);
    expect(JSON.stringify(redacted)).toMatch(/^\{"__proto__":\{"user_id":"\[user id \w{4}\]"\},"a":1\}$/);
    expect(Object.getPrototypeOf(redacted)).toBe(Object.prototype);
  });
  it("takes out what is nested too deep", () => {
    const deep = JSON.parse(
      `${'{"a":['.repeat(50_000)}"sk-q7Wz3Kx9aB12cDeFgH"${"]}".repeat(50_000)}`,
    ) as JsonValue;
    const { value, removed } = redactBody({ deep }, alias);
    expect(removed).toEqual(["a value nested too deep"]);
    expect(JSON.stringify(value)).not.toContain("q7Wz");
    expect(redactBody(value, alias)).toEqual({ value, removed: [] });
  });
  it("takes out what is nested too deep in JSON inside a string", () => {
    const user_id = `${"[".repeat(50_000)}"maria"${"]".repeat(50_000)}`;
    expect(JSON.stringify(redact({ user_id }))).not.toContain("maria");
  });
});

describe("whatever it is given", () => {
  /** Strings that are cut in the middle of a character, full of one sign, or nothing but the names of secrets. */
  const odd = fc.oneof(
    fc.string({ unit: fc.constantFrom("\ud83d", "\ude00", "a", ":", '"', "\\", "-", "\u0000") }),
    fc.constantFrom("__proto__", "constructor", "toString", "password", "token", "user_id"),
    planted.map(({ text }) => `\ud800${text}\udc00`),
  );
  const anything = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      odd,
      fc.double().map((number): JsonValue => number),
      fc.constantFrom<JsonValue>(null, false),
      fc.array(tie("value"), { maxLength: 4 }),
      fc
        .array(fc.tuple(odd, tie("value")), { maxLength: 4 })
        .map((pairs): JsonValue => Object.fromEntries(pairs)),
    ),
  })).value;

  it("does not throw, and gives JSON back", () => {
    fc.assert(
      fc.property(anything, (value) => {
        const { value: cleaned } = redactBody(value, alias);
        expect(JSON.parse(JSON.stringify(cleaned) ?? "null")).toBeDefined();
        expect(({} as { user_id?: unknown }).user_id).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
  it("takes 200,000 secrets out of one text", () => {
    const secrets = Array.from({ length: 200_000 }, (_, index) => `a${index}@mail.test`);
    expect(redactBody([secrets.join(" ")], alias).removed).toHaveLength(200_000);
  });
  it.each([
    ...["a", "\\", '"', "-", "/", " ", "://", "a:", "password", 'password\\":', "--token ", "token="],
    ...["-----BEGIN PRIVATE KEY-----", "C:\\Users\\a b ", "?key", "&amp;a_key", "eyJ.", "sk-", "Bearer "],
    ...["user_", "a@b.", "://a:b", "\ud83d"],
  ])("ends on a long text of nothing but %j", (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(typeof redactBody(text, alias).value).toBe("string");
    expect(typeof redactUrl(text, alias).value).toBe("string");
  });
});
