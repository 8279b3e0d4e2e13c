/** What Next is told: strictness, and the headers that do not depend on the single request. */
import type { NextConfig } from "next";

/** Headers of every answer. The policy for scripts needs a nonce and is set in `proxy.ts`. */
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  },
];

/**
 * What `proxy.ts` leaves out may still answer with the page for an address that has none. Workers run under the policy of
 * their own file, so they keep the page's means, without its nonce.
 */
const files = {
  key: "Content-Security-Policy",
  value: [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; "),
};

const config: NextConfig = {
  reactStrictMode: true,
  reactCompiler: true,
  poweredByHeader: false,
  // A proxy in front may do it better, and over loopback it only costs time.
  compress: process.env.PLAYGROUND_COMPRESS !== "off",
  agentRules: false,
  // `npm test` has just checked the types: the build need not do it again.
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED === "yes" },
  // No page has a picture to be made smaller: without this, anybody could have the server work on some.
  images: { unoptimized: true },
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    {
      source: "/api/:path*",
      headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }],
    },
    // While it is developed, Next's own workers evaluate what changed.
    ...(process.env.NODE_ENV === "development" ? [] : ["/_next/:path*", "/vocabulary/:path*"]).map(
      (source) => ({ source, headers: [files] }),
    ),
    {
      // The name of a vocabulary file carries its content's hash, so a browser never has to ask again.
      source: "/vocabulary/:path*",
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
  ],
};

export default config;
