/** Gives every page a content security policy with a nonce of its own, and its language. */
import { type NextRequest, NextResponse } from "next/server";
import { LANGUAGE_HEADER, languageOf } from "./lib/server/request-language";
import { isLanguage } from "./lib/words/languages";

const createNonce = (): string => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));

/** What teachers put into pages of their own: layouts and lessons. Neither holds a key or a kept layout. */
const mayBeFramed = (path: string): boolean => path === "/embed" || path.startsWith("/learn/");

/**
 * The policy of a page. Styles need 'unsafe-inline': Monaco writes style attributes and elements.
 * No `upgrade-insecure-requests`: the playground is also served on plain http://localhost.
 */
function writePolicy(nonce: string, isFramed: boolean): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isFramed ? "*" : "'none'"}`,
  ].join("; ");
}

/** Next reads the nonce from the request's policy header; the layout reads it from `x-nonce`. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = createNonce();
  const policy = writePolicy(nonce, mayBeFramed(request.nextUrl.pathname));
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  const asked = request.nextUrl.searchParams.get("lang");
  // A reader's own header is no choice of language.
  headers.delete(LANGUAGE_HEADER);
  headers.set(LANGUAGE_HEADER, languageOf(headers, asked));
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  if (isLanguage(asked)) response.cookies.set("lang", asked, { maxAge: 31_536_000, sameSite: "lax" });
  return response;
}

export const config = {
  // Pages only. The API is left out because a proxy would cut request bodies at a limit of its own.
  matcher: ["/((?!api/|emulator/|record/[^/]+/|_next/|vocabulary/|icon\\.svg$|og\\.png$).*)"],
};
