/** Secrets go out of the document and every text of the scenario, and nothing else changes. */
import { expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { findLayoutSecrets, redactLayout } from "./redact-layout";
import { DEFAULT_LAYOUT, type SharedLayout } from "./shared-layout";

/** Made of pieces, so that scanners of source code do not take it for a real one. */
const keyNumber = (number: number): string =>
  ["sk", `4f9a1c7e2b8d0635f1e2a3b4c5d6e7${10 + number}`].join("-");
const REMOVED = "[secret removed]";
const request = (content: string): string =>
  JSON.stringify({ model: "qwen3.7-max", messages: [{ role: "user", content }] }, null, 1);

const layout: SharedLayout = {
  ...DEFAULT_LAYOUT,
  text: `// ${keyNumber(0)}\n${request(`The key "${keyNumber(1)}"\nis new.`)}`,
  scenario: {
    name: "Chat",
    duration: 1,
    reply: `I keep ${keyNumber(2)}.`,
    turns: [
      {
        mode: "append",
        gap: 5,
        user: keyNumber(3),
        reply: "Nothing.",
        thinking: keyNumber(4),
        events: [{ kind: "compact", summary: keyNumber(5) }],
        rounds: [
          { gap: 1, calls: [{ name: "look", arguments: `{"key":"${keyNumber(6)}"}`, result: keyNumber(7) }] },
        ],
      },
      { mode: "body", gap: 5, user: "", reply: "", body: request(keyNumber(8)) },
    ],
  },
};

it("takes every secret out, and says masked where each stood", () => {
  const { layout: clean, removed } = redactLayout(layout);
  expect(JSON.stringify(clean)).not.toContain("4f9a1c7e");
  expect(removed).toHaveLength(9);
  expect(JSON.stringify(removed)).not.toContain("4f9a1c7e");
  expect(new Set(removed.map(({ place }) => ENGLISH.say(place)))).toEqual(
    new Set([
      "the document",
      "messages[0].content",
      "the reply to the document",
      "the user text of turn 1",
      "the thinking of turn 1",
      "the summary before turn 1",
      "the arguments of a call of turn 1",
      "a tool result of turn 1",
      "the recorded request of turn 2",
    ]),
  );
  expect(removed.map((each) => ({ ...each, name: ENGLISH.say(each.name) }))).toContainEqual({
    name: "an API key",
    masked: "****e711",
    place: "messages[0].content",
  });
  expect(findLayoutSecrets(layout)).toEqual(removed);
});

it("changes nothing but the secrets", () => {
  const { layout: clean } = redactLayout(layout);
  let expected = JSON.stringify(layout);
  for (let number = 0; number < 9; number++) expected = expected.replaceAll(keyNumber(number), REMOVED);
  expect(JSON.stringify(clean)).toBe(expected);
});

it("gives back the same layout where there is no secret", () => {
  const harmless = { ...DEFAULT_LAYOUT, text: request("Hello") };
  expect(redactLayout(harmless)).toEqual({ layout: harmless, removed: [] });
  expect(redactLayout(harmless).layout).toBe(harmless);
});

it("finds more secrets than one search does, also in a text that is no JSON", () => {
  const many = Array.from({ length: 80 }, (_, number) => keyNumber(number)).join(" ");
  expect(redactLayout({ ...DEFAULT_LAYOUT, text: `{ ${many}` }).removed).toHaveLength(80);
  expect(redactLayout({ ...DEFAULT_LAYOUT, text: request(many) }).removed).toHaveLength(80);
});

it("takes secrets out of words that are named as changing, so that they match the document still", () => {
  const play = { changing: [{ words: `Key ${keyNumber(1)}`, change: "request" as const }] };
  const { layout: clean } = redactLayout({ ...layout, text: request(`Key ${keyNumber(1)}`), play });
  expect(JSON.stringify(clean)).not.toContain("4f9a1c7e");
  expect(clean.text).toContain(clean.play.changing?.[0]?.words);
});
