/** Secrets are named and masked; placeholders and ordinary words are left alone. */
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { findSecrets } from "./find-secrets";

const nameSecrets = (text: string) =>
  findSecrets(text).map((secret) => ({ ...secret, name: ENGLISH.say(secret.name) }));

// Joined here, so that scanners of source code do not take them for real ones.
const hex = "4f9a1c7e2b8d0635f1e2a3b4c5d6e7f8";
const secrets = [
  ["an API key", `sk-${hex}`],
  ["an API key", `sk-proj-${hex}`],
  ["an AWS access key id", ["AKIA", "I4S7ODN9NX2MPLE3"].join("")],
  ["an Alibaba Cloud access key id", ["LTAI", "5tRq8Zb2Kd9WmX4c"].join("")],
  ["a GitHub token", ["ghp", "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"].join("_")],
] as const;

describe("findSecrets", () => {
  it.each(secrets)("%s", (name, secret) => {
    const text = `key="${secret}", keep it`;
    expect(nameSecrets(text)).toEqual([
      { name, start: 5, end: 5 + secret.length, masked: `****${secret.slice(-4)}` },
    ]);
  });
  it("takes the token of an authorization header, once", () => {
    const [, token] = secrets[0];
    const [found, ...more] = nameSecrets(`Authorization: Bearer ${token}`);
    expect(found).toMatchObject({ name: "a bearer token", start: 22, end: 22 + token.length });
    expect(more).toEqual([]);
  });
  it("takes a private key whole and shows nothing of it", () => {
    const block = `-----BEGIN RSA PRIVATE KEY-----\n${hex}\n-----END RSA PRIVATE KEY-----`;
    expect(nameSecrets(`a ${block} b`)).toEqual([
      { name: "a private key", start: 2, end: 2 + block.length, masked: "****" },
    ]);
  });
  it.each([
    "sk-your-api-key-number-1234567",
    "sk-xxxxxxxxxxxxxxxxxxxxxxxx1",
    "Bearer tokens are explained in chapter 4",
    "Bearer <token>",
    "the risk-averse-customer-of-2026-and-2027",
    "task-4f9a1c7e2b8d0635f1e2",
  ])("leaves alone: %s", (text) => {
    expect(nameSecrets(text)).toEqual([]);
  });
});
