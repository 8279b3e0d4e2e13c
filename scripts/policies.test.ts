/** Every path gets a content security policy, of the proxy's or of the configuration's: also one that has no page. */
import {
  unstable_doesMiddlewareMatch,
  unstable_getResponseFromNextConfig,
} from "next/experimental/testing/server.js";
import { expect, it } from "vitest";
import nextConfig from "../next.config";
import { config } from "../proxy";

const answersByProxy = (url: string): boolean => unstable_doesMiddlewareMatch({ config, nextConfig, url });

async function policyOf(url: string): Promise<string> {
  const { headers } = await unstable_getResponseFromNextConfig({ url, nextConfig });
  return headers.get("content-security-policy") ?? "";
}

it.each(["/", "/nothing", "/icon.svgx", "/og.png/x", "/apix", "/embed", "/record/x", "/emulator"])(
  "%s has that of the proxy, and no second one",
  async (path) => {
    expect(answersByProxy(path)).toBe(true);
    expect(await policyOf(path)).toBe("");
  },
);

it.each(["/api/nothing", "/_next/nothing", "/_next/static/chunks/x.js", "/vocabulary/nothing"])(
  "%s has that of the configuration",
  async (path) => {
    expect(answersByProxy(path)).toBe(false);
    expect(await policyOf(path)).toMatch(/^default-src '(?:self|none)';.*frame-ancestors 'none'/);
  },
);
