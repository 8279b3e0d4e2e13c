/** A wrong base URL is told with the one that mends it. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { mendAddress } from "./mend-address";

it.each([
  ["/apps/anthropic/v1/messages", null],
  ["/compatible-mode/v1/chat/completions", null],
  ["/apps/anthropic/v1/messages?beta=true", null],
  ["/apps/anthropic/v1/models", null],
  ["/apps/anthropic/v1/v1/messages", /v1 twice.*end the base URL in \/apps\/anthropic, without \/v1\.$/],
  [
    "/apps/anthropic/v1/v1/messages/count_tokens?beta",
    /end the base URL in \/apps\/anthropic, without \/v1\.$/,
  ],
  ["/apps/anthropic/messages", /lacks \/v1.*end the base URL in \/apps\/anthropic\/v1\.$/],
  ["/compatible-mode/chat/completions", /lacks \/v1.*end the base URL in \/compatible-mode\/v1\.$/],
  ["/compatible-mode/v1/v1/chat/completions", /v1 twice.*in \/compatible-mode, without \/v1\.$/],
  ["/compatible-mode/v1/chat/completions/chat/completions", /already contains .*in \/compatible-mode\/v1\.$/],
  ["/apps/anthropic/v1/messages/v1/messages", /already contains .*in \/apps\/anthropic\.$/],
  ["/apps/anthropic/chat/completions", /speaks OpenAI's .*in \/compatible-mode\/v1\.$/],
  ["/compatible-mode/v1/messages", /speaks Anthropic's .*in \/apps\/anthropic\.$/],
  ["/v1/messages", /lacks \/apps\/anthropic: end the base URL in \/apps\/anthropic\.$/],
  ["/chat/completions", /lacks \/compatible-mode\/v1: end the base URL in \/compatible-mode\/v1\.$/],
  ["/compatible-mode/v1/responses", null],
  ["/compatible-mode/v1/responses/resp_1", null],
  ["/v1/responses", /Responses .*: end the base URL in \/compatible-mode\/v1\.$/],
  ["/apps/anthropic/v1/responses", /Responses .*: end the base URL in \/compatible-mode\/v1\.$/],
] as const)("%s", (path, said) => {
  const mend = mendAddress(path);
  if (said === null) expect(mend).toBeNull();
  else expect(ENGLISH.say(mend ?? "")).toMatch(said);
});
