/** Of a HAR file only requests to models are taken, with their answers and bills, and no secret. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { ENGLISH } from "../../words/plain-words";
import { bodiesOf, importAll, importTexts, readFixture } from "../fixtures/read-fixture";

it("takes requests of both dialects with their times, answers, bills and region", async () => {
  const imported = await importAll(readFixture("session.har"));
  expect(imported.kind).toBe("har");
  expect(imported.title).toBe("A HAR file with 2 requests to Model Studio, on 2026-11-21 at 09:14 (UTC).");
  expect(bodiesOf(imported)).toMatchObject([
    { stream: true, messages: [{ role: "system" }, { role: "user" }] },
    { system: "Plants.", messages: [{ role: "user", content: "And in the sun?" }] },
  ]);
  expect(imported.layout).toMatchObject({
    region: "intl",
    scenario: { duration: 2.5, reply: "The lady fern.", turns: [{ gap: 42.25 }] },
  });
  expect(imported.layout?.scenario?.turns[0]?.reply).toBe("The rusty-back fern – a small one.");
  expect(imported.usages.map(({ place, usage }) => [place, usage?.read, usage?.written])).toEqual([
    ["Entry 2", 0, 1400],
    ["Entry 3", 1400, 0],
  ]);
  expect(imported.dropped).toEqual(["Entry 5 was answered with status 429: left out."]);
  expect(imported.understood).toContain("2 other entries were skipped.");
});

it("counts what is secret and keeps none of it", async () => {
  const imported = await importAll(readFixture("session.har"));
  expect(imported.redacted).toEqual([
    "the authorization header",
    "the cookie header",
    "a key in an address",
    "the x-api-key header",
  ]);
  expect(JSON.stringify(imported)).not.toMatch(/notAReal/);
});

it("reads a hostile file", async () => {
  const imported = await importAll(readFixture("session-bad.har"));
  expect(imported.layout?.text).toContain('"content": "Hello"');
  expect(imported.dropped).toEqual([
    "Entry 6 is a request to a model, but the file does not contain its body: left out.",
  ]);
  expect(imported.redacted).toEqual(["the authorization header", "a key in an address"]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it("never throws, whatever stands in the entries", async () => {
  const entry = fc.oneof(
    fc.jsonValue(),
    fc.record({
      startedDateTime: fc.jsonValue(),
      time: fc.jsonValue(),
      request: fc.record({
        method: fc.constant("POST"),
        url: fc.oneof(fc.constant("https://example.com/v1/messages?key=1"), fc.string()),
        headers: fc.jsonValue(),
        postData: fc.record({
          encoding: fc.constantFrom("", "base64"),
          text: fc.oneof(fc.json(), fc.constant('{"messages":[{}]}')),
        }),
      }),
      response: fc.record({ status: fc.jsonValue(), content: fc.jsonValue() }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (entries) => {
      const outcome = await importTexts([JSON.stringify({ log: { entries } })]);
      if (!outcome.ok) expect(ENGLISH.say(outcome.reason)).toMatch(/^Nothing was found that can be opened\./);
      else expect(outcome.imported.layout?.text).toContain("messages");
    }),
    { numRuns: 200 },
  );
});
