/**
 * Whoever takes Brotli gets a build's own files as `compress-build.mjs` left them, a fifth smaller than what Next compresses
 * anew for each visit. Next still answers, for the compressed file, with all its headers.
 */
import { readdirSync } from "node:fs";
import { extname } from "node:path";

export const COMPRESSED = ".br";

/** What is worth compressing, and as what it is served. */
export const TYPES = {
  ".css": "text/css; charset=UTF-8",
  ".js": "application/javascript; charset=UTF-8",
  ".ttf": "font/ttf",
};

const PREFIX = "/_next/static/";

/** The addresses below /_next/static that have a compressed file. */
export function listCompressed(folder) {
  try {
    return new Set(
      readdirSync(folder, { recursive: true })
        .map((name) => name.replaceAll("\\", "/"))
        .filter((name) => name.endsWith(COMPRESSED))
        .map((name) => PREFIX + name.slice(0, -COMPRESSED.length)),
    );
  } catch {
    // Without a build there is nothing to serve, which Next says itself.
    return new Set();
  }
}

/** Whether Brotli is among the codings that a request takes (RFC 9110, 12.5.3). */
export const takesBrotli = (accepted) =>
  (accepted ?? "").split(",").some((each) => /^\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(each));

/** @param compressed addresses that have a compressed file */
export const preferCompressed = (compressed, listener) =>
  function answer(request, response) {
    const { url = "", method } = request;
    const path = url.split("?", 1)[0];
    if ((method === "GET" || method === "HEAD") && compressed.has(path)) {
      response.setHeader("Vary", "Accept-Encoding");
      if (takesBrotli(request.headers["accept-encoding"])) {
        request.url = path + COMPRESSED + url.slice(path.length);
        response.setHeader("Content-Type", TYPES[extname(path)]);
        response.setHeader("Content-Encoding", "br");
      }
    }
    return listener.call(this, request, response);
  };
