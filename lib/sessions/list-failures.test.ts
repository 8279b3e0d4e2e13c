/** Requests that failed are listed with the hint that mends them, whatever they were. */
import { expect, it } from "vitest";
import { inEnglish } from "../words/fixtures/in-english";
import { ENGLISH } from "../words/plain-words";
import { exchangeOf, sessionOf } from "./fixtures/record-loop";
import { listFailures, mendFailure } from "./list-failures";
import type { RecordedExchange } from "./recorded-exchange";

const failed = (number: number, about: Partial<RecordedExchange>, error: string | null): RecordedExchange => {
  const exchange = exchangeOf(number, number, null, null);
  return { ...exchange, ...about, answer: exchange.answer && { ...exchange.answer, text: "", error } };
};

const list = (exchanges: readonly RecordedExchange[]) => inEnglish(listFailures(sessionOf(exchanges)));

it("puts alike failures together, those of the chat before what clients can do without", () => {
  const listed = list([
    failed(1, { kind: "other", method: "GET", path: "/v1/models", status: 404 }, "Not found."),
    failed(2, { kind: "other", path: "/v1/v1/messages", status: 404 }, "Not found."),
    failed(3, { kind: "other", path: "/v1/v1/messages", status: 404 }, "Not found."),
    failed(4, { status: 401 }, "Incorrect API key provided."),
    failed(5, { status: 200 }, null),
  ]);
  expect(listed).toMatchObject([
    {
      number: 2,
      times: 2,
      method: "POST",
      path: "/apps/anthropic/v1/v1/messages",
      status: 404,
      mend: expect.stringContaining("without /v1"),
      isAside: false,
    },
    { number: 4, times: 1, status: 401, sentence: "Incorrect API key provided.", isAside: false },
    { number: 1, times: 1, mend: null, isAside: true },
  ]);
  expect(listed[1]?.mend).toContain("the emulator takes any word");
});

it("says the hint once where the recorder refused the address and told it to the agent", () => {
  const mend = "The address lacks /apps/anthropic: end the base URL in /apps/anthropic.";
  const sentence = `Nothing is recorded at this path. ${mend}`;
  const exchange = failed(1, { kind: "other", path: "/v1/messages", status: 404, refused: true }, sentence);
  expect(list([exchange])).toMatchObject([
    { path: "/v1/messages", sentence: "Nothing is recorded at this path.", mend, isAside: false },
  ]);
});

it.each([
  [401, /region and plan/],
  [403, /workspace/],
  [404, /model's name/],
  [429, /more slowly/],
  [502, /again/],
])("hints at what mends a chat that was answered %d", (status, hint) => {
  expect(ENGLISH.say(mendFailure(failed(1, { status }, "No."), "intl-anthropic") ?? "")).toMatch(hint);
});

it("has no hint beyond the service's own words for a 400, and none for what was answered", () => {
  expect(mendFailure(failed(1, { status: 400 }, "max_tokens is missing."), "emulator")).toBeNull();
  expect(mendFailure(failed(1, { status: 200 }, null), "emulator")).toBeNull();
});
