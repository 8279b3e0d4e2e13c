/** The language that a request is answered in: what its address or its reader chose, else what its browser accepts. */
import { chooseLanguage, type Language } from "../words/languages";

/** Set by the proxy, which alone sees `?lang=` of a page. */
export const LANGUAGE_HEADER = "x-language";

const readCookie = (headers: Headers): string | undefined =>
  /(?:^|;\s*)lang=(\w+)/.exec(headers.get("cookie") ?? "")?.[1];

/** @param asked `?lang=` of the address */
export const languageOf = (headers: Headers, asked?: string | null): Language =>
  chooseLanguage([asked, headers.get(LANGUAGE_HEADER), readCookie(headers)], headers.get("accept-language"));
