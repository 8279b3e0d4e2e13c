/** Paths that lead out of the base URL are seen through, however they are written; queries stay as they were sent. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { climbs, readTarget } from "./raw-target";

it.each([
  "/v1/../x",
  "/v1/./x",
  "/v1/..",
  "/v1/%2e%2e/x",
  "/v1/%2e%2e%2fx",
  "/v1/..%2Fx",
  "/v1/.%2e/x",
  "/v1/..;/x",
  "/v1/..;a=b/x",
  "/v1/%2e%2e%3b/x",
  "/v1/..\\x",
  "/v1/a\\b",
  "/v1/%5c..%5cx",
  "/v1/%252e%252e%252fx",
  "/v1/%25252e%25252e/x",
  "/v1/%2525252525252525252525252e/x",
  "/v1/%c0%ae%c0%ae/x",
  "/v1/%u002e%u002e/x",
  "/v1/x%00",
  "/v1/x%0d%0ay",
  "/v1/%20../x",
])("%s climbs", (path) => expect(climbs(path)).toBe(true));

it.each([
  "/v1/messages",
  "/v1/models/qwen%2Fqwen3",
  "/v1/a..b/...",
  "/v1/files/a%20b.jsonl",
  "/v1/x;a=b",
  "/v1/100%25",
  "/v1/%E4%BD%A0%E5%A5%BD",
  "/v1/~user/.well-known",
])("%s does not", (path) => expect(climbs(path)).toBe(false));

it("sees through any number of encodings", () => {
  const depth = fc.integer({ min: 0, max: 12 });
  const steps = fc.constantFrom("../x", "..\\x", "..;/x", "./x");
  fc.assert(
    fc.property(depth, steps, (times, step) => {
      let path: string = step;
      for (let count = 0; count < times; count += 1) {
        path = [...path]
          .map((sign) => (/[a-z0-9]/.test(sign) ? sign : `%${sign.charCodeAt(0).toString(16)}`))
          .join("");
      }
      expect(climbs(`/v1/${path}`)).toBe(true);
    }),
  );
});

const url = "http://localhost:3000/record/abc/v1/x?b=1&a=2";

it("takes path and query as they were sent", () => {
  const read = (sent?: string) =>
    readTarget(new Request(url, { headers: sent === undefined ? {} : { "x-raw-target": sent } }));
  const query = `?b=%7e&a=+&f&g=&h='&b=2&&`;
  expect(read(`/record/abc/v1/x%2Fy${query}`)).toEqual({ session: "abc", rest: "/v1/x%2Fy", search: query });
  expect(read("/record/abc/v1/x?")).toEqual({ session: "abc", rest: "/v1/x", search: "?" });
  for (const odd of [undefined, "", "/elsewhere", "/record/abc"]) {
    expect(read(odd)).toEqual({ session: "abc", rest: "/v1/x", search: "?b=1&a=2" });
  }
  expect(readTarget(new Request("http://localhost/record/abc"))).toBeNull();
  expect(readTarget(new Request("http://localhost/elsewhere/record/abc/x"))).toBeNull();
});
