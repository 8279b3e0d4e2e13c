/** Every name of something that is taken out has words in each language, in English its own. */
import { expect, it } from "vitest";
import { isMessage } from "../words/message";
import { ENGLISH } from "../words/plain-words";
import { kindOfName } from "./name-kinds";
import { redactHeaders } from "./redact-headers";
import { redactUrl } from "./redact-url";
import { EMAIL, PLACES, WORDS } from "./removal-patterns";
import { SECRET_PATTERNS } from "./secret-patterns";
import { tellRemoved } from "./tell-removed";

const FIELDS = [
  "session_id user_id account_id device_id org_id prompt_cache_key authorization cookie",
  "api_key password token secret credential user",
];

const names = new Set([
  ...[...WORDS, ...PLACES, EMAIL].map(({ what }) => what),
  ...SECRET_PATTERNS.map(({ what }) => what),
  ...FIELDS.flatMap((line) => line.split(" ")).map((field) => kindOfName(field)?.what ?? field),
  ...redactHeaders([["X-Api-Key", "abc"]]).removed,
  ...redactUrl("https://me:word@host.example/a?b=c#d", () => "1").removed,
  "a value nested too deep",
  "a recording id",
]);

it.each([...names])("%s", (name) => {
  expect(isMessage(tellRemoved(name))).toBe(true);
  expect(ENGLISH.say(tellRemoved(name))).toBe(name);
});
