/** Every maker's keys are found by the quick way as by the plain one, dots do not hide a secret, and nothing ordinary is taken for one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRemovals, findRemovalsPlainly } from "./find-removals";
import { planted, surroundings } from "./fixtures/planted";
import { EMAIL, PLACES, WORDS } from "./removal-patterns";

/** Letters and figures, the same each time; made here so that no scanner takes them for real ones. */
const signs = (length: number, alphabet = "q7Wz3Kx9aB1cDe5FgH2jLmN8pRs4tUv6Y"): string =>
  Array.from({ length }, (_, at) => alphabet[(at * 7 + 3) % alphabet.length]).join("");
const hex = (length: number): string => signs(length, "4f9a1c7e2b8d0635");
const upper = (length: number): string => signs(length, "Q7WZ3KX9AB1CDE5F");

const KEYS: readonly (readonly [what: string, key: string])[] = [
  ["an API key", `sk-proj-${signs(48)}`],
  ["an API key", `sk-svcacct-${signs(48)}`],
  ["an API key", `sk-admin-${signs(48)}`],
  ["an API key", `sk-ant-api03-${signs(80)}AA`],
  ["an API key", `sk-or-v1-${hex(64)}`],
  ["an API key", `sk-${hex(32)}`],
  ["an API key", `gsk_${signs(52)}`],
  ["an API key", `xai-${signs(80)}`],
  ["an API key", `pplx-${signs(48)}`],
  ["an API key", `nvapi-${signs(64)}`],
  ["an API key", `tvly-dev-${signs(32)}`],
  ["an API key", `r8_${signs(37)}`],
  ["an API key", `lsv2_pt_${hex(32)}_${hex(10)}`],
  ["an API key", `${signs(52)}JQQJ9${signs(27)}`],
  ...["ghp", "gho", "ghu", "ghs", "ghr"].map((start) => ["a GitHub token", `${start}_${signs(36)}`] as const),
  ["a GitHub token", `github_pat_${signs(22)}_${signs(59)}`],
  ...["glpat", "gloas", "gldt", "glrt", "glcbt", "glptt", "glft", "glagent"].map(
    (start) => ["an access token", `${start}-${signs(20)}`] as const,
  ),
  ["an access token", `glpat-${signs(27)}.01.${signs(9)}`],
  ...["xoxb", "xoxp", "xoxa", "xoxr", "xapp-1"].map(
    (start) => ["an access token", `${start}-12345678901-${signs(24)}`] as const,
  ),
  ["an access token", `AIza${signs(35)}`],
  ["an access token", `ya29.${signs(60)}`],
  ["an access token", `GOCSPX-${signs(28)}`],
  ["an access token", `hf_${signs(34)}`],
  ["an access token", `npm_${signs(36)}`],
  ["an access token", `pypi-AgEIcHlwaS5vcmc${signs(60)}`],
  ["an access token", `sk_live_${signs(24)}`],
  ["an access token", `rk_live_${signs(24)}`],
  ["an access token", `whsec_${signs(32)}`],
  ["an access token", `SG.${signs(22)}.${signs(43)}`],
  ["an access token", `lin_api_${signs(40)}`],
  ["an access token", `ntn_${signs(46)}`],
  ["an access token", `secret_${signs(43)}`],
  ["an access token", `dapi${hex(32)}`],
  ["an access token", `shpat_${hex(32)}`],
  ["an access token", `dop_v1_${hex(64)}`],
  ["an access token", `SK${hex(32)}`],
  ["an access token", `8123456789:AA${signs(33)}`],
  ["an access token", `M${signs(23)}.${signs(6)}.${signs(38)}`],
  ["an access token", `hvs.${signs(95)}`],
  ["an access token", `glsa_${signs(32)}_${hex(8)}`],
  ["an access token", `dckr_pat_${signs(27)}`],
  ["an access token", `figd_${signs(40)}`],
  ["an access token", `vcp_${signs(24)}`],
  ["an access token", `ATATT3${signs(60)}`],
  ["an access token", `PMAK-${hex(24)}-${hex(34)}`],
  ["an access token", `${signs(14)}.atlasv1.${signs(64)}`],
  ["an AWS access key id", `AKIA${upper(16)}`],
  ["an AWS access key id", `ASIA${upper(16)}`],
  ["an Alibaba Cloud access key id", `LTAI${signs(20)}`],
  ["a secret", `${signs(3)}8Q~${signs(34)}`],
  ["a JSON web token", `eyJ${signs(30)}.eyJ${signs(40)}.${signs(43)}`],
];

describe("the forms of keys", () => {
  it.each(KEYS)("%s: %s", (what, key) => {
    for (const [before, after] of [
      ["use ", " now"],
      ['{"a":"', '"}'],
      ["KEY=", "\n"],
      ["\\n", "\\n"],
      ["密钥：", "。"],
    ] as const) {
      const found = findRemovals(before + key + after);
      expect(found).toEqual([
        { what: expect.any(String), start: before.length, end: before.length + key.length },
      ]);
      expect(before.startsWith("KEY") || found[0]?.what === what).toBe(true);
    }
  });
  it.each([
    [`-----BEGIN OPENSSH PRIVATE KEY-----\n${signs(200)}\n-----END OPENSSH PRIVATE KEY-----`],
    [`-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${signs(200)}\n-----END PGP PRIVATE KEY BLOCK-----`],
    [`-----BEGIN PRIVATE KEY-----\\n${signs(200)}`],
  ])("a private key: %s", (block) => {
    expect(findRemovals(`a ${block}`)).toEqual([{ what: "a private key", start: 2, end: 2 + block.length }]);
  });
  it.each([
    ["https://hooks.slack.com/services/T01AB2CD3/B01AB2CD3/", signs(24)],
    ["https://discord.com/api/webhooks/123456789012345678/", signs(68)],
    ["https://api.telegram.org/bot", `8123456789:AA${signs(33)}`],
    ["AccountName=a;AccountKey=", `${signs(86)}==`],
    ["Server=db;User Id=sa;Password=", "Tr0ub4dor!3"],
    ["mongodb+srv://app:", "p4ss.w0rd"],
    ["redis://:", "s3cr3tWord9"],
    ["aws_secret_access_key = ", signs(40)],
  ])("%s", (before, secret) => {
    const text = `${before}${secret}${/:\/\/[^/]*:$/.test(before) ? "@host.test/db" : ""}`;
    const cleaned = findRemovals(text);
    expect(cleaned.some(({ start, end }) => text.slice(start, end).includes(secret.slice(-12)))).toBe(true);
  });
});

describe("secrets with dots", () => {
  it.each([
    ["api.key: ", "a1b2c3.d4e5f6"],
    ["my.api.key=", "Zx81.kk92.pp03"],
    ["auth.token=", "ab12.cd34.ef56"],
    ["auth.token: ", `${signs(8)}.${signs(8)}.${signs(8)}`],
    ["spring.datasource.password=", "s3cret.w0rd"],
    ['"token": "', "a1.b2.c3"],
    ["secret = '", "first.second.3rd"],
    ["secret.key=", "q7.w8.e9"],
    ["Authorization: Token ", "ab12.cd34"],
  ])("%s%s", (label, secret) => {
    const quote = /["']$/.exec(label)?.[0] ?? "";
    const text = `${label}${secret}${quote}`;
    expect(findRemovals(text)).toMatchObject([{ start: label.length, end: label.length + secret.length }]);
  });
  it.each([
    "token = request.user2.token",
    "const secret = config.sha256.value;",
    "password: form.fields.password,",
    '"password": "login.form.password"',
    "token=settings.token2",
    "api_key = os.environ.api_key",
    "see the private key in server.private.pem",
  ])("but no member in code: %s", (text) => {
    expect(findRemovals(text)).toEqual([]);
  });
});

describe("what is no secret", () => {
  it.each([
    `commit ${hex(40)}`,
    `sha256:${hex(64)} sha512-${signs(86)}==`,
    `id 3f2b1c9e-5a77-4d1e-9f00-1a2b3c4d5e6f`,
    `call_${signs(24)} toolu_01${signs(22)} chatcmpl-${signs(29)} msg_01${signs(22)} resp_${hex(40)} fc_${hex(32)}`,
    `req_011${signs(21)} file-${signs(24)} asst_${signs(24)} thread_${signs(24)} run_${signs(24)} vs_${hex(32)}`,
    "hf_hub_download npm_config_registry gh_pages secret_in_request sk-learn-contrib-with-long-names",
    "user_preferences_for_2026_and_2027 session_duration_in_seconds_2 device_orientation_change_1",
    "SKETCHING dapi.example.com AIzawa eyJ AKIA LTAI SG.md pul-request xai-grok-code-fast-1",
    "glm-4.6-air-2026-preview-1 key-value-store-of-the-year-2026",
    "AQ.Absolutely ya29.txt ntn_x ops_eyJ",
    "postgres://postgres:postgres@localhost:5432/app mysql://root:password@db",
    "10:AA:BB:CC:DD:EE 8080:AA",
    `data:image/png;base64,iVBORw0KGgo${signs(300)}`,
  ])("%s", (text) => {
    expect(findRemovals(text)).toEqual([]);
  });
});

describe("a value without quotes", () => {
  it.each([
    [399, 1],
    [400, 0],
    [2_000, 0],
  ])("is judged by its first 400 signs: %i letters before a figure", (letters, count) => {
    const value = `${"a".repeat(letters)}7b`;
    expect(findRemovals(`token=${value} and token=${value}`)).toHaveLength(2 * count);
    expect(findRemovals(`token=${value} and token=a7b9c1 too`)).toHaveLength(count + 1);
  });
});

describe("where a secret stands", () => {
  it("is the end of what its pattern matches", () => {
    const piece = fc.oneof(
      surroundings,
      planted.map(({ text }) => text),
      fc.constantFrom(...KEYS.map(([, key]) => key)),
      fc.constantFrom(
        "://",
        "@",
        "@@",
        ":",
        "/",
        "?",
        "&",
        "key=",
        "/home/",
        "C:\\Users\\",
        " ",
        "a.b",
        "user_",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join("");
        for (const { pattern } of [...WORDS, ...PLACES, EMAIL]) {
          for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}d`))) {
            const [, end] = match.indices?.groups?.secret ?? match.indices?.[0] ?? [];
            expect(end).toBe(match.index + match[0].length);
            expect(match.length).toBeLessThan(3);
          }
        }
      }),
    );
  });
});

describe("the quick way", () => {
  it("finds what the plain one finds", () => {
    const piece = fc.oneof(
      surroundings,
      planted.map(({ text }) => text),
      fc.constantFrom(...KEYS.map(([, key]) => key)),
      fc.constantFrom(...KEYS.map(([, key]) => key.slice(0, 9))),
      fc.constantFrom(
        "token",
        "password",
        "api_key",
        "--",
        "--secret ",
        ":",
        "=",
        ">",
        '"',
        "\\",
        "**",
        "]",
        " ",
      ),
      fc.constantFrom("\\n", "@", "://", "?key=", "/home/", "C:\\Users\\", "Bearer ", "eyJ", ".", "-", "_"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom("", " ", "\n"), (pieces, between) => {
        const text = pieces.join(between);
        expect(findRemovals(text)).toEqual(findRemovalsPlainly(text));
      }),
      { numRuns: 1_000 },
    );
  });
});
