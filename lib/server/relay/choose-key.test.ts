/** The operator's key is lent to those with the word, and on a machine of its own; never to anybody else. */
import { expect, it } from "vitest";
import { chooseKey } from "./choose-key";

const OPERATOR = "sk-operator";
const TOKEN = "a word of some length";
type Settings = Parameters<typeof chooseKey>[1];

const choose = (headers: Record<string, string>, changed: Partial<Settings> = {}) => {
  const settings = { key: OPERATOR, accessToken: TOKEN, listensOnLoopback: false, ...changed };
  const chosen = chooseKey(new Headers(headers), settings);
  return chosen.ok ? chosen.key : chosen.code;
};

it.each([
  ["Bearer sk-own", "sk-own"],
  ["bearer  sk-own", "sk-own"],
  ["Bearer ", "relay_key_invalid"],
  ["Basic abc", "relay_key_invalid"],
  ["Bearer two words", "relay_key_invalid"],
  [`Bearer ${"a".repeat(513)}`, "relay_key_invalid"],
])("authorization %s", (authorization, expected) => {
  expect(choose({ authorization, "x-playground-token": TOKEN })).toBe(expected);
});

it("lends the operator's key for the word alone", () => {
  expect(choose({ "x-playground-token": TOKEN })).toBe(OPERATOR);
  expect(choose({ "x-playground-token": `${TOKEN}.` })).toBe("relay_token_wrong");
  expect(choose({ "x-playground-token": "" })).toBe("relay_token_wrong");
  expect(choose({ "x-playground-token": "" }, { accessToken: null })).toBe("relay_token_wrong");
  expect(choose({})).toBe("relay_key_missing");
  expect(choose({ "x-playground-token": TOKEN }, { key: null })).toBe("relay_key_missing");
});

const local = {
  host: "localhost:3000",
  "x-forwarded-host": "localhost:3000",
  "x-forwarded-for": "::ffff:127.0.0.1",
};

it("lends it without a word on a server that listens on loopback", () => {
  expect(choose(local, { listensOnLoopback: true })).toBe(OPERATOR);
  expect(choose({ host: "[::1]:3000" }, { listensOnLoopback: true, accessToken: null })).toBe(OPERATOR);
  expect(choose(local)).toBe("relay_key_missing");
});

it.each([
  [{ host: "rebound.example:3000" }],
  [{ "x-forwarded-host": "cache.example" }],
  [{ "x-forwarded-for": "203.0.113.7" }],
  [{ "x-forwarded-for": "127.0.0.1, 203.0.113.7" }],
  [{ "x-real-ip": "203.0.113.7" }],
  [{ via: "1.1 proxy" }],
  [{ forwarded: "for=203.0.113.7" }],
])("does not take %o for local", (headers) => {
  expect(choose({ ...local, ...headers }, { listensOnLoopback: true })).toBe("relay_key_missing");
});
