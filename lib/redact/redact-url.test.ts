/** Of a URL only what says where it leads is left. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAlias } from "./create-alias";
import { redactHeaders } from "./redact-headers";
import { redactUrl } from "./redact-url";

const alias = createAlias(new TextEncoder().encode("a key for the tests"));
const uuid = "3f2b1c9e-5a77-4d1e-9f00-1a2b3c4d5e6f";

describe("redactUrl", () => {
  it.each([
    ["/v1/messages?beta=true", /^\/v1\/messages\?beta$/],
    [
      "https://host.test/compatible-mode/v1/chat/completions",
      /^https:\/\/host\.test\/compatible-mode\/v1\/chat\/completions$/,
    ],
    ["https://jo:pw@host.test:8080/a?b=c&d=e&f#token=1", /^https:\/\/host\.test:8080\/a\?b&d&f$/],
    ["//jo@host.test", /^\/\/host\.test$/],
    [`/v1/sessions/${uuid}/turns`, /^\/v1\/sessions\/\[session id \w{4}\]\/turns$/],
    ["/users/maria/keys", /^\/users\/\[user id \w{4}\]\/keys$/],
    ["/users/me", /^\/users\/me$/],
    [`/files/${uuid}`, new RegExp(`^/files/${uuid}$`)],
    ["/t/sk-q7Wz3Kx9aB12cDeFgH/x", /^\/t\/\[API key \w{4}\]\/x$/],
    ["/mail/jo%40mail.test", /^\/mail\/\[e-mail address \w{4}\]$/],
    ["file:///Users/maria/a.json", /^file:\/\/\/Users\/\[user \w+ \w{4}\]\/a\.json$/],
    ["", /^$/],
  ])("%s", (url, expected) => {
    const once = redactUrl(url, alias);
    expect(once.value).toMatch(expected);
    expect(redactUrl(once.value, alias)).toEqual({ value: once.value, removed: [] });
  });
  it("leaves no value of a query, no user and no fragment, and takes any text", () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.webQueryParameters(), fc.string(), (url, query, any) => {
        const given = `${url.replace("://", "://zqzq7@")}?${query}&s=zqzq7${encodeURIComponent(any)}#zqzq7`;
        const { value } = redactUrl(given, alias);
        expect(value).not.toContain("zqzq7");
        expect(typeof redactUrl(any, alias).value).toBe("string");
      }),
    );
  });
});

describe("redactHeaders", () => {
  it("keeps what says how a request was sent, and the names of all", () => {
    const headers = [
      ["Content-Type", "application/json"],
      ["X-Stainless-Lang", "js"],
      ["x-dashscope-cachecontrol", "enable"],
      ["Authorization", "Bearer abc"],
      ["x-claude-code-session-id", uuid],
      ["user-agent", "tool/1.0 (jo@mail.test)"],
      ["x-unknown", "1"],
    ] as const;
    const { value, removed } = redactHeaders(headers);
    expect(value.map(([name]) => name)).toEqual(headers.map(([name]) => name));
    expect(value.slice(0, 3)).toEqual(headers.slice(0, 3));
    expect(value.slice(3).map(([, text]) => text)).toEqual(Array(4).fill("[removed]"));
    expect(removed).toEqual([
      "the authorization header",
      "the x-claude-code-session-id header",
      "the user-agent header",
      "the x-unknown header",
    ]);
    expect(redactHeaders(value)).toEqual({ value, removed: [] });
  });
});
