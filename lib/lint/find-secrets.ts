/** Finds keys, tokens and private keys in a text. */
import type { TextRange } from "../prompt/prompt";
import { rememberTexts } from "../tokens/text-memory";
import { type Message, tell } from "../words/message";

export interface Secret extends TextRange {
  /** With its article, e.g. `an API key`. */
  readonly name: Message;
  /** All but four of its characters hidden; a private key wholly. */
  readonly masked: string;
}

export interface SecretPattern {
  /** For placeholders in a text, in English with its article; for readers there is `said`. */
  readonly name: string;
  readonly said: Message;
  /** True where a match is a block of lines, which hides wholly and is never a placeholder. */
  readonly isBlock?: true;
  /** With the flags `dg`; the group `secret` is the secret, the whole match where there is none. */
  readonly pattern: RegExp;
}

export const SECRET_PATTERNS: readonly SecretPattern[] = [
  {
    name: "a private key",
    said: tell("lint.privateKey"),
    isBlock: true,
    // Without its end the letters that follow belong to it.
    pattern:
      /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY-----(?:(?:(?!-----)[\s\S]){0,8000}-----END [A-Z0-9 ]{0,40}-----|[A-Za-z0-9+/=\s]*)/dg,
  },
  {
    name: "a bearer token",
    said: tell("lint.bearerToken"),
    pattern: /\bBearer\s{1,4}(?<secret>[A-Za-z0-9._~+/-]{16,}=*)/dg,
  },
  { name: "an API key", said: tell("lint.apiKey"), pattern: /(?<![A-Za-z0-9_-])sk-[A-Za-z0-9_-]{16,}/dg },
  {
    name: "an AWS access key id",
    said: tell("lint.awsKey"),
    pattern: /(?<![A-Za-z0-9/+])(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z/+])/dg,
  },
  {
    name: "an Alibaba Cloud access key id",
    said: tell("lint.alibabaKey"),
    pattern: /(?<![A-Za-z0-9/+])LTAI[0-9A-Za-z]{12,20}(?![0-9A-Za-z/+])/dg,
  },
  {
    name: "a GitHub token",
    said: tell("lint.githubToken"),
    pattern: /(?<![A-Za-z0-9_])(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/dg,
  },
];

/** So many of one text are enough to know. */
const MOST = 50;

/** Stands for a secret in documentation: a name in words, or one character over and over. */
export function isPlaceholder(secret: string): boolean {
  return (
    !/\d/.test(secret) || new Set(secret).size < 8 || /example|your[-_]|placeholder|redacted/i.test(secret)
  );
}

function mask(secret: string): string {
  return `****${secret.slice(-4)}`;
}

/** Secrets of a text, ascending, none overlapping; offsets into the text given. */
export const findSecrets = rememberTexts(search);

function search(text: string): Secret[] {
  const found: Secret[] = [];
  for (const { said, pattern, isBlock = false } of SECRET_PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.secret ?? [match.index, match.index + match[0].length];
      const secret = text.slice(start, end);
      if (!isBlock && isPlaceholder(secret)) continue;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      if (found.length === MOST) break;
      found.push({ name: said, start, end, masked: isBlock ? "****" : mask(secret) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
