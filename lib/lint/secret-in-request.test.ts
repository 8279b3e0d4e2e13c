/** The rule about secrets names them without showing them. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { fakeContext } from "./fake-context";
import { secretInRequest } from "./rules/secret-in-request";

// Joined here, so that scanners of source code do not take them for real ones.
const secrets = [
  ["sk", "4f9a1c7e2b8d0635f1e2a3b4c5d6e7f8"].join("-"),
  ["ghp", "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"].join("_"),
];

it("never shows a secret in what it says", () => {
  for (const secret of secrets) {
    const content = `Use "${secret}" here.`;
    const text = JSON.stringify({ model: "qwen3.7-max", messages: [{ role: "user", content }] });
    const context = fakeContext(text);
    const [found] = context ? secretInRequest.check(context) : [];
    expect(found && text.slice(found.range.start, found.range.end)).toBe(secret);
    expect(ENGLISH.say(found?.message ?? "")).not.toContain(secret.slice(0, -4));
  }
});
