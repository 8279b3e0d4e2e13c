/** Reads one curl command: where it sends what, and which secrets it carries. */
import { ownField } from "../values/json";
import { type Said, tell } from "../words/message";

export interface CurlCommand {
  /** Null where the command names no address. */
  readonly url: string | null;
  /** As curl would send it; null where it sends none. */
  readonly body: string | null;
  /** Names of files that hold a part of the body, `-` for the standard input: they are not here to be read. */
  readonly files: readonly string[];
  /** Names of what is secret in it, one item each time, e.g. `an authorization header`. */
  readonly secrets: readonly Said[];
  /** The key it is sent with, or the variable that holds it, only to be compared with another; null = none is told. */
  readonly key: string | null;
  /** Whether a header asks for the session cache of the Responses API. */
  readonly asksForSession: boolean;
}

/** One letter options with a value. Source: https://curl.se/docs/manpage.html (2026-11). */
const SHORT_WITH_VALUE = "AbcCdDeEFhHKmoPQrtTuUwxXyYz";
/** Long options with a value that could be taken for an address, or is secret. Same source. */
const LONG_WITH_VALUE: ReadonlySet<string> = new Set([
  ..."cacert capath cert cert-type ciphers config connect-timeout connect-to cookie cookie-jar data data-ascii".split(
    " ",
  ),
  ..."data-binary data-raw data-urlencode doh-url form form-string header interface json key key-type".split(
    " ",
  ),
  ..."max-redirs max-time noproxy oauth2-bearer output pass preproxy proto proxy proxy-header proxy-user".split(
    " ",
  ),
  ..."range referer request request-target resolve retry retry-delay retry-max-time socks5 socks5-hostname".split(
    " ",
  ),
  ..."stderr tls-max trace trace-ascii unix-socket upload-file url user user-agent write-out".split(" "),
]);
const LONG_NAMES: Readonly<Record<string, string>> = {
  b: "cookie",
  d: "data",
  E: "cert",
  H: "header",
  u: "user",
  U: "proxy-user",
  x: "proxy",
};
const DATA: ReadonlySet<string> = new Set(["data", "data-ascii", "data-binary", "data-raw", "json"]);
const SECRET_OPTIONS: Readonly<Record<string, Said>> = {
  "oauth2-bearer": tell("importing.secretApiKey"),
  user: tell("importing.secretUser"),
  "proxy-user": tell("importing.secretUser"),
  cookie: tell("importing.secretCookie"),
};

type Option = readonly [name: string, value: string];

/** Options with their values; what is neither is an address, and stands under `url`. */
function* listOptions(words: readonly string[]): Generator<Option> {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "<<") yield ["input", words[++at] ?? ""];
    else if (/^\d?>/.test(word) || word === "<") {
      // The file of a redirection follows it, unless it is written at once.
      if (/^\d?>+$|^<$/.test(word)) at++;
    } else if (word.startsWith("--")) {
      const name = word.slice(2);
      if (LONG_WITH_VALUE.has(name)) yield [name, words[++at] ?? ""];
    } else if (word.startsWith("-") && word.length > 1) {
      const letters = [...word.slice(1)];
      const index = letters.findIndex((letter) => SHORT_WITH_VALUE.includes(letter));
      if (index < 0) continue;
      const letter = letters[index] ?? "";
      const joined = letters.slice(index + 1).join("");
      yield [ownField(LONG_NAMES, letter) ?? letter, joined === "" ? (words[++at] ?? "") : joined];
    } else yield ["url", word];
  }
}

/**
 * Whether a header, `name: value`, asks for the session cache of the Responses API.
 * Source: https://www.alibabacloud.com/help/en/model-studio/context-cache (2026-03-24).
 */
export const isSessionHeader = (header: string): boolean =>
  /^\s*x-dashscope-session-cache\s*:\s*enable\s*$/i.test(header);

/** Whether an address, with or without its scheme, is written here. */
const isUrl = (word: string): boolean => /^(?:https?:\/\/|[\w-]+(?:\.[\w-]+)+|localhost\b)/i.test(word);

/** @param words the command's words, `curl` first or after what stands before it */
export function readCurl(words: readonly string[]): CurlCommand {
  const start = words.findIndex((word) => /(?:^|[\\/])curl(?:\.exe)?$/i.test(word));
  const data: Option[] = [];
  const files: string[] = [];
  const secrets: Said[] = [];
  const options = [...listOptions(words.slice(start + 1))];
  const input = options.find(([name]) => name === "input");
  let url: string | null = null;
  let key: string | null = null;
  let asksForSession = false;
  for (const [name, value] of options) {
    const header = /^\s*(authorization|proxy-authorization|cookie|x-api-key|api-key)\s*:/i.exec(value)?.[1];
    if (name === "header" && isSessionHeader(value)) asksForSession = true;
    if (name === "url" && isUrl(value)) url ??= value;
    else if (name === "header" && header) {
      secrets.push(tell("importing.secretHeader", { name: header.toLowerCase() }));
      if (/^(?:authorization|x-api-key|api-key)$/i.test(header))
        key ??= value.replace(/^[^:]*:\s*(?:Bearer\s+)?/i, "").trim() || null;
    } else if (ownField(SECRET_OPTIONS, name)) secrets.push(SECRET_OPTIONS[name] ?? name);
    else if (DATA.has(name)) {
      if (value === "@-" && input) data.push([name, input[1]]);
      else if (value.startsWith("@") && name !== "data-raw") files.push(value.slice(1));
      else data.push([name, value]);
    }
  }
  // curl joins its data as the fields of a form, but writes pieces of JSON one after the other.
  const joint = data.every(([name]) => name === "json") ? "" : "&";
  const body = data.length === 0 ? null : data.map(([, value]) => value).join(joint);
  return { url, body, files, secrets, key, asksForSession };
}
