/** How the keys and tokens of makers look, as they give them out today: what they begin with, and what follows. */

interface KeyForm {
  /** Regular expressions of what it begins with, each up to its last sign. */
  readonly starts: readonly string[];
  /** A regular expression of what follows. */
  readonly rest: string;
}

const WORD = "[A-Za-z0-9_-]";

/** Keys of models' makers, and of those who pass on to them. */
const API_KEYS: readonly KeyForm[] = [
  // OpenAI (`sk-proj-`, `sk-svcacct-`, `sk-admin-`), Anthropic (`sk-ant-`), Alibaba Cloud Model Studio, OpenRouter
  // (`sk-or-`), DeepSeek, Moonshot, Langfuse (`sk-lf-`), Cerebras (`csk-`).
  { starts: ["c?sk-"], rest: `${WORD}{16,}` },
  // Groq, Fireworks, Replicate, Together. https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
  { starts: ["gsk_"], rest: "[A-Za-z0-9]{32,}" },
  { starts: ["r8_", "fw_"], rest: "[A-Za-z0-9]{20,}" },
  { starts: ["tgp_v1_"], rest: `${WORD}{20,}` },
  // xAI, Perplexity, NVIDIA, Tavily. The same list.
  { starts: ["xai-", "pplx-"], rest: "[A-Za-z0-9]{32,}" },
  { starts: ["nvapi-", "tvly-"], rest: `${WORD}{20,}` },
  // LangSmith.
  { starts: ["lsv2_[ps][kt]_"], rest: "[a-f0-9]{32}_[a-f0-9]{10}" },
];

/** Tokens of services that agents work with. */
const ACCESS_TOKENS: readonly KeyForm[] = [
  // https://docs.gitlab.com/security/tokens/ (2026-05); routable ones have dots.
  {
    starts: ["gl(?:pat|oas|dt|rtr?|cbt|ptt|ft|imt|agent|wt|soat|ffct)-"],
    rest: `${WORD}{16,}(?:\\.[A-Za-z0-9_-]{2,}){0,3}`,
  },
  // https://docs.slack.dev/authentication/tokens/
  { starts: ["xox[a-z](?:\\.xox[a-z])?-", "xapp-"], rest: "[A-Za-z0-9-]{10,}" },
  // Google: OAuth's access tokens and clients, and keys of the Gemini API that are bound to an account.
  { starts: ["ya29\\."], rest: `${WORD}{20,}` },
  { starts: ["AQ\\."], rest: `Ab${WORD}{20,}` },
  { starts: ["GOCSPX-"], rest: `${WORD}{20,}` },
  // https://huggingface.co/docs/hub/security-tokens, https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/, PyPI.
  { starts: ["hf_", "npm_", "pypi-"], rest: `${WORD}{16,}` },
  // https://docs.stripe.com/keys
  { starts: ["[sr]k_(?:live|test|prod)_"], rest: "[A-Za-z0-9_-]{16,}" },
  { starts: ["whsec_"], rest: "[A-Za-z0-9+/]{24,}=*" },
  // SendGrid: the id and the secret.
  { starts: ["SG\\."], rest: `${WORD}{16,}\\.${WORD}{16,}` },
  // Linear, Notion (`secret_` until 2024). https://developers.notion.com/page/changelog
  { starts: ["lin_(?:api|oauth)_"], rest: "[A-Za-z0-9_]{32,}" },
  { starts: ["ntn_"], rest: "[A-Za-z0-9]{40,}" },
  { starts: ["secret_"], rest: "[A-Za-z0-9]{43}(?![A-Za-z0-9])" },
  // https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing
  { starts: ["shp[a-z]{2}_"], rest: "[A-Za-z0-9]{32,64}" },
  // DigitalOcean.
  { starts: ["do[opr]_v1_"], rest: "[a-f0-9]{64}" },
  // Grafana, Vercel, Docker, Figma, Supabase, PlanetScale, RubyGems, Netlify, Sentry, Postman, New Relic, Pulumi. GitHub's list.
  { starts: ["glc_", "vc[piark]_"], rest: "[A-Za-z0-9+/]{20,}=*" },
  { starts: ["glsa_"], rest: "[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}" },
  { starts: ["dckr_[po]at_", "figd_", "sb_secret_"], rest: `${WORD}{20,}` },
  { starts: ["sbp_", "rubygems_"], rest: "[a-f0-9]{40,}" },
  { starts: ["pscale_(?:tkn|oauth|pw)_"], rest: "[A-Za-z0-9_.-]{32,}" },
  { starts: ["nfp_", "sntry[su]_"], rest: "[A-Za-z0-9+/=_]{32,}" },
  { starts: ["PMAK-", "NRAK-"], rest: "[A-Za-z0-9-]{24,}" },
  { starts: ["pul-"], rest: "[a-f0-9]{40}" },
  // https://developer.hashicorp.com/vault/docs/concepts/tokens
  { starts: ["hv[sbr]\\."], rest: `${WORD}{24,}` },
  // https://developer.1password.com/docs/service-accounts/security/
  { starts: ["ops_"], rest: "eyJ[A-Za-z0-9+/=_-]{100,}" },
  // https://age-encryption.org/v1
  { starts: ["AGE-SECRET-KEY-"], rest: "1[A-Z0-9]{58}" },
  // A Discord bot's: its id, a time and a signature. https://docs.discord.com/developers/reference
  { starts: ["[MNO][A-Za-z0-9_-]{23,27}\\."], rest: `${WORD}{6}\\.${WORD}{27,40}(?!${WORD})` },
];

/** Tokens that begin with letters and have no sign of their own behind them. */
const PLAIN_TOKENS: readonly KeyForm[] = [
  // https://cloud.google.com/docs/authentication/api-keys
  { starts: ["AIza"], rest: `${WORD}{35}` },
  // Atlassian.
  { starts: ["ATATT3"], rest: "[A-Za-z0-9_=-]{40,}" },
  // https://docs.databricks.com/aws/en/dev-tools/auth/pat
  { starts: ["dapi"], rest: "[a-f0-9]{32}(?:-\\d)?(?![A-Za-z0-9])" },
  // A Twilio key's id, with which its secret is found.
  { starts: ["SK"], rest: "[a-f0-9]{32}(?![A-Za-z0-9])" },
];

const START = "(?<![A-Za-z0-9_-])";
const GITHUB: KeyForm = { starts: ["gh[pousr]_", "github_pat_"], rest: "[A-Za-z0-9_]{20,}" };

const joined = (forms: readonly KeyForm[]): string =>
  forms.map(({ starts, rest }) => `(?:${starts.join("|")})${rest}`).join("|");
const patternOf = (forms: readonly KeyForm[]): RegExp => new RegExp(`${START}(?:${joined(forms)})`, "g");

/** Beginnings that end in this sign, e.g. the hyphen of `sk-`. */
const endingIn = (sign: string): string =>
  [...API_KEYS, ...ACCESS_TOKENS, GITHUB]
    .flatMap(({ starts }) => starts)
    .filter((start) => start.endsWith(sign))
    .join("|");
/**
 * The last sign of a beginning with what must stand on both sides of it: signs are rarer than letters, so that a text
 * without a key is passed quickly. Each sign is asked for its own beginnings alone.
 */
const SIGN = new RegExp(
  ["-", "_", "."]
    .map((sign) => `[${sign}](?=[A-Za-z0-9_+/-]{4})(?<=(?<![A-Za-z0-9_])(?:${endingIn(sign)}))`)
    .join("|"),
);
/** Beginnings without a sign: capitals are rare, too. */
const LETTERS: Need = [/A(?:(?:[KSB]I|CC)A|Iza|TATT3)|LTAI|SK[a-f0-9]{4}/, "dapi"];

/**
 * A word, a pattern without the flag `g`, a list of which one is enough, or one of which all are needed. The first letter of a
 * word is what is looked for: one that is rare in any text is passed fastest.
 */
export type Need = string | RegExp | readonly Need[] | { readonly all: readonly Need[] };

export interface SecretPattern {
  readonly what: string;
  /** With the flag `g`. Its one group, with which a match ends, is what counts; without one it is the whole match. */
  readonly pattern: RegExp;
  /** What a text has that holds one: it is not searched where this is missing. */
  readonly needs: Need;
  /** Documentation has such words, too: one that is a placeholder stays. */
  readonly isWord: boolean;
}

const secret = (what: string, pattern: RegExp, needs: Need, isWord = true): SecretPattern => ({
  what,
  pattern,
  needs,
  isWord,
});

/** In the order of their names' weight: of two in one place the first one names it. */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  secret(
    "a private key",
    // Without its end the letters that follow belong to it.
    /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:(?:(?!-----)[\s\S]){0,8000}-----END [A-Z0-9 ]{0,40}-----|[A-Za-z0-9+/=\s\\]*)/g,
    "PRIVATE KEY",
    false,
  ),
  secret("a bearer token", /\bBearer\s{1,4}(?<secret>[A-Za-z0-9._~+/-]{16,}=*)/g, "Bearer"),
  secret("an API key", patternOf(API_KEYS), SIGN),
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  secret("an AWS access key id", /(?<![A-Za-z0-9/+])A(?:[KSB]I|CC)A[0-9A-Z]{16}(?![0-9A-Za-z/+])/g, LETTERS),
  secret(
    "an Alibaba Cloud access key id",
    /(?<![A-Za-z0-9/+])LTAI[0-9A-Za-z]{12,20}(?![0-9A-Za-z/+])/g,
    LETTERS,
  ),
  // https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
  secret("a GitHub token", new RegExp(`(?<![A-Za-z0-9_])(?:${joined([GITHUB])})`, "g"), SIGN),
  secret(
    "a JSON web token",
    /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*){2,4}/g,
    { all: ["J", "eyJ"] },
    false,
  ),
  secret("an access token", patternOf(ACCESS_TOKENS), SIGN),
  secret("an access token", patternOf(PLAIN_TOKENS), LETTERS),
  // Azure's keys with a signature, and its applications' secrets.
  // https://learn.microsoft.com/en-us/purview/sit-defn-azure-ad-client-secret
  secret("an API key", /(?<![A-Za-z0-9])[A-Za-z0-9]{52}JQQJ9[A-Za-z0-9]{27}(?![A-Za-z0-9])/g, "JQQJ9"),
  secret("a secret", /(?<![\w~.-])[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![\w~-])/g, "Q~"),
  // https://core.telegram.org/bots/api#authorizing-your-bot
  secret(
    "an access token",
    /(?<![A-Za-z0-9])(?:bot)?(?<secret>\d{8,10}:AA[A-Za-z0-9_-]{32,34})(?![A-Za-z0-9_-])/g,
    ":AA",
  ),
  secret("an access token", /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}/g, "v1."),
  // Whoever knows such an address writes in the channel.
  secret(
    "an access token",
    /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[A-Za-z0-9]{5,}(?:\/[A-Za-z0-9]{5,}){1,4})/g,
    "k.com/",
  ),
  secret(
    "an access token",
    /discord(?:app)?\.com\/api\/webhooks\/\d{10,25}\/(?<secret>[A-Za-z0-9_-]{40,})/g,
    "/webhooks/",
  ),
];

/** Stands for a secret in documentation: a name in words, or one character over and over. */
export function isPlaceholder(secret: string): boolean {
  return (
    !/\d/.test(secret) || new Set(secret).size < 8 || /example|your[-_]|placeholder|redacted/i.test(secret)
  );
}
