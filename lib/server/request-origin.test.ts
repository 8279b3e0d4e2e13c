/** Links of an answer lead back to where its request came in. */
import { expect, it } from "vitest";
import { originOf } from "./request-origin";

it.each([
  [{}, "http://localhost:3000"],
  [{ host: "127.0.0.1:8080" }, "http://127.0.0.1:8080"],
  [{ host: "[::1]:8080" }, "http://[::1]:8080"],
  [
    { host: "inner:3000", "x-forwarded-host": "cache.example", "x-forwarded-proto": "https" },
    "https://cache.example",
  ],
  [{ "x-forwarded-host": "a.example, b.example", "x-forwarded-proto": "https, http" }, "https://a.example"],
  [{ host: "a.example", "x-forwarded-proto": "javascript" }, "http://a.example"],
  [{ host: 'a.example/"<b>' }, "http://localhost:3000"],
])("%o → %s", (headers, origin) => {
  expect(originOf(new Request("http://localhost:3000/api/x?y=1", { headers }))).toBe(origin);
});
