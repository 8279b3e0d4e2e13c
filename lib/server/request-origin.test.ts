/** Own pages and programs may ask, pages of other sites may not; links of an answer lead back to where its request came in. */
import { expect, it } from "vitest";
import { isCrossSite, originOf, trustsProxy } from "./request-origin";

const ask = (headers: Record<string, string>, trustProxy = false) =>
  isCrossSite(new Request("http://localhost:3000/api/x", { method: "POST", headers }), trustProxy);

it.each([
  [{ host: "localhost:3000" }],
  [{ host: "localhost:3000", origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }],
  [{ host: "cache.example", origin: "https://cache.example" }],
  [{ host: "cache.example:443", origin: "https://cache.example" }],
  [{ host: "[::1]:3000", origin: "http://[::1]:3000" }],
])("takes %o", (headers) => expect(ask(headers)).toBe(false));

it.each([
  [{ host: "localhost:3000", "sec-fetch-site": "cross-site" }],
  [{ host: "localhost:3000", "sec-fetch-site": "same-site" }],
  [{ host: "localhost:3000", origin: "http://localhost:4000" }],
  [{ host: "cache.example", origin: "https://evil.example", "sec-fetch-site": "same-origin" }],
  [{ host: "cache.example", origin: "null" }],
  [{ host: "cache.example", origin: "https://cache.example.evil.example" }],
  [{ origin: "https://cache.example" }],
  [{ host: "cache.example", origin: "" }],
])("refuses %o", (headers) => expect(ask(headers)).toBe(true));

it("believes a forwarded host only from a trusted proxy", () => {
  const headers = {
    host: "inner:3000",
    "x-forwarded-host": "cache.example",
    origin: "https://cache.example",
  };
  expect(ask(headers)).toBe(true);
  expect(ask(headers, true)).toBe(false);
});

const FORWARDED = { host: "inner:3000", "x-forwarded-host": "cache.example", "x-forwarded-proto": "https" };

it.each([
  [{}, false, "http://localhost:3000"],
  [{ host: "127.0.0.1:8080" }, false, "http://127.0.0.1:8080"],
  [{ host: "[::1]:8080" }, false, "http://[::1]:8080"],
  [FORWARDED, true, "https://cache.example"],
  [FORWARDED, false, "http://inner:3000"],
  [
    { "x-forwarded-host": "a.example, b.example", "x-forwarded-proto": "https, http" },
    true,
    "https://a.example",
  ],
  [{ host: "a.example", "x-forwarded-proto": "javascript" }, true, "http://a.example"],
  [{ host: 'a.example/"<b>' }, true, "http://localhost:3000"],
])("%o, trusted: %s → %s", (headers, trust, origin) => {
  expect(originOf(new Request("http://localhost:3000/api/x?y=1", { headers }), trust)).toBe(origin);
});

it("trusts proxies where the operator says that there are any", () => {
  const settings = [undefined, "", "0", "yes", "1", " 2 "];
  expect(settings.map((PLAYGROUND_TRUST_PROXY) => trustsProxy({ PLAYGROUND_TRUST_PROXY }))).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
  ]);
});
