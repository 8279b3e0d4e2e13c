/** A build's files go out compressed to those who take it, and as they are to all others. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";

// Plain JavaScript, as the server loads it.
const { compressBuild } = await import("./compress-build.mjs" as string);
const { listCompressed, preferCompressed, takesBrotli } = await import("./prefer-compressed.mjs" as string);

const folder = mkdtempSync(join(tmpdir(), "compressed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = "const cache = 1;\n".repeat(500);
writeFileSync(join(folder, "page.js"), text);
writeFileSync(join(folder, "small.js"), "1");
writeFileSync(join(folder, "font.woff2"), text);
await compressBuild(folder);

/** What Next is asked for, and the headers that stand before it answers. */
function ask(url: string, accepted?: string, method = "GET") {
  const headers: Record<string, string> = {};
  const request = {
    url,
    method,
    headers: { ...(accepted !== undefined && { "accept-encoding": accepted }) },
  };
  const response = {
    setHeader(name: string, value: string) {
      headers[name] = value;
    },
  };
  preferCompressed(listCompressed(folder), () => undefined)(request, response);
  return { url: request.url, headers };
}

it("compresses what is worth it, and changes nothing in it", () => {
  expect([...listCompressed(folder)]).toEqual(["/_next/static/page.js"]);
  const packed = readFileSync(join(folder, "page.js.br"));
  expect(packed.length).toBeLessThan(text.length / 10);
  expect(brotliDecompressSync(packed).toString()).toBe(text);
});

it("serves the compressed file under the type of the plain one", () => {
  expect(ask("/_next/static/page.js?dpl=1", "gzip, deflate, br, zstd")).toEqual({
    url: "/_next/static/page.js.br?dpl=1",
    headers: {
      Vary: "Accept-Encoding",
      "Content-Encoding": "br",
      "Content-Type": "application/javascript; charset=UTF-8",
    },
  });
});

it.each([
  ["/_next/static/page.js", "gzip", { Vary: "Accept-Encoding" }],
  ["/_next/static/page.js", undefined, { Vary: "Accept-Encoding" }],
  ["/_next/static/small.js", "br", {}],
  ["/_next/static/font.woff2", "br", {}],
  ["/api/page.js", "br", {}],
  ["/_next/static/../page.js", "br", {}],
])("leaves %s for %s as it is", (url, accepted, headers) => {
  expect(ask(url, accepted)).toEqual({ url, headers });
});

it("answers no other method for the compressed file", () => {
  expect(ask("/_next/static/page.js", "br", "POST")).toEqual({ url: "/_next/static/page.js", headers: {} });
});

it.each([
  ["br", true],
  ["gzip, br;q=0.5", true],
  ["BR", true],
  ["br; q=0", false],
  ["br;q=0.00", false],
  ["brotli", false],
  ["gzip;q=1, *", false],
  ["", false],
])("takes Brotli of %s: %s", (accepted, takes) => {
  expect(takesBrotli(accepted)).toBe(takes);
});

it("has nothing to serve where there is no build", () => {
  expect(listCompressed(join(folder, "absent")).size).toBe(0);
});
