/** Calls reach the emulator with what steers it, and a service through the relay with the key. */
import { expect, it } from "vitest";
import { addressCall } from "./address-call";

const emulator = { kind: "emulator", account: "sk-audit", behaviour: "says-none" } as const;
const service = {
  kind: "service",
  endpoint: "intl-anthropic",
  name: "Singapore",
  workspace: "",
} as const;

it("steers the emulator, and never sends it the user's key", () => {
  const { url, headers } = addressCall({ target: emulator, dialect: "anthropic", marked: true }, "sk-own");
  expect(url).toBe("/emulator/apps/anthropic/v1/messages");
  expect(headers).toMatchObject({
    authorization: "Bearer sk-audit",
    "x-emulator-latency": "real",
    "x-emulator-lie": "says-none",
  });
  expect(JSON.stringify(headers)).not.toContain("sk-own");
  const honest = { ...emulator, behaviour: "honest" } as const;
  const bare = addressCall({ target: honest, dialect: "openai", marked: false }, "").headers;
  expect(bare).not.toHaveProperty("x-emulator-lie");
  expect(bare).toHaveProperty("x-emulator-implicit", "always");
});

it("sends no steering to a service, and no key where there is none", () => {
  const { url, headers } = addressCall({ target: service, dialect: "anthropic", marked: false }, "sk-own");
  expect(url).toBe("/api/relay");
  expect(headers).toEqual({
    "content-type": "application/json",
    "x-relay-endpoint": "intl-anthropic",
    authorization: "Bearer sk-own",
  });
  const own = { ...service, workspace: "my-place" };
  const keyless = addressCall({ target: own, dialect: "openai", marked: true }, "").headers;
  expect(keyless).not.toHaveProperty("authorization");
  expect(keyless).toHaveProperty("x-relay-workspace", "my-place");
});
