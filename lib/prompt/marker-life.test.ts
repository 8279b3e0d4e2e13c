/** All markers ask for an hour with one change, and for what is usual with another that takes it back. */

import { describe, expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { applyEdits } from "./apply-edits";
import { askForLife, readMarkerLife } from "./marker-life";
import { parsePrompt } from "./parse";

function change(text: string, life: "usual" | "hour"): string {
  const result = askForLife(text, life);
  if (!result.ok) throw new Error(ENGLISH.say(result.reason));
  return applyEdits(text, result.edits);
}

const lifeOf = (text: string) => {
  const { prompt } = parsePrompt(text);
  if (!prompt) throw new Error("no request");
  return readMarkerLife(prompt);
};

const request = (first: string, second: string) => `{
  "model": "qwen3.7-max",
  "messages": [
    { "role": "system", "content": [{ "type": "text", "text": "S"${first} }] },
    { "role": "user", "content": [{ "type": "text", "text": "U"${second} }] }
  ]
}
`;
const usual = ', "cache_control": { "type": "ephemeral" }';
const hour = ', "cache_control": { "type": "ephemeral", "ttl": "1h" }';
const short = ', "cache_control": { "type": "ephemeral", "ttl": "5m" }';
const other = ', "prompt_cache_breakpoint": { "mode": "explicit" }';

describe("the life that markers ask for", () => {
  it.each<[string, string, string, ReturnType<typeof lifeOf>]>([
    ["no marker", "", "", null],
    ["a marker that has no word for it", other, "", null],
    ["five minutes, said or not", usual, short, "usual"],
    ["an hour", hour, hour, "hour"],
    ["both", hour, usual, "mixed"],
  ])("is read: %s", (_name, first, second, expected) => {
    expect(lifeOf(request(first, second))).toBe(expected);
  });

  it("is written in the document's own spacing, and goes again without a trace", () => {
    const text = request(usual, usual);
    expect(change(text, "hour")).toBe(request(hour, hour));
    expect(change(request(hour, hour), "usual")).toBe(text);
    expect(change(request(short, hour), "hour")).toBe(request(hour, hour));
    const compact = JSON.stringify(JSON.parse(text));
    expect(change(change(compact, "hour"), "usual")).toBe(compact);
    expect(change(compact, "hour")).toBe(JSON.stringify(JSON.parse(request(hour, hour))));
  });

  it("leaves markers that have no word for it, and says where there is no request", () => {
    expect(change(request(other, usual), "hour")).toBe(request(other, hour));
    expect(askForLife("{", "hour")).toMatchObject({ ok: false });
  });
});
